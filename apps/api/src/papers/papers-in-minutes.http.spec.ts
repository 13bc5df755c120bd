import type { RefusedError } from '@runder-tisch/scenario/client';
import { excludeFrom } from '@runder-tisch/scenario/council/committee-sessions';
import { committeeSeat } from '@runder-tisch/scenario/council/committees';
import { enterResult, schedule, submittedPaper } from '@runder-tisch/scenario/council/papers';
import { person } from '@runder-tisch/scenario/actors';
import { committee } from '@runder-tisch/scenario/lists';
import { invitedMeeting, staffMeeting } from '@runder-tisch/scenario/meetings';
import { approveMinutes, attend, endSession, minutesLine, sessionOf } from '@runder-tisch/scenario/session';
import { type SignedIn, signedIn, signedInAgain } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

describe('Minutes of a session with a paper on its agenda', () => {
  let app: TestApp;
  let planner: SignedIn;
  let meetingId: string;
  let agendaItemId: string;
  let committeeId: string;
  let bodies = 0;

  beforeAll(async () => {
    app = await testApp({ smtp: false });
  });
  beforeEach(async () => {
    app.clock.set('2026-11-23T09:00:00Z');
    planner = await signedIn(app, 'planner');
    committeeId = await committee(planner, { name: `Sozialausschuss ${++bodies}` });
    const invitees = [];
    for (const familyName of ['Winter', 'Sommer', 'Herbst']) {
      const mail = `${familyName.toLowerCase()}${bodies}@gremium.test`;
      const personId = await person(planner, { familyName, mail });
      await committeeSeat(planner, committeeId, { personId, fromDay: '2024-07-01' });
      invitees.push({ personId, mail, name: familyName });
    }
    ({ id: meetingId } = await invitedMeeting(planner, {
      ...{ type: 'COMMITTEE', title: 'Sitzung', committeeId, day: '2026-12-10', invitees },
      agenda: [
        { title: 'Beratung vor Ort', visibility: 'INTERNAL' },
        { title: 'Verschiedenes', visibility: 'PUBLIC' },
      ],
    }));
    agendaItemId = (await staffMeeting(planner, meetingId)).agenda[0]?.id ?? '';
  });
  afterAll(() => app.close());

  async function evening(facts: { confidential: boolean }): Promise<() => Promise<unknown>> {
    const it = await submittedPaper(planner, { title: 'Beratung vor Ort', ...facts }, [committeeId]);
    const scheduled = await schedule(planner, it.consultations[0] ?? missing(), meetingId, agendaItemId);
    app.clock.set('2026-12-10T17:00:00Z');
    planner = await signedInAgain(app, planner);
    for (const seat of (await sessionOf(planner, meetingId)).attendance)
      await attend(planner, meetingId, seat);
    await minutesLine(planner, meetingId, { text: 'Beraten.', agendaItemId });
    await endSession(planner, meetingId);
    return () =>
      enterResult(planner, scheduled.consultations[0] ?? missing(), {
        ...{ resolutionNumber: 'SA-1', votesYes: 3, votesNo: 0, votesAbstained: 0 },
      });
  }

  const refusals = () =>
    approveMinutes(planner, meetingId).then(
      () => [],
      (error: RefusedError) => error.problem.errors.map(({ detail }) => detail),
    );

  async function call(visibility: 'PUBLIC' | 'INTERNAL'): Promise<void> {
    const item = (await staffMeeting(planner, meetingId)).agenda.find(({ id }) => id === agendaItemId);
    const { title, minutes, presenter, note, version } = item ?? missing();
    const request = { title, minutes, presenter, note, visibility };
    await planner.put(`/api/meetings/${meetingId}/agenda/${agendaItemId}`, request, version);
  }

  it('are not approved while a confidential paper stands on an item that has become public', async () => {
    const enter = await evening({ confidential: true });
    await enter();
    await call('PUBLIC');
    expect(await refusals()).toEqual([
      expect.stringMatching(/^TOP 1: Die Vorlage V-2026-\d+ ist nicht öffentlich; der Punkt gehört/),
    ]);
    await call('INTERNAL');
    expect(await refusals()).toEqual([]);
  });

  it('are not approved while more voted on a paper than were there and not left out, and name the item', async () => {
    const enter = await evening({ confidential: false });
    await enter();
    const [one, two] = (await sessionOf(planner, meetingId)).attendance;
    // Corrected after the votes were typed.
    await attend(planner, meetingId, one ?? missing(), false);
    expect(await refusals()).toEqual([
      expect.stringMatching(
        /^TOP „Beratung vor Ort“: Vorlage V-2026-\d+: Eingetragen sind 3 Stimmen, anwesend sind 2 Stimmberechtigte\.$/,
      ),
    ]);
    const again = (await sessionOf(planner, meetingId)).attendance.find(({ id }) => id === one?.id);
    await attend(planner, meetingId, again ?? missing());
    await excludeFrom(planner, meetingId, agendaItemId, [two?.personId ?? '']);
    expect(await refusals()).toEqual([
      expect.stringContaining('anwesend sind 3 Stimmberechtigte, davon 1 nach § 33 ausgeschlossen.'),
    ]);
    await excludeFrom(planner, meetingId, agendaItemId, []);
    expect(await refusals()).toEqual([]);
  });
});

function missing(): never {
  throw new Error('It is not there.');
}
