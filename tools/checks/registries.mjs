// Ends with an error where something is there and nobody has made it known: each sentence says where its line belongs.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, sep } from 'node:path';
import { declaredRoutes } from '../../apps/web-e2e/declared-routes.ts';
import { pages } from '../../apps/web-e2e/routes.ts';
import { areas, madeOfAll } from './areas.mjs';

const houses = { domain: 'libs/domain/src', api: 'apps/api/src', web: 'apps/web/src/app' };

/** Technical rooms that stand in all three houses and are no areas. */
const technical = ['attachments', 'imports', 'outbox', 'reminders', 'tasks', 'trace'];

/** What has to be named where: files, the file that names them, and how it does. */
const registries = [
  ['apps/api/src/*/*.module.ts', 'apps/api/src/app.module.ts', /^apps\/api\/src/],
  ['apps/api/src/*/entities.ts', 'apps/api/src/entities.ts', /^apps\/api\/src/],
  ['apps/api/src/*/*.contribution.ts', 'apps/api/src/contributions.ts', /^apps\/api\/src/],
  [
    'apps/api/src/database/migrations/*-*.ts',
    'apps/api/src/database/migrations/migrations.ts',
    /^.*migrations(?=\/)/,
  ],
  [
    'apps/api/test/house/access/canaries/*.canary.ts',
    'apps/api/test/house/access/canaries/index.ts',
    /^.*canaries(?=\/)/,
  ],
  ['apps/web/src/app/*/*.contribution.ts', 'apps/web/src/app/contributions.ts', /^apps\/web\/src\/app/],
  [
    'apps/web/src/app/*/*.routes.ts',
    ['apps/web/src/app/app.routes.ts', 'apps/web/src/app/planning.routes.ts'],
    /^apps\/web\/src\/app/,
  ],
  ['tools/scenario/*.ts', 'tools/test/browser-world.ts', /^tools(?=\/)/, '@runder-tisch'],
];

const found = (pattern) =>
  globSync(pattern)
    .map((file) => file.split(sep).join('/'))
    .sort();
const text = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
const findings = [];

for (const [pattern, registry, root, instead = '.'] of registries) {
  const files = [registry].flat();
  const known = files.map(text).join('\n');
  for (const file of found(pattern)) {
    const specifier = file.replace(root, instead).replace(/\.ts$/, '');
    if (!files.includes(file) && !known.includes(`'${specifier}'`))
      findings.push(`${file} steht nicht in ${files.join(' oder ')}.`);
  }
}

for (const area of areas) {
  const api = `${houses.api}/${area}`;
  if (!existsSync(api)) continue;
  const wanted = [
    `${api}/${area}.module.ts`,
    `${api}/${area}.contribution.ts`,
    `${api}/entities.ts`,
    `apps/api/test/house/access/canaries/${area}.canary.ts`,
  ];
  for (const file of wanted) if (!existsSync(file)) findings.push(`Dem Bereich ${area} fehlt ${file}.`);
}

const rooms = (house) => found(`${house}/*/`).map((folder) => basename(folder));
const [inDomain, inWeb] = [rooms(houses.domain), rooms(houses.web)];
for (const room of rooms(houses.api))
  if (
    inDomain.includes(room) &&
    inWeb.includes(room) &&
    ![...areas, ...madeOfAll, ...technical].includes(room)
  )
    findings.push(`${room} steht in allen drei Häusern, aber nicht unter areas in tools/checks/areas.mjs.`);

if (existsSync(`${houses.web}/app.routes.ts`))
  for (const route of declaredRoutes())
    if (!pages.some((page) => page.route === route))
      findings.push(`Die Seite ${route} steht nicht in apps/web-e2e/routes.ts.`);

for (const finding of findings) console.error(finding);
process.exitCode = findings.length > 0 ? 1 : 0;
