import { Client } from 'pg';
import { emptyDatabase } from '../../test/test-database';
import { migrate } from './migrate';
import { migrations } from './migrations/migrations';

/** The first migration after which names are compared without the signs of other languages. */
const FOLDED = 'LettersOfOtherLanguages1760000003310';

describe('Rows that are older than a way to compare them', () => {
  let database: Awaited<ReturnType<typeof emptyDatabase>>;
  let client: Client;

  beforeAll(async () => {
    database = await emptyDatabase();
    const names = migrations.map((migration) => migration.name);
    await migrate(database.ownerUrl, null, names.slice(0, names.indexOf(FOLDED)));
    client = new Client({ connectionString: database.ownerUrl });
    await client.connect();
    const people = [
      ['00000000-0000-7000-8000-000000000001', 'Żak', 'żak@xn--grn-haus-75a.test'],
      ['00000000-0000-7000-8000-000000000002', 'Zwei', 'zwei@xn--grn-haus-75a.test'],
      ['00000000-0000-7000-8000-000000000003', 'Drei', 'zwei@grün-haus.test'],
    ];
    for (const [id, name, mail] of people) {
      await client.query(
        `insert into person (id, salutation, title, given_name, family_name, mail, phone, consent_note, note, created_at)
         values ($1, '', '', 'Stanisław', $2, $3, '', '', '', now())`,
        [id, name, mail],
      );
      await client.query(
        `insert into search_document values ('person', $1, $2, $3, fold($2), to_tsvector('simple', $2))`,
        [id, `Stanisław ${name}`, 'Dom Łódź'],
      );
    }
    await migrate(database.ownerUrl, null);
  });
  afterAll(async () => {
    await client.end();
    await database.close();
  });

  const ask = async (text: string): Promise<unknown[]> =>
    (await client.query<{ it: unknown }>(text)).rows.map((row) => row.it);

  it('are found without the signs of their letters', async () => {
    expect(
      await ask(`select folded_title as it from search_document where folded_title like '%stanislaw zak%'`),
    ).toEqual(['stanislaw zak']);
    expect(
      await ask(
        `select title as it from search_document where document @@ to_tsquery('simple', 'lodz & zwei')`,
      ),
    ).toEqual(['Stanisław Zwei']);
    await client.query('set enable_seqscan = off');
    expect(
      await ask(
        `select family_name as it from person where fold(given_name || ' ' || family_name) % 'stanislaw zak' order by 1`,
      ),
    ).toContain('Żak');
  });

  it('have their domain in one form, unless somebody else has it already', async () => {
    expect(await ask(`select mail as it from person order by id`)).toEqual([
      'żak@grün-haus.test',
      'zwei@xn--grn-haus-75a.test',
      'zwei@grün-haus.test',
    ]);
  });
});
