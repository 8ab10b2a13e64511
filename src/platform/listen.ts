// Ports of the first-run mode: the usual one when it is free, another when it is taken.
import { once } from 'node:events';
import { connect, createServer, type Server } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const TRIES = 5;

/** The wanted port, or a free one when somebody else has it (or when 0 is wanted). */
export async function availablePort(wanted: number, host = '127.0.0.1'): Promise<number> {
  // More than once: a program that has just ended may hold it for a moment more.
  for (let left = TRIES; left > 0; left -= 1) {
    const found = await probe(wanted, host);
    if (found !== undefined) return found;
    await pause(100);
  }
  return (await probe(0, host)) ?? wanted;
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

/** Whether somebody takes connections there, asked until then or until the time is over. */
export async function listens(port: number, withinMs: number, host = '127.0.0.1'): Promise<boolean> {
  for (const deadline = Date.now() + withinMs; Date.now() < deadline; await pause(50)) {
    const socket = connect({ port, host });
    const reached = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (reached) return true;
  }
  return false;
}

export function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server does not listen on a port');
  return address.port;
}
