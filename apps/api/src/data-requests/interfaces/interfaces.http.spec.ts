import ICAL from 'ical.js';
import type { InterfaceDescriptionView, InterfaceProposals } from '@runder-tisch/domain/data-requests';
import type { TodayView } from '@runder-tisch/domain/tasks';
import { refusalOf } from '@runder-tisch/scenario/client';
import {
  changeInterface,
  dataRequest,
  deliveryCalendar,
  interfaceAgreement,
  interfacePage,
  interfaces,
  moveDataRequest,
  moveSectorPlan,
  sectorPlan,
  sectorPlanOf,
  sectorPlans,
  takeProposals,
} from '@runder-tisch/scenario/data-requests';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

const START = '2025-04-10T08:00:00Z';

describe('Schnittstellenbeschreibung', () => {
  let app: TestApp;
  let planner: SignedIn;
  let number = 0;

  beforeAll(async () => {
    app = await testApp({ now: START });
  });
  beforeEach(() => at(START));
  afterAll(() => app.close());

  /** A session does not last as long as a deadline. */
  const at = async (instant: string): Promise<void> => {
    app.clock.set(instant);
    planner = await signedIn(app, 'planner');
  };
  const agreed = (facts: Parameters<typeof interfaceAgreement>[1] | object = {}): Promise<string> =>
    interfaceAgreement(planner, {
      partner: `Schulamt ${(number += 1)}`,
      name: 'Schülerzahlen',
      rhythm: 'QUARTERLY',
      validFrom: '2025-01-01',
      ...facts,
    });
  const calendarFile = async (query: string) => {
    const answer = await planner.raw('GET', `/api/interfaces/calendar.ics?${query}`);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const calendar = new ICAL.Component(ICAL.parse(await answer.text()) as never);
    return calendar.getAllSubcomponents('vevent').map((vevent) => {
      const { uid, summary, description, sequence, startDate, endDate } = new ICAL.Event(vevent);
      const stamp = new Date(String(vevent.getFirstPropertyValue('dtstamp')))
        .toISOString()
        .replace('.000', '');
      return {
        ...{ uid, summary, description, sequence, stamp, days: startDate.isDate && endDate.isDate },
        ...{ start: startDate.toString(), end: endDate.toString() },
      };
    });
  };
  const lines = async () => (await planner.get<TodayView>('/api/today')).lines.map(({ text }) => text);
  const told = async (id: string, year = 2025) =>
    ((await deliveryCalendar(planner, year)).rows.find((row) => row.id === id)?.dates ?? []).map(
      ({ label, dueOn, state }) => `${label} bis ${dueOn}: ${state}`,
    );

  it('says by which day each delivery is expected, and takes what came from the requests', async () => {
    const id = await agreed();
    expect(await told(id)).toEqual([
      '1. Quartal 2025 bis 2025-04-30: TO_ASK',
      '2. Quartal 2025 bis 2025-07-30: TO_COME',
      '3. Quartal 2025 bis 2025-10-30: TO_COME',
    ]);
    const request = await dataRequest(planner, {
      ...{ agreementId: id, period: '1. Quartal 2025', dueOn: '2025-05-02' },
      recipients: 'schulamt@schulamt.test',
    });
    await moveDataRequest(planner, request, 'send');
    expect(await told(id)).toContain('1. Quartal 2025 bis 2025-04-30: ASKED');
    await at('2025-05-05T08:00:00Z');
    expect(await told(id)).toContain('1. Quartal 2025 bis 2025-04-30: LATE');
    const page = await interfacePage(planner, id);
    expect(page.requests).toMatchObject([{ id: request, period: '1. Quartal 2025', overdue: true }]);
    expect(page.dates.flatMap(({ requests }) => requests.map((it) => it.id))).toEqual([request]);
  });

  it('brings what nobody asked for in time to Heute, with the way to the request', async () => {
    const partner = `Wohngeldstelle ${(number += 1)}`;
    const id = await agreed({ partner });
    expect((await lines()).filter((text) => text.includes(partner))).toEqual([]);
    await at('2025-05-05T08:00:00Z');
    const { lines: due } = await planner.get<TodayView>('/api/today');
    const missed = due.filter(({ kind }) => kind === 'delivery-missed' || kind === 'deliveries-missed');
    expect(missed).not.toEqual([]);
    const own = missed.find(({ text }) => text.includes(partner));
    if (own) expect(own.path).toContain(`schnittstelle=${id}&zeitraum=1.%20Quartal%202025`);
    await dataRequest(planner, { agreementId: id, period: '1. Quartal 2025', dueOn: '2025-05-20' });
    expect((await lines()).filter((text) => text.includes(partner))).toEqual([]);
  });

  it('tells nobody as late who never began with it', async () => {
    const id = await agreed({ validFrom: null });
    await at('2025-05-05T08:00:00Z');
    expect(await told(id)).toEqual([
      '1. Quartal 2025 bis 2025-04-30: TO_ASK',
      '2. Quartal 2025 bis 2025-07-30: TO_COME',
      '3. Quartal 2025 bis 2025-10-30: TO_COME',
    ]);
  });

  it('keeps what was agreed before as a version, and loses no period over a change of the rhythm', async () => {
    const id = await agreed();
    await changeInterface(planner, id, { rhythm: 'MONTHLY', validFrom: '2025-05-15' });
    const { versions } = await interfacePage(planner, id);
    expect(versions).toMatchObject([
      { validFrom: '2025-05-15', validTo: null, rhythm: 'MONTHLY' },
      { validFrom: '2025-01-01', validTo: '2025-05-14', rhythm: 'QUARTERLY' },
    ]);
    expect((await told(id)).map((words) => words.split(' bis ')[0])).toEqual([
      '1. Quartal 2025',
      '2. Quartal 2025',
      'Juli 2025',
      'August 2025',
      'September 2025',
      'Oktober 2025',
      'November 2025',
    ]);
  });

  it('corrects a version on its own day, moves one that says the same, and refuses an earlier one', async () => {
    const id = await agreed();
    await changeInterface(planner, id, { daysToDeliver: 45 });
    await changeInterface(planner, id, { validFrom: '2025-02-01' });
    expect((await interfacePage(planner, id)).versions).toMatchObject([
      { validFrom: '2025-02-01', daysToDeliver: 45 },
    ]);
    await changeInterface(planner, id, { form: 'CSV', validFrom: '2025-06-01' });
    expect((await interfacePage(planner, id)).versions).toHaveLength(2);
    expect(await refusalOf(changeInterface(planner, id, { form: 'TABLE', validFrom: '2025-03-01' }))).toBe(
      'interface-valid-from-before',
    );
    expect(await refusalOf(changeInterface(planner, id, { form: 'TABLE', validFrom: null }))).toBe(
      'interface-valid-from-before',
    );
    expect((await interfacePage(planner, id)).form).toBe('CSV');
  });

  it('has Fachplanungen whose state goes by verbs, with what they need', async () => {
    const agreementId = await agreed();
    const name = `Altenhilfeplanung ${(number += 1)}`;
    const id = await sectorPlan(planner, {
      ...{ name, sector: 'CARE', nextOn: '2025-03-31', agreementIds: [agreementId] },
      ...{ state: 'IN_FORCE', stateOn: '2021-03-31' },
    });
    expect(await sectorPlanOf(planner, id)).toMatchObject({
      overdue: true,
      moves: ['update', 'outdate'],
      interfaces: [{ id: agreementId }],
    });
    expect((await interfacePage(planner, agreementId)).plans).toEqual([{ id, name }]);
    expect(await lines()).toContain(`Fortschreibung fällig: ${name}`);
    expect(await refusalOf(moveSectorPlan(planner, id, 'update', '2025-04-11'))).toBe(
      'sector-plan-day-ahead',
    );
    expect(await refusalOf(moveSectorPlan(planner, id, 'enforce', '2025-04-10'))).toBe(
      'sector-plan-move-not-allowed',
    );
    expect(await moveSectorPlan(planner, id, 'update', '2025-04-10')).toMatchObject({
      ...{ state: 'IN_UPDATE', stateOn: '2025-04-10', overdue: false },
    });
    expect(await lines()).not.toContain(`Fortschreibung fällig: ${name}`);
    expect(await refusalOf(sectorPlan(planner, { name: name.toUpperCase() }))).toBe('sector-plan-name-taken');
    const { version, interfaces: _needed, ...plan } = await sectorPlanOf(planner, id);
    const { sector, unit, link, nextOn, note } = plan;
    const changed = { name, sector, unit, link, nextOn, note, agreementIds: [] };
    await planner.put(`/api/sector-plans/${id}`, changed, version);
    expect(await sectorPlanOf(planner, id)).toMatchObject({ state: 'IN_UPDATE', interfaces: [] });
    const unknown = { ...changed, agreementIds: ['01890000-0000-7000-8000-000000000000'] };
    expect(await refusalOf(planner.put(`/api/sector-plans/${id}`, unknown, version + 1))).toBe(
      'sector-plan-unknown-interface',
    );
  });

  it('proposes what is missing and takes it over once', async () => {
    const before = (await interfaces(planner)).length;
    const open = await planner.get<InterfaceProposals>('/api/interfaces/proposals');
    expect(open.interfaces.map(({ partner }) => partner)).toEqual([
      'Fachausschuss',
      'Kreistag',
      'Ministerium',
      'Öffentlichkeit',
    ]);
    await takeProposals(planner);
    await takeProposals(planner);
    expect(await interfaces(planner)).toHaveLength(before + 4);
    expect((await sectorPlans(planner)).map(({ sector }) => sector)).toEqual(
      expect.arrayContaining(['YOUTH_WELFARE', 'CARE', 'SCHOOL', 'INCLUSION']),
    );
    expect(await planner.get<InterfaceProposals>('/api/interfaces/proposals')).toEqual({
      interfaces: [],
      plans: [],
    });
  });

  it('is a page and a tagged PDF of who gives what to whom by when', async () => {
    const partner = `Leitstelle ${(number += 1)}`;
    await agreed({ partner, basis: '§ 7 RettDG LSA', dataClass: 'SMALL_NUMBERS' });
    const { content } = await planner.get<InterfaceDescriptionView>('/api/interfaces/description');
    const words = JSON.stringify(content);
    for (const said of [
      partner,
      '§ 7 RettDG LSA',
      'bis 30. April 2025: 1. Quartal 2025',
      'mit kleinen Zahlen',
    ])
      expect(words).toContain(said);
    const pdf = await fetch(`${planner.url}/api/interfaces/description.pdf`, {
      headers: { Cookie: planner.cookie ?? '' },
    });
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    const bytes = Buffer.from(await pdf.arrayBuffer()).toString('latin1');
    expect(bytes.startsWith('%PDF')).toBe(true);
  });

  it('says the same of what is overdue in the calendar and in the Beschreibung, however long ago', async () => {
    await agreed({ validFrom: '2022-01-01', rhythm: 'YEARLY' });
    const early = await agreed({ validFrom: '2025-01-01' });
    const request = await dataRequest(planner, {
      ...{ agreementId: early, period: '1. Quartal 2025', dueOn: '2025-04-11' },
      recipients: 'frueh@schulamt.test',
    });
    await moveDataRequest(planner, request, 'send');
    const before = (await deliveryCalendar(planner, 2025)).overdue;
    await at('2025-04-14T08:00:00Z');
    const { overdue } = await deliveryCalendar(planner, 2025);
    expect(overdue).toBe(before + 1);
    const { content } = await planner.get<InterfaceDescriptionView>('/api/interfaces/description');
    expect(JSON.stringify(content)).toContain(`${overdue} Lieferungen sind überfällig.`);
    expect(JSON.stringify(content)).toContain('überfällig seit 30. Januar 2023: Jahr 2022');
  });

  it('is a calendar file of whole days that corrects itself when it is taken over again', async () => {
    const partner = `Kita; "Amt", ${(number += 1)}`;
    const id = await agreed({ partner, name: 'Plätze' });
    const first = (await calendarFile('year=2025')).filter(({ summary }) => summary.includes(partner));
    expect(first.map(({ summary, start, end, days }) => [summary, start, end, days])).toEqual(
      [
        ['2025-04-30', '2025-05-01'],
        ['2025-07-30', '2025-07-31'],
        ['2025-10-30', '2025-10-31'],
      ].map(([start, end]) => [`Lieferung von ${partner}: Plätze`, start, end, true]),
    );
    expect(first[0]?.description).toContain('Zeitraum: 1. Quartal 2025\nStand 10. April 2025: anzufordern');
    expect(first[0]?.description).toContain(`/planung/schnittstellen/${id}`);
    await changeInterface(planner, id, { daysToDeliver: 45 });
    const moved = (await calendarFile('year=2025')).filter(({ summary }) => summary.includes(partner));
    expect(moved.map(({ uid }) => uid)).toEqual(expect.arrayContaining(first.map(({ uid }) => uid)));
    const again = moved.find(({ uid }) => uid === first[0]?.uid);
    expect(again?.start).toBe('2025-05-15');
    expect(again?.sequence).toBeGreaterThan(first[0]?.sequence ?? 0);
    expect(first[0]?.stamp).toBe(START);
    await at('2025-06-02T08:00:00Z');
    const late = (await calendarFile('year=2025&overdue=1')).filter(({ summary }) =>
      summary.includes(partner),
    );
    expect(late.map(({ uid }) => uid)).toEqual([first[0]?.uid]);
    expect(await refusalOf(planner.get('/api/interfaces/calendar.ics?year=2199&overdue=1'))).toBe(
      'not-found',
    );
  });

  it('is for planning alone', async () => {
    for (const role of ['reader', 'provider', 'coordinator'] as const) {
      const onlooker = await signedIn(app, role);
      for (const path of ['calendar', 'calendar.ics', 'description', 'description.pdf'])
        expect(await refusalOf(onlooker.get(`/api/interfaces/${path}`))).toBe('forbidden');
      expect(await refusalOf(onlooker.get('/api/sector-plans'))).toBe('forbidden');
    }
  });
});
