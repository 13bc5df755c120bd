import ICAL from 'ical.js';
import type { Page } from '@runder-tisch/domain/lists';
import type { CalendarFeedView } from '@runder-tisch/domain/meetings';
import { calendarFeed, meetingSeries } from '@runder-tisch/scenario/calendar';
import { refusalOf } from '@runder-tisch/scenario/client';
import * as given from '@runder-tisch/scenario/meetings';
import { membership, network } from '@runder-tisch/scenario/networks';
import sql from 'sql-template-tag';
import { systemViewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { rowsIn } from '../../database/rows';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

describe('The address of a calendar', () => {
  let app: TestApp;
  let coordinator: SignedIn;
  let member: SignedIn;
  let networkId: string;

  beforeAll(async () => {
    app = await testApp({ now: '2026-09-01T09:00:00+02:00' });
    [coordinator, member] = await Promise.all([signedIn(app, 'coordinator'), signedIn(app, 'provider')]);
    networkId = await network(coordinator, { name: 'Netzwerk Wohnen' });
    await membership(coordinator, networkId, {
      personId: member.personId,
      fromDay: '2026-01-01',
      role: 'MEMBER',
    });
  });
  afterAll(() => app.close());

  const fetched = (address: string, headers: Record<string, string> = {}) =>
    fetch(app.url + new URL(address).pathname, { headers });
  const events = async (address: string): Promise<ICAL.Component[]> =>
    new ICAL.Component(ICAL.parse(await (await fetched(address)).text()) as never).getAllSubcomponents(
      'vevent',
    );
  const titles = async (address: string) =>
    (await events(address)).map((it) => String(it.getFirstPropertyValue('summary'))).sort();

  it('gives a calendar program without sign-in what its account may see, and never who else is invited', async () => {
    const { address } = await calendarFeed(member, networkId);
    const invitees = ['gast@fern.test'];
    await given.invitedMeeting(coordinator, { title: 'Wohnrunde', networkId, day: '2026-10-14', invitees });
    await given.meeting(coordinator, { title: 'Nur ein Entwurf', networkId, day: '2026-10-21' });
    const answer = await fetched(address);
    const ics = await answer.text();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(ics).toContain('METHOD:PUBLISH');
    expect(ics).not.toContain('ATTENDEE');
    expect(ics).not.toContain('gast@fern.test');
    const shown = await titles(address);
    expect(shown).toContain('Wohnrunde');
    expect(shown).not.toContain('Nur ein Entwurf');
  });

  it('answers a program that has the newest with 304, and with all of it once something changed', async () => {
    const { address } = await calendarFeed(coordinator, networkId);
    const first = await fetched(address);
    const known = { 'If-None-Match': first.headers.get('etag') ?? '' };
    expect((await fetched(address, known)).status).toBe(304);
    await given.invitedMeeting(coordinator, {
      ...{ title: 'Neu', networkId, day: '2026-10-28', invitees: ['gast@fern.test'] },
    });
    expect((await fetched(address, known)).status).toBe(200);
  });

  it('of one’s own dates leaves out what one declined, and keeps what was called off as called off', async () => {
    const { address } = await calendarFeed(member);
    const invitees = [
      { personId: member.personId, mail: `${member.accountId}@rolle.test`, name: 'Mitglied' },
    ];
    const [declined, off] = await Promise.all(
      [
        { title: 'Abgelehnt', networkId: null },
        { title: 'Abgesagt', networkId },
      ].map((it) => given.invitedMeeting(coordinator, { ...it, day: '2026-11-04', invitees })),
    );
    expect(await titles(address)).toEqual(expect.arrayContaining(['Abgelehnt', 'Abgesagt']));
    const page = await given.staffMeeting(coordinator, declined?.id ?? '');
    const answer = {
      answer: 'DECLINED',
      channel: 'PHONE',
      companions: 0,
      deputyName: '',
      needs: '',
      message: '',
    };
    await coordinator.post(`/api/invitations/${page.invitations[0]?.id}/answer`, answer);
    await given.cancelMeeting(coordinator, off?.id ?? '');
    const shown = await events(address);
    const of = (title: string) => shown.find((it) => it.getFirstPropertyValue('summary') === title);
    expect(of('Abgelehnt')).toBeUndefined();
    expect(of('Abgesagt')?.getFirstPropertyValue('status')).toBe('CANCELLED');
  });

  it('shows a series as one entry with its exceptions, and names the date that was moved', async () => {
    const own = await network(coordinator, { name: 'Netzwerk Reihe' });
    const { address } = await calendarFeed(coordinator, own);
    const days = ['2026-10-07', '2026-11-04', '2026-11-18'];
    const rule = { rhythm: 'WEEKS', every: 2, untilDay: '2026-12-02' } as const;
    const facts = { title: 'Reihe', networkId: own, day: '2026-10-07' };
    const { meetingIds, seriesId } = await meetingSeries(coordinator, facts, rule, days);
    await given.changeMeeting(coordinator, meetingIds[1] as string, { day: '2026-11-05' });
    const [master, moved, ...more] = await events(address);
    expect(more).toEqual([]);
    expect(String(master?.getFirstPropertyValue('uid'))).toContain(seriesId);
    expect(master?.getFirstPropertyValue('uid')).toBe(moved?.getFirstPropertyValue('uid'));
    expect(String(moved?.getFirstPropertyValue('recurrence-id'))).toBe('2026-11-04T14:00:00');
    expect(String(moved?.getFirstPropertyValue('dtstart'))).toBe('2026-11-05T14:00:00');
    expect(String(master?.getFirstPropertyValue('exdate'))).toBe('2026-10-21T14:00:00');
  });

  it('is told once, kept as a hash, and gives nothing once it is taken back or the account is closed', async () => {
    const { id, address } = await calendarFeed(member, networkId);
    const secret = new URL(address).pathname.slice('/kalender/'.length, -'.ics'.length);
    const { items } = await member.get<Page<CalendarFeedView>>('/api/calendar/feeds');
    expect(JSON.stringify(items)).not.toContain(secret);
    const [row] = await app
      .get(Database)
      .rows<{ kept: string }>(
        sql`select to_jsonb(calendar_feed)::text as kept from calendar_feed where id = ${id}`,
      );
    expect(row?.kept).not.toContain(secret);
    expect((await fetched(address)).status).toBe(200);
    expect((await member.get<Page<CalendarFeedView>>('/api/calendar/feeds')).items.at(-1)?.lastUsedOn).toBe(
      '2026-09-01',
    );
    expect(await refusalOf(coordinator.delete(`/api/calendar/feeds/${id}`))).toBe('not-found');
    await member.delete(`/api/calendar/feeds/${id}`);
    expect((await fetched(address)).status).toBe(404);
    const other = await signedIn(app, 'coordinator');
    const closed = await calendarFeed(other);
    await app
      .get(Database)
      .write(systemViewer, 'test.close', (tx) =>
        rowsIn(tx, sql`update account set disabled_at = now() where id = ${other.accountId}`),
      );
    expect((await fetched(closed.address)).status).toBe(404);
    expect((await fetched('http://x/kalender/geraten.ics')).status).toBe(404);
  });

  it('of a network nobody knows or without end is refused', async () => {
    const unknown = calendarFeed(member, '00000000-0000-7000-8000-000000000000');
    expect(await refusalOf(unknown)).toBe('not-found');
    const greedy = await signedIn(app, 'provider');
    for (let made = 0; made < 30; made += 1) await calendarFeed(greedy);
    expect(await refusalOf(calendarFeed(greedy))).toBe('calendar-feed-too-many');
  });
});
