import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const workspace = resolve(__dirname, '../..');
const url = (path: string): string => pathToFileURL(join(workspace, path)).href;

describe('The checks of the house', () => {
  let house: string;

  beforeEach(() => {
    house = mkdtempSync(join(tmpdir(), 'rt-checks-'));
    put(
      'tsconfig.base.json',
      '{"compilerOptions":{"paths":{"@runder-tisch/domain/*":["./libs/domain/src/*"]}}}',
    );
    put(
      'eslint.config.mjs',
      `import parser from '${url('node_modules/@typescript-eslint/parser/dist/index.js')}';
       import house from '${url('tools/checks/lint-plugin.mjs')}';
       export default [{ files: ['**/*.ts'], languageOptions: { parser }, plugins: { house },
         rules: { 'house/direction': 'error' } }];`,
    );
  });
  afterEach(() => rmSync(house, { recursive: true }));

  const put = (file: string, text: string): void => {
    mkdirSync(dirname(join(house, file)), { recursive: true });
    writeFileSync(join(house, file), text);
  };
  const run = (script: string, ...args: string[]) =>
    spawnSync(process.execPath, [join(workspace, script), ...args], { cwd: house, encoding: 'utf8' });
  /** What the rule says, by file. */
  const said = (): Record<string, string[]> => {
    const { stdout } = run('node_modules/eslint/bin/eslint.js', '.', '--format', 'json');
    const files = JSON.parse(stdout) as { filePath: string; messages: { message: string }[] }[];
    return Object.fromEntries(
      files
        .filter(({ messages }) => messages.length > 0)
        .map(({ filePath, messages }) => [
          filePath.slice(house.length + 1).replaceAll('\\', '/'),
          messages.map((it) => it.message),
        ]),
    );
  };

  it('let an area call to the left alone, however deep it stands and however it imports', () => {
    const web = 'apps/web/src/app';
    put(`${web}/actors/page/part/type.ts`, `import type { A } from '../../../networks/a/b/c';`);
    put(`${web}/actors/page/lazy.ts`, `export const load = () => import('../../meetings/a');`);
    put(`${web}/actors/domain.ts`, `export * from '@runder-tisch/domain/feedback/feedback-requests';`);
    put(`${web}/actors/inline.ts`, `export type A = import('@runder-tisch/domain/formats').A;`);
    put('libs/domain/src/actors/a.ts', `export { A } from '../networks';`);
    put('apps/api/src/actors/deep/a.ts', `import '../../networks/networks.service';`);
    put(
      `${web}/feedback/left.ts`,
      `import '../actors/a'; import '@runder-tisch/domain/meetings'; import '../http/api';`,
    );
    put(`${web}/app.routes.ts`, `import './feedback/a';`);
    const found = said();
    expect(Object.keys(found).sort()).toEqual([
      'apps/api/src/actors/deep/a.ts',
      `${web}/actors/domain.ts`,
      `${web}/actors/inline.ts`,
      `${web}/actors/page/lazy.ts`,
      `${web}/actors/page/part/type.ts`,
      'libs/domain/src/actors/a.ts',
    ]);
    expect(found[`${web}/actors/page/lazy.ts`]).toEqual([
      'meetings stands right of actors: areas call only to the left, and contribute to what stands there.',
    ]);
  });

  it('keep technical rooms free of areas, except for the words of access', () => {
    put('apps/web/src/app/session/a.ts', `export const a = () => import('../meetings/device-store');`);
    put('apps/api/src/access/a.ts', `import type { Permission } from '@runder-tisch/domain/accounts';`);
    put('apps/api/src/access/b.ts', `import { Accounts } from '../accounts/accounts';`);
    put('apps/web/src/app/http/b.ts', `import '../provider/overview-page';`);
    expect(Object.keys(said()).sort()).toEqual([
      'apps/api/src/access/b.ts',
      'apps/web/src/app/http/b.ts',
      'apps/web/src/app/session/a.ts',
    ]);
  });

  it('find files that import each other in a circle, by a type or lazily as well', () => {
    put('apps/a.ts', `import type { B } from './b';`);
    put('apps/b.ts', `export const c = () => import('@runder-tisch/domain/c');`);
    put('libs/domain/src/c/index.ts', `export * from '../../../../apps/a';`);
    put('libs/alone.ts', `import '../apps/a';`);
    const { status, stderr } = run('tools/checks/circles.mjs');
    expect(status).toBe(1);
    expect(stderr).toBe('Kreis: apps/a.ts → apps/b.ts → libs/domain/src/c/index.ts → apps/a.ts\n');
    put('apps/b.ts', '');
    expect(run('tools/checks/circles.mjs').status).toBe(0);
  });

  it('find folders and files that hold more than a reader takes in at once, migrations aside', () => {
    for (let n = 1; n <= 23; n += 1) {
      put(`apps/api/src/a/${n}.ts`, '');
      put(`apps/api/src/database/migrations/${n}.ts`, '');
      if (n < 23) put(`libs/domain/src/b/${n}.ts`, '');
    }
    put('tools/long.ts', 'line\n'.repeat(351));
    put('tools/short.ts', 'line\n'.repeat(350));
    const { status, stderr } = run('tools/checks/rooms.mjs');
    expect(status).toBe(1);
    expect(stderr).toBe('Lang: tools/long.ts (351 Zeilen)\nVoll: apps/api/src/a (23 Dateien)\n');
  });

  it('find documents that lead to files which are not there', () => {
    put('apps/api/src/networks/networks.service.ts', '');
    put('docs/house.md', '');
    put('docs/images/heute.png', '');
    put(
      'docs/decisions/networks.md',
      [
        'Built in `apps/api/src/networks`, `apps/api/src/**/*.service.ts` and `apps/<area>/src`, see [house](../house.md#areas).',
        'Gone: `apps/api/src/network.ts`, `libs/<area>/*.ts`, ![Heute](../images/today.png).',
        'Nobody checks `npm run bench`, `src/networks`, [elsewhere](https://example.org) or [here](#here).',
        '```',
        'nor `tools/this` nor [that](that.md)',
        '```',
      ].join('\n'),
    );
    put('README.md', 'In [the house](docs/house.md) and in [no house](house.md).');
    const { status, stderr } = run('tools/checks/docs.mjs');
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toEqual([
      'Fehlt: house.md (README.md, Zeile 1)',
      'Fehlt: apps/api/src/network.ts (docs/decisions/networks.md, Zeile 2)',
      'Fehlt: libs/<area>/*.ts (docs/decisions/networks.md, Zeile 2)',
      'Fehlt: ../images/today.png (docs/decisions/networks.md, Zeile 2)',
    ]);
    rmSync(join(house, 'docs/decisions/networks.md'));
    put('README.md', '[the house](docs/house.md)');
    expect(run('tools/checks/docs.mjs').status).toBe(0);
  });
});
