import * as given from '@runder-tisch/scenario/meetings';
import { network } from '@runder-tisch/scenario/networks';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

describe('The next meeting of a network', () => {
  let app: TestApp;
  let coordinator: SignedIn;

  beforeAll(async () => {
    app = await testApp();
    app.clock.set('2026-11-23T09:00:00+01:00');
    coordinator = await signedIn(app, 'coordinator');
  });
  afterAll(() => app.close());

  it('after one with a theme is proposed as usual: title, text and agenda of the one before', async () => {
    const own = await network(coordinator, { name: 'Netzwerk Wohnen', meetingIntervalMonths: 3 });
    await given.invitedMeeting(coordinator, {
      title: 'Wohnrunde',
      networkId: own,
      day: '2026-12-03',
      invitationText: 'kommen Sie gern.',
      agenda: ['Runde', 'Offene Fälle'],
      invitees: ['gast@fern.test'],
    });
    const { id } = await given.invitedMeeting(coordinator, {
      title: 'Wohnrunde: Jahresrückblick',
      networkId: own,
      day: '2026-12-17',
      place: 'Rathaus Zerbst',
      invitationText: 'wir blicken auf das Jahr zurück.',
      agenda: ['Rückblick', 'Glühwein'],
      invitees: ['gast@fern.test'],
    });
    const { plan } = await given.nextMeeting(coordinator, own);
    expect(plan.meeting).toMatchObject({
      title: 'Wohnrunde',
      invitationText: 'kommen Sie gern.',
      day: '2027-03-18',
      place: 'Rathaus Zerbst',
      previousMeetingId: id,
    });
    expect(plan.agenda.map((item) => item.title)).toEqual(['Runde', 'Offene Fälle']);
  });
});
