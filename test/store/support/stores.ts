// The store over each of the two databases that it must serve alike.
import { openStore } from '../../../src/store/open';
import type { Store } from '../../../src/store/types';
import { startPostgres } from './postgres';

export interface Opened {
  readonly store: Store;
  close(): Promise<void>;
}

export const databases: readonly { readonly name: string; readonly open: () => Promise<Opened> }[] = [
  {
    name: 'PGlite',
    open: async () => {
      const store = await openStore();
      return { store, close: () => store.close() };
    },
  },
  {
    name: 'PostgreSQL',
    open: async () => {
      const server = await startPostgres();
      const store = await openStore({ databaseUrl: server.url });
      return {
        store,
        async close() {
          await store.close();
          await server.stop();
        },
      };
    },
  },
];
