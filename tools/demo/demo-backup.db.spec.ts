import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type TestDatabase, signedIn, testApp } from '@runder-tisch/api/test';
import { DEMO_NOW, demoDatabase, demoFile } from './demo-database';

const file = demoFile(join(__dirname, '../..'));

describe('the demo kept with the code', () => {
  let demo: TestDatabase;
  beforeAll(async () => {
    demo = await demoDatabase(file);
  });
  afterAll(() => demo?.close());

  const names = async (sql: string, values: readonly unknown[] = []): Promise<string[]> =>
    (await demo.rows<{ it: string }>(sql, values)).map((row) => row.it);
  const count = async (sql: string): Promise<number> => Number((await names(sql))[0]);

  it('is small and holds nobody’s session, password, link or mail', async () => {
    expect(statSync(file).size).toBeLessThanOrEqual(300_000);
    const secret = `select (select count(*) from session) + (select count(*) from account_password)
      + (select count(*) from mail_link) + (select count(*) from outbox_message where raw is not null or preview is not null) as it`;
    expect(await count(secret)).toBe(0);
    const text = gunzipSync(readFileSync(file)).toString('utf8');
    expect(text).not.toMatch(/\/(antwort|umfrage|mitmachen|aufgabe|hinweis|protokoll|anmeldung)\/[\w-]{20}/);
    expect(text).not.toContain('$argon2');
  });

  it('is marked as a demo, with invented organisations and people at addresses that reach nobody', async () => {
    expect(await names('select demo::text as it from instance')).toEqual(['true']);
    expect(await names(`select name as it from organisation where name not like '%(Demo%'`)).toEqual([]);
    expect(await names(`select family_name as it from person where family_name not like '%(Demo)'`)).toEqual(
      [],
    );
    const addresses = await names(`
      select mail as it from person where mail is not null
      union select function_mailbox from organisation where function_mailbox is not null
      union select mail from account union select mail from invitation union select to_address from outbox_message`);
    expect(addresses.length).toBeGreaterThan(20);
    expect(addresses.filter((address) => !address.endsWith('.example'))).toEqual([]);
  });

  it('tells the meetings of the demo year and of the last months with their minutes and Hinweise', async () => {
    const held = await demo.rows<{ approved: boolean; lines: number; said: number }>(
      `select minutes_approved_at is not null as approved,
         (select count(*)::int from minutes_entry where meeting_id = meeting.id and deleted_at is null) as lines,
         (select count(*)::int from feedback where meeting_id = meeting.id and state <> 'SESSION') as said
       from meeting where ends_at < $1 order by starts_at`,
      [DEMO_NOW],
    );
    expect(held).toHaveLength(11);
    expect(held.filter((it) => !it.approved)).toEqual(held.slice(-1));
    for (const { lines, said } of held) {
      expect(lines).toBeGreaterThan(1);
      expect(said).toBeGreaterThan(0);
    }
    expect(await count('select count(*) as it from return_message where sent_at is not null')).toBe(5);
  });

  it('has one meeting in twelve days: four come, one does not, two are silent', async () => {
    const next = await demo.rows<{ day: string; answer: string; people: number }>(
      `select to_char(starts_at at time zone 'Europe/Berlin', 'YYYY-MM-DD') as day, answer, count(*)::int as people
       from meeting join invitation on meeting_id = meeting.id and uninvited_at is null
       where type = 'NETWORK' and starts_at > $1 group by 1, 2 order by 2`,
      [DEMO_NOW],
    );
    expect(next).toEqual([
      { day: '2026-12-05', answer: 'ACCEPTED', people: 4 },
      { day: '2026-12-05', answer: 'DECLINED', people: 1 },
      { day: '2026-12-05', answer: 'NEEDS_ACTION', people: 2 },
    ]);
  });

  it('has work on the table: minutes to approve, five new Hinweise beside two of a letter, one overdue task', async () => {
    const waiting = `select title as it from meeting where session_ended_at is not null and minutes_approved_at is null`;
    expect(await names(waiting)).toEqual(['Werkstatt Antragslotsen: Wer hilft beim Ausfüllen?']);
    expect(await count(`select count(*) as it from feedback where state in ('SUBMITTED', 'TRIAGED')`)).toBe(
      7,
    );
    const overdue = `select title as it from task where state = 'OPEN' and due_on < $1`;
    expect(await names(overdue, ['2026-11-23'])).toEqual(['Liste der Notfallfonds zusammenstellen']);
  });
});

describe('the demo kept with the code, when somebody works with it', () => {
  it('draws the PDF of a protocol as soon as it is opened, for the file leaves them out', async () => {
    const demo = await demoDatabase(file);
    const app = await testApp({ database: demo, now: DEMO_NOW });
    try {
      const undrawn = await demo.rows<{ meeting: string }>(
        `select meeting_id as meeting from protocol join pdf_work on file_id = pdf_file_id order by approved_at`,
      );
      expect(undrawn.length).toBeGreaterThan(5);
      const planner = await signedIn(app, 'planner');
      const pdf = await planner.raw('GET', `/api/meetings/${undrawn[0]?.meeting}/protocol.pdf`);
      expect(pdf.status).toBe(200);
      expect(
        Buffer.from(await pdf.arrayBuffer())
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-');
    } finally {
      await app.close();
      await demo.close();
    }
  });
});
