import { randomUUID } from 'node:crypto';
import type { Role } from '@runder-tisch/domain/accounts';
import { berlinDay } from '@runder-tisch/domain/time';
import { Client } from '@runder-tisch/scenario/client';
import { invitedMeeting, meeting, staffMeeting } from '@runder-tisch/scenario/meetings';
import { createPoll, pollOf, pollRequest } from '@runder-tisch/scenario/polls';
import { feedback, voice } from '@runder-tisch/scenario/feedback';
import { membership, network, task } from '@runder-tisch/scenario/networks';
import { SaveSocialService } from '@runder-tisch/domain/social-services/social-services-requests';
import { draftService } from '@runder-tisch/scenario/social-services';
import { minutesLine, startSession } from '@runder-tisch/scenario/session';
import { answerSchemasPath } from '../../src/open-data/openapi.controller';
import { OpenApi, type Operation, readAnswerSchemas } from '../../src/open-data/openapi';
import { pendingRegistration } from '../registration';
import { organisation as ownOrganisation } from '../organisation';
import { signedIn } from '../signed-in';
import { type TestApp, testApp } from '../test-app';

type Watcher = Role | 'public';

/** Words that stand in the objects of a network nobody here belongs to, with the roles that may read them. */
const canaries: Record<string, readonly Watcher[]> = {
  Kanarienkreis: ['admin', 'planner', 'coordinator', 'provider', 'reader'], // the name of a network is no secret
  Kanariensitzung: ['admin', 'planner'],
  Kanarientext: ['admin', 'planner'],
  Kanarienantwort: ['admin', 'planner'],
  Kanarienhinweis: ['planner'],
  Kanarienstimme: ['planner'], // given by another provider, in each voice
  Kanarienaufgabe: ['admin', 'planner'],
  Kanariengespräch: ['admin', 'planner', 'coordinator'], // Gesprächsvermerke: the office only
  Kanarienumfrage: ['admin', 'planner'],
  Kanarienangebot: ['admin', 'planner', 'coordinator'], // another provider's draft (I10)
  Kanariengasse: ['planner', 'coordinator'], // a secret place: only those who confirm
  Kanarienanmeldung: ['admin', 'planner', 'coordinator'],
  kanarienpost: ['admin', 'planner', 'coordinator'], // mail addresses: the office only
};

