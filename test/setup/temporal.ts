// Servers and the workflow bundle for the suites that need them. Everything is got when first asked for, under a lock:
// a run of the pure suites alone starts nothing.
import { TestWorkflowEnvironment } from '@temporalio/testing';
import type { LocalTestWorkflowEnvironmentOptions } from '@temporalio/testing';
import { ensureEngine } from '../../src/platform/engine-binary';
import { registerSearchAttributes, searchAttributeKeys } from '../../src/platform/search-attributes';
import { ensureTestServer, startPatiently } from '../../src/platform/test-server';

type ClientOptions = NonNullable<LocalTestWorkflowEnvironmentOptions['client']>;

const progress = (line: string): void => void process.stderr.write(`${line}\n`);

/** Paths of the two servers; TEMPORAL_CLI and TEMPORAL_TEST_SERVER, which `npm test` sets, are used first. */
export const engineBinary = (): Promise<string> => ensureEngine({ progress });
export const testServerBinary = (): Promise<string> => ensureTestServer({ progress });

export interface TestEnvironmentOptions {
  /** For the codec and the failure converter. */
  readonly client?: ClientOptions;
  /** Further flags of `temporal server start-dev`. */
  readonly extraArgs?: string[];
}

/** Time skips while a result is awaited or in `env.sleep`. Updates do not make it skip: start them, then `env.sleep`. */
export async function timeSkippingEnvironment(options: TestEnvironmentOptions = {}): Promise<TestWorkflowEnvironment> {
  const path = await testServerBinary();
  const env = await startPatiently(() =>
    TestWorkflowEnvironment.createTimeSkipping({
      server: { executable: { type: 'existing-path', path } },
      ...(options.client === undefined ? {} : { client: options.client }),
    }),
  );
  try {
    await registerSearchAttributes(env.connection, env.namespace ?? 'default');
    return env;
  } catch (error) {
    await env.teardown();
    throw error;
  }
}

/** The real server, in memory, in real time, with the search attributes of a case. */
export async function localEnvironment(options: TestEnvironmentOptions = {}): Promise<TestWorkflowEnvironment> {
  const path = await engineBinary();
  return startPatiently(() =>
    TestWorkflowEnvironment.createLocal({
      server: {
        executable: { type: 'existing-path', path },
        searchAttributes: searchAttributeKeys,
        extraArgs: options.extraArgs ?? [],
      },
      ...(options.client === undefined ? {} : { client: options.client }),
    }),
  );
}
