import { createApp, type RunningApp, Sessions, SESSION_COOKIE } from '@runder-tisch/api/create-app';
import { HeldClock, type TestDatabase, testDatabase } from '@runder-tisch/api/test';
import type { TodayView } from '@runder-tisch/domain/tasks';
import { Client } from '@runder-tisch/scenario/client';
import { makeDemo } from '../start/demo-filling';

const DAY = '2026-11-23';

describe('The demo npm start tells', () => {
  let database: TestDatabase;
  let app: RunningApp;

  beforeAll(async () => {
    database = await testDatabase();
    process.env['RT_DEMO_DAY'] = DAY;
    const quiet = () => undefined;
    await makeDemo(database, quiet, quiet, 'https://runder-tisch.example');
    app = await createApp({
      databaseUrl: database.url,
      port: 0,
      host: '127.0.0.1',
      embedded: true,
      background: false,
      clock: new HeldClock(`${DAY}T13:05:00+01:00`),
    });
  }, 180_000);
  afterAll(async () => {
    delete process.env['RT_DEMO_DAY'];
    await app?.close();
    await database?.close();
  });

  const column = async (sql: string, values: readonly unknown[] = []): Promise<string[]> =>
    (await database.rows<{ it: string }>(sql, values)).map(({ it }) => it);
  const count = async (of: string): Promise<number> =>
    Number((await column(`select count(*) as it from ${of}`))[0]);
  const as = async (mail: string): Promise<Client> => {
    const [accountId = ''] = await column('select id as it from account where mail = $1', [mail]);
    const { token } = await app.get(Sessions).open(accountId);
    return new Client(app.url, `${SESSION_COOKIE}=${token}`);
  };
  const page = async (path: string): Promise<string> => (await fetch(app.url + path)).text();

  it('holds the demo year: who is there, who meets, what is offered and what was said', async () => {
    expect(await count('organisation')).toBe(12);
    expect(await count('field_of_action')).toBe(8);
    expect(await column('select state as it from network order by 1')).toEqual([
      'ACTIVE',
      'ACTIVE',
      'CONSOLIDATED',
      'INITIATED',
    ]);
    const ofTheYear = `select to_char(starts_at at time zone 'Europe/Berlin', 'YYYY-MM-DD') as it from meeting
      where starts_at < '2026-02-27' and state = 'MINUTES_APPROVED' order by 1`;
    expect(await column(ofTheYear)).toEqual([
      ...['2025-01-16', '2025-03-12', '2025-06-05', '2025-09-24', '2025-11-20', '2026-02-26'],
    ]);
    expect(await count(`social_service where state = 'PUBLISHED'`)).toBe(25);
    expect(await count(`social_service where state = 'SUBMITTED'`)).toBe(1);
    // The forty of the demo year and the one whose names have to be taken out.
    expect(await count('feedback')).toBe(41);
    expect(
      await count('(select distinct primary_field_id from feedback where primary_field_id is not null)'),
    ).toBe(8);
    expect(
      await column('select distinct voice as it from feedback where voice is not null order by 1'),
    ).toEqual(['ORGANISATION', 'PERSONAL', 'UNNAMED']);
  });

  it('keeps what README’s ten minutes promise', async () => {
    const coordinator = await as('katrin.ahlers@kreis.example');
    const { lines, meetings } = await coordinator.get<TodayView>('/api/today');
    const words = lines.map(({ text }) => text).join('\n');
    expect(words).toContain('Werkstatt Antragslotsen');
    const next = meetings.find(({ title }) => title.includes('Jahresrückblick'));
    expect(next).toMatchObject({ accepted: 4, tentative: 0, declined: 1, silent: 2 });
    expect(next?.startsAt.slice(0, 10)).toBe('2026-12-05');
    expect(await column(`select title as it from meeting where state = 'HELD'`)).toEqual([
      'Werkstatt Antragslotsen: Wer hilft beim Ausfüllen?',
    ]);
    expect(await count(`feedback where state = 'SUBMITTED' and flagged`)).toBe(1);
    expect(await count(`feedback where state = 'SUBMITTED'`)).toBe(5);
    expect(await count('return_message where sent_at is not null')).toBe(5);
    expect(
      await column(
        `select type as it from meeting where state = 'INVITED' and starts_at > '${DAY}' order by starts_at`,
      ),
    ).toEqual(['NETWORK', 'COMMITTEE']);
  });

  it('leads from each mail to where the demo will be found', async () => {
    expect(
      await count(`outbox_message where preview::text like '%//runder-tisch.example/antwort/%'`),
    ).toBeGreaterThan(20);
    expect(await count(`outbox_message where preview::text ~ '//(localhost|127\\.)'`)).toBe(0);
  });

  it('shows polls, a vacancy, notes and somebody who waits to be let in', async () => {
    expect(await column('select state as it from date_poll order by 1')).toEqual(['CHOSEN', 'OPEN']);
    expect(await count('conversation_note')).toBe(2);
    expect(await column(`select organisation_name as it from registration where state = 'PENDING'`)).toEqual([
      'Kleiderkammer Brehna e. V. (Demo)',
    ]);
    expect(await count('place where cardinality(facets) > 2')).toBe(4);
    expect(await count('membership where person_id is null')).toBe(1);
  });

  it('tells everybody what came of it, and nobody where the secret place is', async () => {
    const results = await page('/ergebnisse');
    for (const words of ['Wohngeld', 'Die Tür am Amt öffnet jetzt auf Knopfdruck'])
      expect(results).toContain(words);
    const [secret = ''] = await column(
      `select service_id as it from confidential_address where street = 'Wiesengrund 7'`,
    );
    const offers = (await page('/angebote')) + (await page(`/angebote/${secret}`));
    expect(offers).toContain('Frauen- und Kinderschutzhaus');
    expect(offers).not.toContain('Wiesengrund');
  });
});
