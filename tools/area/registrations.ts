import type { Names } from './names';

/** A line that makes an area known, and where in a file it stands. */
export interface Registration {
  file: string;
  /** Behind the last import. */
  import?: string;
  lines: readonly Line[];
}

interface Line {
  text: string;
  /** It stands right before what this finds. */
  before: RegExp;
  /** What is looked for, for whoever has moved it. */
  place: string;
}

const before = (place: string, pattern: RegExp, text: string): Line => ({ place, before: pattern, text });

/** Behind the last entry of the list that is exported under this name. */
const atEndOf = (name: string, text: string): Line =>
  before(`das Ende der Liste ${name}`, new RegExp(`(?<=export const ${name}\\b[^;]*)\\];`), text);

export function registrationsOf(names: Names): Registration[] {
  const { area, Area, areaVar, kind, kindVar, Eine, Viele, path, number } = names;
  return [
    {
      file: 'tools/checks/areas.mjs',
      lines: [atEndOf('areas', `  '${area}',\n`)],
    },
    {
      file: 'libs/domain/src/accounts/permissions.ts',
      lines: [
        before(
          'das Ende von permissionRoles',
          /\} as const satisfies Record<string, readonly Role\[\]>/,
          `'${kind}:read': ['admin', 'planner', 'coordinator'],\n'${kind}:change': ['planner'],\n`,
        ),
      ],
    },
    {
      file: 'apps/api/src/database/migrations/migrations.ts',
      import: `import { ${Area}${number} } from './${number}-${area}';`,
      lines: [atEndOf('migrations', `${Area}${number},\n`)],
    },
    {
      file: 'apps/api/src/entities.ts',
      import: `import { ${areaVar}Entities } from './${area}/entities';`,
      lines: [atEndOf('entities', `...${areaVar}Entities,\n`)],
    },
    {
      file: 'apps/api/src/contributions.ts',
      import: `import { ${areaVar}Contribution } from './${area}/${area}.contribution';`,
      lines: [atEndOf('contributions', `${areaVar}Contribution,\n`)],
    },
    {
      file: 'apps/api/src/app.module.ts',
      import: `import { ${Area}Module } from './${area}/${area}.module';`,
      lines: [
        before('das Ende von imports', /\],\s*providers: \[\{ provide: APP_OPTIONS/, `${Area}Module,\n`),
      ],
    },
    {
      file: 'apps/api/test/house/access/canaries/index.ts',
      import: `import { ${areaVar}Canaries } from './${area}.canary';`,
      lines: [atEndOf('canaries', `${areaVar}Canaries,\n`)],
    },
    {
      file: 'apps/web/src/app/planning.routes.ts',
      lines: [
        before(
          'die Weiterleitung von „planung“',
          /\{\s*path: '',\s*pathMatch: 'full'/,
          `{
            path: '${path.replace(/^planung\//, '')}',
            canActivate: [may('${kind}:read')],
            loadChildren: () => import('./${area}/${area}.routes').then((file) => file.${areaVar}Routes),
          },\n`,
        ),
      ],
    },
    {
      file: 'apps/web/src/app/shell/navigation.ts',
      lines: [
        before(
          'das Ende der Einträge unter „Planung“',
          /(?<=link: '\/planung',\n(?: {4}.*\n)+)^ {4}\],\n/,
          `{ label: '${Viele}', link: '/${path}', permissions: ['${kind}:read'] },\n`,
        ),
      ],
    },
    {
      file: 'tools/test/browser-world.ts',
      lines: [
        before(
          'das Ende der Szenario-Wörter',
          /export \{ DEMO_NOW/,
          `export * as ${areaVar} from '@runder-tisch/scenario/${area}';\n`,
        ),
      ],
    },
    {
      file: 'apps/web-e2e/routes.ts',
      lines: [
        before(
          'das Ende der Seiten der Sozialplanung',
          /\n {2}\{ route: '\/heute', as: 'admin' \}/,
          `{ route: '/${path}', as: 'planner' },
           { route: '/${path}', as: 'planner', query: 'neu=1' },
           { route: '/${path}/:id', as: 'planner', of: '${kindVar}' },\n`,
        ),
      ],
    },
    {
      file: 'apps/web-e2e/demo.ts',
      lines: [
        before('der Typ DemoIds', /\{ mail: string;[^}]*\};/, `Awaited<ReturnType<typeof of${Area}>> & `),
        before(
          'was openDemo antwortet',
          /return \{\s*app,\s*ids: \{/,
          `const ${areaVar} = await of${Area}(world, app, accounts.planner);\n`,
        ),
        before('die Gegenstände der Demo', /mail,\s*dispatch,?\s*\},\s*accounts,\s*close/, `...${areaVar}, `),
        before(
          'die Konten der Demo',
          /async function accountsOf\(/,
          `/** ${Viele} are not in the kept demo yet: one is made for its page. */
           async function of${Area}(world: World, app: TestApp, accountId: string) {
             const planner = await clientOf(world, app, accountId);
             return { ${kindVar}: await world.${areaVar}.${kindVar}(planner, { name: '${Eine} (Demo)' }) };
           }\n\n`,
        ),
      ],
    },
    {
      file: 'docs/acceptance.md',
      lines: [
        before(
          'das Ende der letzten Tabelle',
          /$(?![^])/,
          `| ${Viele}: list, page, states | partly | \`apps/api/src/${area}\`; begun, not yet in the demo |\n`,
        ),
      ],
    },
    {
      file: 'CONTRIBUTING.md',
      lines: [
        before(
          'die Bereiche von links nach rechts',
          /(?<=settings → territory → [a-z→ -]+)\. Technical rooms/,
          ` → ${area}`,
        ),
      ],
    },
  ];
}

/**
 * The text of a file with these lines in their places.
 * @throws Error that names the place that was not found once
 */
export function registered(text: string, registration: Registration): string {
  let now = text;
  if (registration.import) {
    const last = [...now.matchAll(/^import [^;]*;\n/gm)].at(-1);
    if (!last) throw lost(registration.file, 'der letzte import');
    const end = last.index + last[0].length;
    now = `${now.slice(0, end)}${registration.import}\n${now.slice(end)}`;
  }
  for (const line of registration.lines) {
    const found = [...now.matchAll(new RegExp(line.before.source, 'gm'))];
    if (found.length !== 1 || !found[0]) throw lost(registration.file, line.place);
    now = now.slice(0, found[0].index) + line.text + now.slice(found[0].index);
  }
  return now;
}

function lost(file: string, place: string): Error {
  return Object.assign(
    new Error(
      `In ${file} ist nicht zu finden: ${place}. Es wurde nichts geändert; bitte passen Sie tools/area/registrations.ts an.`,
    ),
    { name: 'PlainError' },
  );
}
