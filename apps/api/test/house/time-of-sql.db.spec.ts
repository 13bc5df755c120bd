import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestDatabase, testDatabase } from '../test-database';

const sources = join(__dirname, '../../src');

/** Words of SQL for the clock of the database; `clock.now()` is that of the house. */
const OWN_CLOCK =
  /(?<![.\w])now\(\)(?!\s*:)|\b(clock|statement|transaction)_timestamp\(|\bcurrent_(date|time|timestamp)\b|\blocaltime(stamp)?\b/i;

/** Where SQL's own clock is right, and why. */
const mayAskTheDatabase: Readonly<Record<string, string>> = {
  'database/objects/audit.ts':
    'What is audited says itself when it was written, whatever the application claims.',
  'database/objects/objects.ts': 'When the functions were last laid is a note for whoever runs the database.',
};

function sourcesWith(pattern: RegExp): string[] {
  return globSync('**/*.ts', { cwd: sources })
    .filter((file) => !file.endsWith('.spec.ts') && !file.startsWith('database/migrations/'))
    .filter((file) => pattern.test(readFileSync(join(sources, file), 'utf8')))
    .sort();
}

/** The demo year and the tests move the clock of the house; what SQL asked of its own would stay behind. */
describe('Time in SQL', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());

  it('is that of the clock of the house', () => {
    expect(sourcesWith(OWN_CLOCK)).toEqual(Object.keys(mayAskTheDatabase));
  });

  it('is handed out as instants and days: words are made in the domain', () => {
    expect(sourcesWith(/\bto_char\s*\(/i)).toEqual([]);
  });

  it('enters no row, view or function of the database by itself', async () => {
    const found = await database.rows<{ name: string }>(
      `select name from (
         select table_name || '.' || column_name as name, column_default as words from information_schema.columns where table_schema = 'public'
         union all select viewname, definition from pg_views where schemaname = 'public'
         union all select proname, prosrc from pg_proc where pronamespace = 'public'::regnamespace
           and not exists (select 1 from pg_depend where objid = pg_proc.oid and deptype = 'e')) it
       where words ~* '\\mnow\\(\\)|_timestamp\\M|\\mcurrent_(date|time)\\M|\\mlocaltime' order by name`,
    );
    expect(found.map((it) => it.name)).toEqual([
      'audit_event.at',
      'audit_event_at',
      'object_snapshot.applied_at',
    ]);
  });
});
