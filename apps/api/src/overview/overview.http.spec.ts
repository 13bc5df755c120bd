import type { OverviewView } from '@runder-tisch/domain/overview';
import { refusalOf } from '@runder-tisch/scenario/client';
import {
  answerFeedback,
  decideFeedback,
  feedback,
  feedbackStep,
  linkFeedback,
  returnMessage,
  sendReturnMessage,
} from '@runder-tisch/scenario/feedback';
import { committee, fieldOfAction } from '@runder-tisch/scenario/lists';
import { invitedMeeting, meeting, meetingPage } from '@runder-tisch/scenario/meetings';
import { task } from '@runder-tisch/scenario/networks';
import {
  approveMinutes,
  attend,
  endSession,
  minutesLine,
  startSession,
} from '@runder-tisch/scenario/session';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

describe('The start page of those who read', () => {
  let app: TestApp;
  let planner: SignedIn;
  let reader: SignedIn;
  let committeeId: string;

  beforeAll(async () => {
    app = await testApp({ now: '2026-03-12T09:00:00Z' });
    [planner, reader] = await Promise.all([signedIn(app, 'planner'), signedIn(app, 'reader')]);
    committeeId = await committee(planner, { name: 'Sozialausschuss' });
  });
  afterAll(() => app.close());

  const view = (): Promise<OverviewView> => reader.get<OverviewView>('/api/overview');
  const invited = () => ({ personId: reader.personId, mail: 'mitglied@kreistag.test', name: 'Mitglied' });

  it('names the next sessions with the points the reader may read, and no meeting of others', async () => {
    await invitedMeeting(planner, {
      title: 'Sitzung des Sozialausschusses',
      committeeId,
      day: '2026-03-26',
      invitees: [invited()],
      agenda: [
        { title: 'Bericht zur Schuldnerberatung', presenter: 'Frau Ahlers' },
        { title: 'Vorlage für Mitglieder', visibility: 'INTERNAL' },
        { title: 'Kanarie: nur fürs Amt', visibility: 'HIDDEN' },
      ],
    });
    await invitedMeeting(planner, {
      title: 'Offene Werkstatt',
      public: true,
      day: '2026-03-20',
      invitees: ['gast@anderswo.test'],
      agenda: ['Begrüßung', { title: 'Kanarie: unter Eingeladenen', visibility: 'INTERNAL' }],
    });
    await invitedMeeting(planner, {
      title: 'Kanarie: geschlossene Runde',
      day: '2026-03-18',
      invitees: ['gast@anderswo.test'],
    });
    await meeting(planner, { title: 'Kanarie: Entwurf', public: true, day: '2026-03-19' });
    const shown = await view();
    expect(shown.sessions.map((it) => [it.title, it.body, it.own])).toEqual([
      ['Offene Werkstatt', '', null],
      ['Sitzung des Sozialausschusses', 'Sozialausschuss', 'NEEDS_ACTION'],
    ]);
    expect(shown.sessions[1]?.points).toMatchObject([
      { title: 'Bericht zur Schuldnerberatung', presenter: 'Frau Ahlers' },
      { title: 'Vorlage für Mitglieder' },
    ]);
    expect(JSON.stringify(shown)).not.toContain('Kanarie');
    // Of a public meeting others go to, the page offers no protocol.
    const pages = await Promise.all(shown.sessions.map((it) => meetingPage(reader, it.id)));
    expect(pages).toMatchObject([{ takesPart: false }, { takesPart: true }]);
  });

  it('names protocols and letters of meetings the reader belongs to, the newest first, and their pages open', async () => {
    const held = async (title: string, ...invitees: object[]): Promise<string> => {
      const { id } = await invitedMeeting(planner, {
        title,
        day: '2026-03-12',
        startTime: '10:30',
        endTime: '11:30',
        invitees,
      });
      const [seat] = (await startSession(planner, id)).attendance;
      if (seat) await attend(planner, id, seat);
      await minutesLine(planner, id, { text: 'Die Beratung wird ausgebaut.' });
      await endSession(planner, id);
      return id;
    };
    const own = await held('Märzsitzung', invited());
    const foreign = await held('Kanarie: fremdes Protokoll', { mail: 'gast@anderswo.test', name: 'Gast' });
    await held('Kanarie: nicht freigegeben', invited());
    await approveMinutes(planner, own);
    await approveMinutes(planner, foreign);
    const fieldId = await fieldOfAction(planner, 'Gesundheit');
    for (const meetingId of [own, foreign]) {
      const { id } = await feedback(planner, { text: 'Das Amt ist zu weit weg.', meetingId });
      await linkFeedback(planner, id, fieldId);
      await decideFeedback(planner, id, { decision: 'NOTED' });
      const subject = meetingId === own ? 'Was aus Ihren Hinweisen wurde' : 'Kanarie: fremder Brief';
      app.clock.pass(1, 'minutes');
      await sendReturnMessage(planner, (await returnMessage(planner, { meetingId }, { subject })).id);
    }
    const shown = await view();
    expect(shown.documents.map((it) => [it.label, it.title])).toEqual([
      ['Ergebnisbrief', 'Was aus Ihren Hinweisen wurde'],
      ['Protokoll', 'Märzsitzung am 12.03.2026'],
    ]);
    expect(JSON.stringify(shown)).not.toContain('Kanarie');
    const [letter, protocol] = shown.documents;
    expect((await reader.raw('GET', protocol?.file ?? '')).headers.get('content-type')).toBe(
      'application/pdf',
    );
    expect(await reader.get(`/api/return-messages/${letter?.id}`)).toMatchObject({
      subject: 'Was aus Ihren Hinweisen wurde',
      items: [],
      recipients: [],
      mayChange: false,
    });
  });

  it('says what became of Hinweise that were published, and what the reader is asked to do', async () => {
    const fieldId = await fieldOfAction(planner, 'Mobilität');
    const answered = async (text: string): Promise<string> => {
      const { id } = await feedback(planner, { text });
      await linkFeedback(planner, id, fieldId);
      await decideFeedback(planner, id, { decision: 'INCORPORATED' });
      await answerFeedback(planner, id, 'Kanarie: nur für Sie', false);
      return id;
    };
    await answered('Kanarie: nicht veröffentlicht');
    await feedbackStep(planner, await answered('Der Bus fährt zu selten.'), 'publish', {
      answer: 'Ab März jede Stunde.',
    });
    await task(planner, {
      title: 'Stellungnahme lesen',
      dueOn: '2026-03-12',
      personId: reader.personId,
    });
    const shown = await view();
    expect(shown.outcomes).toMatchObject([
      {
        text: 'Der Bus fährt zu selten.',
        field: 'Mobilität',
        decision: 'INCORPORATED',
        answer: 'Ab März jede Stunde.',
        since: '2026-03-12',
      },
    ]);
    expect(shown.lines.map((line) => line.text)).toContain('Stellungnahme lesen');
    expect(JSON.stringify(shown)).not.toContain('Kanarie');
  });

  it('belongs to those who read', async () => {
    for (const role of ['provider', 'coordinator'] as const)
      expect(await refusalOf((await signedIn(app, role)).get('/api/overview'))).toBe('forbidden');
  });
});
