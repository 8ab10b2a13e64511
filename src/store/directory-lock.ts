// Two processes on one PGlite folder would destroy it, and PGlite itself does not notice.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';

const held = new Set<string>();

/** Gives the function that lets go. A lock that a killed process left behind is taken over. */
export function lockDirectory(path: string): () => void {
  if (held.has(path)) throw new Error(`${path}: this process has the data open already`);
  for (;;) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const owner = ownerOf(path);
      if (owner !== null && owner !== process.pid && isAlive(owner))
        throw new Error(`${path}: process ${owner} has the data open; stop it first, or use PostgreSQL`);
      rmSync(path, { force: true });
    }
  }
  held.add(path);
  return () => {
    held.delete(path);
    rmSync(path, { force: true });
  };
}

function ownerOf(path: string): number | null {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null; // gone between the two looks
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
