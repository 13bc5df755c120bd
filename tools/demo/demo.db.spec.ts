import { createApp, type RunningApp, Sessions, SESSION_COOKIE } from '@runder-tisch/api/create-app';
import { HeldClock, type TestDatabase, testDatabase } from '@runder-tisch/api/test';
import { type LooseEnd, looseEndKinds } from '@runder-tisch/domain/loose-ends';
import type { Page } from '@runder-tisch/domain/lists';
import type { MeasureListItem } from '@runder-tisch/domain/measures';
import type { Verdict } from '@runder-tisch/domain/measures/evaluation';
import type { TextBlockView } from '@runder-tisch/domain/settings';
import type { TodayView } from '@runder-tisch/domain/tasks';
import { Client } from '@runder-tisch/scenario/client';
import { evaluationView } from '@runder-tisch/scenario/evaluation';
import { measureView } from '@runder-tisch/scenario/measures';
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
    expect(await count('feedback')).toBe(43);
    expect(await count(`feedback where letter_id is not null`)).toBe(2);
    expect(await count(`incoming_letter where state = 'OPEN'`)).toBe(1);
    expect(
      await count('(select distinct primary_field_id from feedback where primary_field_id is not null)'),
    ).toBe(8);
    expect(
      await column('select distinct voice as it from feedback where voice is not null order by 1'),
    ).toEqual(['ORGANISATION', 'PERSONAL', 'UNNAMED']);
  });

  it('answers with text blocks, whose uses stand at them', async () => {
    const planner = await as('jens.brandt@kreis.example');
    const { items } = await planner.get<Page<TextBlockView>>('/api/text-blocks');
    const used = items.filter(({ used }) => used > 0).map(({ name }) => name);
    expect(used).toEqual(expect.arrayContaining(['Dank', 'Weitergeleitet', 'Zur Kenntnis', 'Rückfrage']));
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
    expect(await count(`feedback where state = 'SUBMITTED'`)).toBe(6);
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

  it('goes on from what was said to Befunde, Schwerpunkte, Empfehlungen and twelve measures', async () => {
    const planner = await as('jens.brandt@kreis.example');
    const states = (table: string): Promise<string[]> =>
      column(`select concat_ws(' ', count(*), state) as it from ${table} group by state order by state`);
    expect(await states('finding')).toEqual(['8 CONFIRMED', '1 DRAFT']);
    expect(await states('action_priority')).toEqual(['2 PROPOSED', '3 SET']);
    expect(await states('recommendation')).toEqual([
      ...['7 ACCEPTED', '2 CHANGED', '1 DRAFT', '1 REJECTED', '2 SUBMITTED'],
    ]);
    expect(
      await column(
        `select earlier_plan as it from recommendation where earlier_plan <> '' order by year, number`,
      ),
    ).toEqual([
      ...['Teilplan Beratung 2018 (Demo)', 'Teilhabeplan 2020 (Demo)', 'Jugendhilfeplan 2020 (Demo)'],
    ]);
    const { items } = await planner.get<Page<MeasureListItem>>('/api/measures?limit=100');
    expect(items).toHaveLength(12);
    expect(new Set(items.map(({ status }) => status.status))).toEqual(
      new Set(['UNDECIDED', 'NOT_STARTED', 'ON_TRACK', 'AT_RISK', 'LATE', 'ON_HOLD', 'DONE']),
    );
    expect(items.filter(({ silentUntil }) => silentUntil).map(({ title }) => title)).toEqual([
      'Überleitungsstandard Entgiftung–Reha',
    ]);
    expect(items.filter(({ status }) => status.setBy)).toHaveLength(1);
  });

  it('shows what a measure did, and what cannot be judged yet', async () => {
    const planner = await as('jens.brandt@kreis.example');
    const verdicts: Record<string, Verdict[]> = {};
    for (const id of await column('select distinct measure_id as it from evaluation_goal')) {
      const { title } = await measureView(planner, id);
      verdicts[title] = (await evaluationView(planner, id)).goals.map(({ verdict }) => verdict);
    }
    expect(verdicts).toEqual({
      'Barrierecheck publikumsoffener Kreisgebäude': ['REACHED', 'REACHED', 'ON_COURSE'],
      'Dialogreihe Zukunft der Dörfer (Bürgerbus, Ehrenamt)': ['REACHED', 'NO_VERDICT'],
      'Gemeinsame Sprechstunde Wohngeld/Jobcenter in Beratungsstellen': ['ON_COURSE'],
      'Zweiter Beratungstag Schuldnerberatung in Zerbst': ['BEHIND'],
    });
    expect(await column(`select conclusion as it from evaluation where evaluated_on is not null`)).toEqual([
      expect.stringContaining('Zwölf von zwölf Gebäuden'),
    ]);
  });

  it('leaves loose ends of every kind, and one link to look at again', async () => {
    const planner = await as('jens.brandt@kreis.example');
    const { items } = await planner.get<Page<LooseEnd>>('/api/loose-ends?limit=100');
    expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(looseEndKinds));
    expect(items.filter(({ kind }) => kind === 'TO_CHECK').map(({ title }) => title)).toEqual([
      expect.stringContaining('Übergänge in der Gesundheitsversorgung'),
    ]);
  });

  it('gave points to five Schwerpunkte, and lets others be given', async () => {
    expect(await column('select state as it from prioritisation order by 1')).toEqual(['CLOSED', 'OPEN']);
    const given = `select points as it from prioritisation_option join prioritisation on prioritisation_id = prioritisation.id
      where state = 'CLOSED' order by points desc`;
    expect((await column(given)).map(Number)).toEqual([20, 16, 11, 6, 2]);
  });

  it('asked for data by link: one came late and is done, one is confirmed, one is overdue', async () => {
    expect(await column(`select state as it from data_request order by number`)).toEqual([
      'CLOSED',
      'SENT',
      'ACKNOWLEDGED',
    ]);
    expect(await count('data_request_delivery')).toBe(1);
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
