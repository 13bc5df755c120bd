import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { PlainError } from '../start/plain-error';
import { named, type Names, namesOf } from './names';
import { registered, registrationsOf } from './registrations';

const TEMPLATES = 'tools/area/templates';
const MIGRATIONS = 'apps/api/src/database/migrations';

/**
 * `npm run area -- interviews interview Interview Interviews`: an area with a list, a page and all its registrations.
 * All is thought through before the first file is written: what is refused has changed nothing.
 */
export async function main(args: readonly string[]): Promise<number> {
  const names = namesOf(args, nextMigration());
  const contradiction = taken(names);
  if (contradiction) throw new PlainError(`${contradiction} Es wurde nichts geändert.`);
  const files = new Map([...madeFiles(names), ...changedFiles(names)]);
  const written: [string, string][] = [];
  for (const [file, text] of files)
    written.push([file, await format(text, { ...(await resolveConfig(file)), filepath: file })]);
  for (const [file, text] of written) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    process.stdout.write(`${file}\n`);
  }
  process.stdout.write(
    `\nDer Bereich „${names.area}“ steht, leer und angemeldet. Als Nächstes: „Adding an area“ in CONTRIBUTING.md.\n`,
  );
  return 0;
}

/** Why this area cannot be made, as a German sentence; null where nothing speaks against it. */
function taken({ area, kind, Kind, table, path }: Names): string | null {
  const houses = ['libs/domain/src', 'apps/api/src', 'apps/web/src/app'].map((house) => `${house}/${area}`);
  const folder = houses.find((it) => existsSync(it));
  if (folder || readFileSync('tools/checks/areas.mjs', 'utf8').includes(`'${area}'`))
    return `„${area}“ gibt es schon${folder ? ` (${folder})` : ' (tools/checks/areas.mjs)'}.`;
  if (existsSync(`tools/scenario/${area}.ts`)) return `„${area}“ gibt es schon (tools/scenario/${area}.ts).`;
  const anywhere = (pattern: string, text: RegExp): string | undefined =>
    globSync(pattern).find((file) => text.test(readFileSync(file, 'utf8')));
  const sources: [string, string, RegExp][] = [
    [`Den Gegenstand „${kind}“`, 'apps/api/src/**/*.contribution.ts', new RegExp(`kind: '${kind}'`)],
    [`Die Berechtigung „${kind}:read“`, 'libs/domain/src/accounts/permissions.ts', new RegExp(`'${kind}:`)],
    [`Die Tabelle „${table}“`, `${MIGRATIONS}/*.ts`, new RegExp(`create table ${table} `)],
    [`Die Klasse „${Kind}“`, 'apps/api/src/**/*.entity.ts', new RegExp(`class ${Kind} `)],
    [`Die Adresse „/${path}“`, 'apps/web/src/app/app.routes.ts', new RegExp(`path: '${path}'`)],
  ];
  for (const [what, pattern, text] of sources) {
    const file = anywhere(pattern, text);
    if (file) return `${what} gibt es schon (${file}).`;
  }
  return null;
}

function madeFiles(names: Names): [string, string][] {
  const templates = globSync('**/*.txt', { cwd: TEMPLATES });
  return templates.sort().map((template) => {
    const file = named(
      template
        .split(sep)
        .join('/')
        .replace(/\.txt$/, ''),
      names,
    );
    return [file, named(readFileSync(`${TEMPLATES}/${template}`, 'utf8'), names)];
  });
}

/** The files in which an area is registered, with their text afterwards.
 * @throws PlainError where a place to register at is not found any more
 */
export function changedFiles(names: Names): [string, string][] {
  return registrationsOf(names).map((registration) => [
    registration.file,
    registered(readFileSync(registration.file, 'utf8'), registration),
  ]);
}

/** The next free number behind the last migration. */
function nextMigration(): string {
  const numbers = globSync(`${MIGRATIONS}/*-*.ts`).map((file) => Number(/(\d+)-/.exec(file)?.[1]));
  return String(Math.max(...numbers) + 10);
}
