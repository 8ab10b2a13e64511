// Ports of the first-run mode: the usual one when it is free, another when it is taken.
import { createServer, type Server } from 'node:net';

/** The wanted port, or a free one when somebody else has it (or when 0 is wanted). */
export async function availablePort(wanted: number, host = '127.0.0.1'): Promise<number> {
  return (await probe(wanted, host)) ?? (await probe(0, host)) ?? wanted;
}

function probe(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host, exclusive: true }, () => {
      const found = portOf(server);
      server.close(() => resolve(found));
    });
  });
}

export function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server does not listen on a port');
  return address.port;
}
