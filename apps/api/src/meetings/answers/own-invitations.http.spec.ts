import type { Page } from '@runder-tisch/domain/lists';
import type { OwnInvitationItem } from '@runder-tisch/domain/meetings';
import type { SaveInvitee } from '@runder-tisch/domain/meetings/meetings-requests';
import { invitedMeeting, staffMeeting } from '@runder-tisch/scenario/meetings';
import { organisation } from '../../../test/organisation';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

describe('Invitations of a house', () => {
  let app: TestApp;
  let planner: SignedIn;
  let leader: SignedIn;
  let colleague: SignedIn;
  let stranger: SignedIn;
  let house: string;

  beforeAll(async () => {
    app = await testApp({ now: '2025-03-12T13:00:00Z' });
    planner = await signedIn(app, 'planner');
    [leader, colleague, stranger] = await Promise.all([
      signedIn(app, 'provider'),
      signedIn(app, 'provider'),
      signedIn(app, 'provider'),
    ]);
    house = await organisation(planner, 'Ahornhaus', leader.personId, colleague.personId);
    await organisation(planner, 'Taubenhof', stranger.personId);
  });
  afterAll(() => app.close());

  const mailOf = (client: SignedIn): string => `${client.accountId}@rolle.test`;
  const guest = (client: SignedIn): Partial<SaveInvitee> => ({
    personId: client.personId,
    onBehalfOfId: client === stranger ? null : house,
    mail: mailOf(client),
    name: 'Eingeladen',
  });
  const listOf = (client: SignedIn, query = ''): Promise<Page<OwnInvitationItem>> =>
    client.get<Page<OwnInvitationItem>>(`/api/invitations/mine${query}`);

  const fachtagOf = async (client: SignedIn): Promise<OwnInvitationItem | undefined> =>
    (await listOf(client)).items.find((it) => it.meeting.title === 'Fachtag Pflege');

  it('stand in one list: one’s own to be answered, and of colleagues who goes, but not what they wrote', async () => {
    const { id } = await invitedMeeting(planner, {
      title: 'Fachtag Pflege',
      day: '2025-04-02',
      startTime: '14:00',
      endTime: '16:00',
      invitees: [guest(leader), guest(colleague), guest(stranger)],
    });
    const { invitations } = await staffMeeting(planner, id);
    const theirs = invitations.find((it) => it.mail === mailOf(colleague));
    expect(theirs?.onBehalfOf?.id).toBe(house);
    await colleague.post(`/api/invitations/${theirs?.id}/answer`, {
      answer: 'ACCEPTED',
      channel: null,
      companions: 0,
      deputyName: '',
      needs: 'Vertrauliche Hilfe',
      message: '',
    });
    const mine = await fachtagOf(leader);
    expect(mine).toMatchObject({
      meeting: { title: 'Fachtag Pflege', open: true },
      own: { answer: 'NEEDS_ACTION' },
      mayAnswer: true,
      house: [{ answer: 'ACCEPTED' }],
    });
    expect(JSON.stringify(mine)).not.toContain('Vertrauliche Hilfe');
    const other = await fachtagOf(stranger);
    expect(other?.house).toEqual([]);
    expect((await listOf(await signedIn(app, 'provider'))).items).toEqual([]);
    expect((await listOf(leader, '?when=past')).items).toEqual([]);
  });

  it('of colleagues alone are shown without a way to answer for them', async () => {
    const { id } = await invitedMeeting(planner, {
      title: 'Nur die Kollegin',
      day: '2025-03-20',
      startTime: '14:00',
      endTime: '16:00',
      invitees: [guest(colleague)],
    });
    const item = (await listOf(leader)).items.find((it) => it.meeting.id === id);
    expect(item).toMatchObject({ own: null, mayAnswer: false, meeting: { open: false } });
    expect(item?.house).toHaveLength(1);
  });

  it('are read in pages, the soonest first', async () => {
    for (const [title, day] of [
      ['Später', '2025-06-02'],
      ['Früher', '2025-05-02'],
    ] as const)
      await invitedMeeting(planner, { title, day, invitees: [guest(stranger)] });
    const titles: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const read: Page<OwnInvitationItem> = await listOf(stranger, `?limit=1&after=${next}`);
      titles.push(...read.items.map((it) => it.meeting.title));
      next = read.next;
    }
    expect(titles.filter((it) => it !== 'Fachtag Pflege')).toEqual(['Früher', 'Später']);
    expect((await colleague.raw('GET', '/api/invitations/mine?after=Unsinn')).status).toBe(400);
  });
});