describe('Objects of another network', () => {
  let app: TestApp;
  let operations: Operation[];
  const ids: Record<string, string> = {};
  const watchers = {} as Record<Watcher, Client>;

  beforeAll(async () => {
    app = await testApp({ now: '2025-03-12T13:00:00Z' });
    operations = app
      .get(OpenApi)
      .operations(readAnswerSchemas(answerSchemasPath()))
      .filter((it) => it.path.startsWith('/api/'));
    const owner = await signedIn(app, 'coordinator');
    const today = berlinDay(app.clock.now());
    ids['network'] = await network(owner, { name: 'Kanarienkreis' });
    ids['organisation'] = (
      await owner.post<{ id: string }>('/api/organisations', organisation('Fremdes Haus'))
    ).id;
    ids['person'] = (await owner.post<{ id: string }>('/api/people', person())).id;
    ids['membership'] = await membership(owner, ids['network'], {
      personId: ids['person'],
      organisationId: ids['organisation'],
      fromDay: today,
    });
    const planned = await invitedMeeting(owner, {
      title: 'Kanariensitzung',
      networkId: ids['network'],
      day: '2025-03-12',
      startTime: '14:30',
      endTime: '16:00',
      agenda: ['Kanarientext'],
      invitees: ['gast@kanarienpost.test'],
    });
    ids['meeting'] = planned.id;
    const page = await staffMeeting(owner, planned.id);
    ids['invitation'] = page.invitations[0]?.id as string;
    ids['agenda'] = page.agenda[0]?.id as string;
    await owner.post(`/api/invitations/${ids['invitation']}/answer`, {
      answer: 'ACCEPTED',
      channel: 'PHONE',
      companions: 0,
      deputyName: '',
      needs: 'Kanarienantwort',
      message: '',
    });
    await startSession(owner, planned.id);
    const line = await minutesLine(owner, planned.id, { text: 'Kanarientext im Protokoll' });
    ids['minutes'] = line.id;
    ids['task'] = await task(owner, { title: 'Kanarienaufgabe', networkId: ids['network'] });
    const { id: conversation } = await owner.post<{ id: string }>('/api/conversations', {
      heldOn: today,
      way: 'PHONE',
      withWhom: '',
      note: 'Kanariengespräch mit dem Haus',
      organisationId: ids['organisation'],
      personId: ids['person'],
      followUpOn: null,
      followUp: '',
    });
    ids['conversation'] = conversation;
    ids['feedback'] = (
      await feedback(owner, { text: 'Kanarienhinweis aus der Runde', networkId: ids['network'] })
    ).id;
    ids['undated'] = await meeting(owner, { title: 'Kanariensitzung', networkId: ids['network'] });
    await createPoll(owner, ids['undated'], { message: 'Kanarienumfrage' });
    const poll = await pollOf(owner, ids['undated']);
    ids['poll'] = poll.id;
    ids['voter'] = poll.voters[0]?.id as string;
    ids['date'] = poll.options[0]?.id as string;
    ids['service'] = (
      await draftService(
        owner,
        Object.assign(new SaveSocialService(), {
          organisationId: ids['organisation'],
          title: 'Kanarienangebot',
          secretPlace: true,
          street: 'Kanariengasse 5',
        }),
      )
    ).id;
    ids['registration'] = await pendingRegistration(app, 'Kanarienanmeldung');
    const house = await signedIn(app, 'provider');
    await ownOrganisation(owner, 'Haus der Stimmen', house.personId);
    for (const kind of ['ORGANISATION', 'PERSONAL', 'UNNAMED'] as const)
      await voice(house, { voice: kind, text: `Kanarienstimme ${kind}` });
    watchers.public = new Client(app.url);
    for (const role of ['admin', 'planner', 'coordinator', 'provider', 'reader'] as const)
      watchers[role] = await signedIn(app, role);
  }, 60_000);
  afterAll(() => app.close());

  /** The foreign object each parameter names, by the first word of the path. */
  function pathOf(operation: Operation): string {
    const kinds: Record<string, string> = {
      networks: 'network',
      organisations: 'organisation',
      people: 'person',
      memberships: 'membership',
      meetings: 'meeting',
      invitations: 'invitation',
      polls: 'poll',
      'poll-voters': 'voter',
      tasks: 'task',
      feedback: 'feedback',
      'social-services': 'service',
      registrations: 'registration',
      conversations: 'conversation',
    };
    const kind = kinds[operation.path.split('/')[2] ?? ''];
    const named: Record<string, string | undefined> = {
      itemId: ids['agenda'],
      entryId: ids['minutes'],
      meetingId: ids['meeting'],
      kind: 'meeting',
    };
    return operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
      if (operation.path.endsWith('/poll')) return ids['undated'] as string;
      if (operation.path.startsWith('/api/trace/') && name === 'id') return ids['meeting'] as string;
      return (
        named[name] ??
        (name === 'id' && kind ? (ids[kind] as string) : name === 'move' ? 'cancel' : randomUUID())
      );
    });
  }

  it('are found by nobody who may not read them, in no list, page, search, trace or file', async () => {
    const leaks: string[] = [];
    const reads = operations.filter((it) => it.method === 'GET' && !['/api/openapi.json'].includes(it.path));
    let checks = 0;
    const seen = new Set<string>();
    for (const [watcher, client] of Object.entries(watchers) as [Watcher, Client][]) {
      for (const operation of reads) {
        const queries = operation.parameters.length
          ? ['']
          : [
              '',
              '?search=Kanarien',
              '?q=Kanarien',
              '?q=kanarienpost',
              `?meetingId=${ids['meeting']}`,
              `?networkId=${ids['network']}`,
              '?name=Kanarien',
            ];
        for (const query of queries) {
          const response = await client.raw('GET', pathOf(operation) + query);
          checks += 1;
          if (response.status >= 500) leaks.push(`${watcher} ${operation.id}${query}: ${response.status}`);
          if (operation.permission && watcher === 'public' && response.status !== 401)
            leaks.push(`public ${operation.id}: ${response.status}`);
          const text = await response.text();
          for (const [canary, readers] of Object.entries(canaries)) {
            if (text.includes(canary)) seen.add(canary);
            if (text.includes(canary) && !readers.includes(watcher) && !query.includes(canary))
              leaks.push(`${watcher} read ${canary} by ${operation.id}${query}`);
          }
        }
      }
    }
    expect(leaks).toEqual([]);
    // Without this, a canary that no answer ever shows would prove nothing.
    expect([...seen].sort()).toEqual(Object.keys(canaries).sort());
    expect(checks).toBeGreaterThan(500);
  }, 60_000);

  it('are changed by nobody outside, whatever is sent', async () => {
    const writes = operations.filter(
      (it) =>
        it.method !== 'GET' && !it.path.startsWith('/api/session') && !it.path.startsWith('/api/account'),
    );
    const foreign = writes.filter((it) => it.parameters.length > 0);
    const before = await events();
    const wrong: string[] = [];
    for (const watcher of ['public', 'reader', 'provider', 'coordinator'] as const) {
      for (const operation of foreign) {
        // Contacts belong to the whole office, so every coordinator may change them.
        if (
          watcher === 'coordinator' &&
          /organisations|people|representations|social-services|registrations/.test(operation.path)
        )
          continue;
        for (const body of bodiesFor(operation)) {
          const response = await watchers[watcher].raw(operation.method, pathOf(operation), body, {
            'If-Match': '"v1"',
          });
          if (response.status < 400 || response.status >= 500)
            wrong.push(`${watcher} ${operation.method} ${operation.path}: ${response.status}`);
          await response.text();
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(await events()).toBe(before);
  }, 60_000);

  /** Nothing, and something that passes the request class, so that only access can refuse it. */
  function bodiesFor(operation: Operation): (object | undefined)[] {
    const known: Record<string, object> = {
      CancelMeeting: { reason: '' },
      AnswerInvitation: {
        answer: 'ACCEPTED',
        channel: 'PHONE',
        companions: 0,
        deputyName: '',
        needs: '',
        message: '',
      },
      SavePoll: pollRequest({ message: 'Eingeschlichen' }),
      EnterPollVotes: { votes: [{ optionId: ids['date'], answer: 'NO' }], channel: 'PHONE', comment: '' },
      ChoosePollDate: {
        optionId: ids['date'],
        place: 'Eingeschlichen',
        onlineLink: '',
        answerUntilDay: '',
        invite: true,
      },
      SaveAgendaItem: {
        title: 'Eingeschlichen',
        minutes: null,
        visibility: 'PUBLIC',
        presenter: '',
        note: '',
      },
      OrderAgenda: { ids: [ids['agenda']] },
      PutMinutesEntry: {
        agendaItemId: null,
        position: 1,
        kind: 'TEXT',
        text: 'Eingeschlichen',
        task: null,
        votes: null,
        feedbackId: null,
      },
      PutAttendance: {
        invitationId: ids['invitation'],
        personId: null,
        organisationId: null,
        guestName: '',
        present: true,
      },
      EndSession: { startedAt: null, endedAt: null },
      SaveTask: {
        title: 'Eingeschlichen',
        detail: '',
        dueOn: null,
        personId: null,
        organisationId: null,
        networkId: ids['network'],
      },
      EndMembership: { toDay: '2025-12-31', keepSeat: false },
      HandOverMembership: {
        personId: ids['person'],
        deputyPersonId: null,
        fromDay: '2025-12-31',
        takeTasks: true,
      },
      SaveMembership: {
        organisationId: null,
        personId: ids['person'],
        deputyPersonId: null,
        role: 'MEMBER',
        fromDay: '2025-03-12',
      },
      TriageFeedback: { remove: [] },
      LinkFeedback: { primaryFieldId: randomUUID(), furtherFieldIds: [], origin: 'HUMAN' },
      DecideFeedback: { decision: 'NOTED', reason: 'Eingeschlichen', forwardedTo: '' },
      AnswerFeedback: { answer: 'Eingeschlichen', notify: false },
      SaveSocialService: Object.assign(new SaveSocialService(), {
        organisationId: ids['organisation'],
        title: 'Eingeschlichen',
      }),
      ConfirmSocialService: { publish: true },
      ReturnSocialService: { reason: 'Eingeschlichen' },
      ApproveRegistration: { organisationId: null },
      RefuseRegistration: { reason: 'Eingeschlichen' },
      PublishFeedback: { answer: 'Eingeschlichen' },
      SaveOwnContact: {
        functionMailbox: '',
        phone: 'Eingeschlichen',
        website: '',
        street: '',
        postalCode: '',
        city: '',
      },
      RejectFeedback: { reason: 'Eingeschlichen' },
      SaveSessionFeedback: {
        meetingId: ids['meeting'],
        text: 'Eingeschlichen',
        speakerRole: '',
        personId: null,
        organisationId: null,
      },
    };
    const valid = operation.body ? known[operation.body] : undefined;
    return valid ? [{}, valid] : [{}];
  }

  async function events(): Promise<number> {
    const [row] = await app.database.rows<{ count: number }>(
      'select count(*)::int as count from audit_event',
    );
    return row?.count ?? 0;
  }
});

function organisation(name: string): object {
  return {
    name,
    shortName: '',
    type: 'FREE_PROVIDER',
    functionMailbox: '',
    phone: '',
    website: '',
    street: '',
    postalCode: '',
    city: '',
    municipalityId: null,
    fieldIds: [],
    recognisedYouthWelfare: false,
    active: true,
    note: '',
  };
}

function person(): object {
  return {
    salutation: '',
    title: '',
    givenName: 'Fremde',
    familyName: 'Person',
    mail: 'fremde@kanarienpost.test',
    phone: '',
    contactPublic: false,
    consentGivenOn: null,
    consentNote: '',
    validUntil: null,
    note: '',
  };
}
