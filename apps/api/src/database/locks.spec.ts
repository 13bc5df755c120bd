import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { advisoryLocks } from './locks';

const source = join(import.meta.dirname, '..');

describe('Advisory locks', () => {
  it('have a number each, so that nobody waits for somebody they have nothing to do with', () => {
    const numbers = Object.values(advisoryLocks);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('are taken by the names of the register alone', () => {
    const takers = globSync('**/*.ts', { cwd: source, exclude: (path) => path.endsWith('.spec.ts') }).filter(
      (file) => /pg_(try_)?advisory/.test(readFileSync(join(source, file), 'utf8')),
    );
    // The one of migrations is taken before there is a TypeORM to take it through.
    expect(takers.sort()).toEqual(['database/locks.ts', 'database/migrate.ts']);
  });
});
