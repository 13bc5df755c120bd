import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

describe('What an area forgot to register', () => {
  let house: string;

  beforeEach(() => {
    house = mkdtempSync(join(tmpdir(), 'rt-registries-'));
  });
  afterEach(() => rmSync(house, { recursive: true }));

  const put = (file: string, text = ''): void => {
    mkdirSync(dirname(join(house, file)), { recursive: true });
    writeFileSync(join(house, file), text);
  };
  const said = (): string[] => {
    const script = resolve(__dirname, 'registries.mjs');
    const { stderr } = spawnSync(process.execPath, ['--no-warnings', script], {
      cwd: house,
      encoding: 'utf8',
    });
    return stderr.split('\n').filter((line) => line !== '');
  };

  it('is named, each with the file its line belongs into', () => {
    put('apps/api/src/feedback/feedback.module.ts');
    put('apps/api/src/feedback/feedback.contribution.ts');
    put('apps/api/src/feedback/entities.ts');
    put('apps/api/src/contributions.ts', `import { a } from './feedback/feedback.contribution';`);
    put('apps/api/src/database/migrations/migrations.ts', `import { A } from './1-first';`);
    put('apps/api/src/database/migrations/1-first.ts');
    put('apps/api/src/database/migrations/2-second.ts');
    put('apps/api/test/house/access/canaries/feedback.canary.ts');
    put('apps/web/src/app/feedback/feedback.contribution.ts');
    put(
      'apps/web/src/app/app.routes.ts',
      `export const routes = [{ path: 'vergessen', loadComponent: () => import('./page') }];`,
    );
    put('apps/web/src/app/feedback/feedback.routes.ts');
    put('tools/scenario/feedback.ts');
    for (const house of ['apps/api/src', 'apps/web/src/app', 'libs/domain/src']) put(`${house}/plans/a.ts`);
    expect(said()).toEqual([
      'apps/api/src/feedback/feedback.module.ts steht nicht in apps/api/src/app.module.ts.',
      'apps/api/src/feedback/entities.ts steht nicht in apps/api/src/entities.ts.',
      'apps/api/src/database/migrations/2-second.ts steht nicht in apps/api/src/database/migrations/migrations.ts.',
      'apps/api/test/house/access/canaries/feedback.canary.ts steht nicht in apps/api/test/house/access/canaries/index.ts.',
      'apps/web/src/app/feedback/feedback.contribution.ts steht nicht in apps/web/src/app/contributions.ts.',
      'apps/web/src/app/feedback/feedback.routes.ts steht nicht in apps/web/src/app/app.routes.ts oder apps/web/src/app/planning.routes.ts.',
      'tools/scenario/feedback.ts steht nicht in tools/test/browser-world.ts.',
      'plans steht in allen drei Häusern, aber nicht unter areas in tools/checks/areas.mjs.',
      'Die Seite /vergessen steht nicht in apps/web-e2e/routes.ts.',
    ]);
  });

  it('is looked for in each area the API knows', () => {
    put('apps/api/src/meetings/meetings.service.ts');
    expect(said()).toEqual([
      'Dem Bereich meetings fehlt apps/api/src/meetings/meetings.module.ts.',
      'Dem Bereich meetings fehlt apps/api/src/meetings/meetings.contribution.ts.',
      'Dem Bereich meetings fehlt apps/api/src/meetings/entities.ts.',
      'Dem Bereich meetings fehlt apps/api/test/house/access/canaries/meetings.canary.ts.',
    ]);
  });
});
