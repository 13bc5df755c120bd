import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { areas } from '../checks/areas.mjs';
import { type Guard, findGuards, guardId } from './find-guards';

export interface PlacedGuard extends Guard {
  id: string;
  path: string;
}

export const roomOf = (path: string): string => path.split('/')[3] ?? '';

/** All guards of the API, or those of one room. */
export function guardsOf(room: string | undefined): PlacedGuard[] {
  return files('apps/api/src/**/*.ts')
    .filter((path) => !path.endsWith('.spec.ts') && (room === undefined || roomOf(path) === room))
    .flatMap((path) =>
      findGuards(readFileSync(path, 'utf8')).map((guard) => ({
        ...guard,
        path,
        id: guardId(path, guard.place),
      })),
    );
}

/**
 * The specs that may defend the guards of a room: its own and those of the house; of a technical room all, since what it
 * refuses is defended by the areas that use it.
 */
export function specsOf(room: string): string[] {
  return files('apps/api/**/*.spec.ts').filter(
    (path) => !areas.includes(room) || roomOf(path) === room || path.startsWith('apps/api/test/house/'),
  );
}

/** Everything a spec runs, itself aside: when it changes, all that was found out is forgotten. */
export function sourcesHash(): string {
  const paths = files('{apps/api,libs/domain,libs/drawing,tools/scenario}/**/*.{ts,sql,mjs,css}');
  return hashOf([...paths.filter((path) => !path.endsWith('.spec.ts')), 'package-lock.json']);
}

export function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(path).update(readFileSync(path));
  return hash.digest('hex').slice(0, 16);
}

function files(pattern: string): string[] {
  return globSync(pattern, { exclude: (path) => path.includes('node_modules') }).sort();
}
