import type { AgendaTemplateView } from '@runder-tisch/domain/meetings';
import {
  OrderAgenda,
  SaveAgendaTemplate,
  UsedTime,
} from '@runder-tisch/domain/meetings/agenda/agenda-requests';
import {
  AnswerInvitation,
  MoveOnWaitingList,
} from '@runder-tisch/domain/meetings/invitations/answer-requests';
import {
  AddInvitees,
  CancelMeeting,
  PreviewInvitation,
  ResolveInvitees,
  SaveAgendaItem,
  SaveInvitee,
  SendAgain,
} from '@runder-tisch/domain/meetings/meetings-requests';
import { meetingPlan, savedAs, staffMeeting } from '@runder-tisch/scenario/meetings';
import { sendProtocol } from '@runder-tisch/scenario/session';
import { type AreaCanaries, reads, type Write, type ForeignWorld } from '../canary';
import {
  approved,
  cancelled,
  committeeSession,
  draft,
  held,
  invited,
  type MeetingCanary,
  named,
  polled,
  running,
  waiting,
} from './meetings/meetings-objects';
import { calendarOperations, feed } from './meetings/meetings-calendar';
import { pollOperations } from './meetings/meetings-polls';
import { sessionOperations } from './meetings/meetings-session';

type Made = (world: ForeignWorld) => Promise<MeetingCanary>;

/** Planners plan everywhere, coordinators in their networks. */
const planners = { may: ['planner'], owner: 'coordinator', of: 'meeting' } as const;

function onMeeting(
  made: Made,
  body?: (world: ForeignWorld, it: MeetingCanary) => object | Promise<object>,
): Write {
  return {
    ...planners,
    given: async (world) => {
      const it = await made(world);
      return {
        path: named(it),
        version: it.version,
        ...(body ? { body: await body(world, it) } : {}),
      };
    },
  };
}

function onInvitation(made: Made, body?: object): Write {
  return {
    ...planners,
    of: 'invitation',
    given: async (world) => ({
      path: { id: (await made(world)).invitationId },
      ...(body ? { body } : {}),
    }),
  };
}

/** A Vereinbarung of approved minutes, open or already settled. */
function onAgreement(body?: object, settled = false): Write {
  return {
    ...planners,
    of: 'agreement',
    given: async (world) => {
      const { entryId } = await approved(world);
      if (settled) await world.coordinator.post(`/api/agreements/${entryId}/fulfil`, { note: '' });
      return { path: { id: entryId }, ...(body ? { body } : {}) };
    },
  };
}

const plan = ({ networkId }: ForeignWorld) =>
  meetingPlan({ title: 'Eingeschlichen', networkId, day: '2025-06-01', invitees: ['gast@liste.test'] });

const saved = async ({ coordinator }: ForeignWorld, { id }: MeetingCanary) =>
  savedAs(await staffMeeting(coordinator, id));

const preview = (world: ForeignWorld): PreviewInvitation => {
  const { meeting, agenda } = plan(world);
  const invitee = Object.assign(new SaveInvitee(), { mail: 'gast@liste.test', name: 'Gast' });
  return Object.assign(new PreviewInvitation(), { meeting, agenda, invitee });
};

const point = (): SaveAgendaItem => Object.assign(new SaveAgendaItem(), { title: 'Eingeschlichen' });

const template = async ({ coordinator, networkId }: ForeignWorld, title: string) => {
  const { version } = await coordinator.get<AgendaTemplateView>(
    `/api/agenda-templates?networkId=${networkId}`,
  );
  const items = [Object.assign(new SaveAgendaItem(), { title })];
  return { version, body: Object.assign(new SaveAgendaTemplate(), { networkId, items }) };
};

const reason = (): CancelMeeting => Object.assign(new CancelMeeting(), { reason: 'Eingeschlichen' });

export const meetingsCanaries: AreaCanaries = {
  area: 'meetings',
  words: {
    Kanariensitzung: ['admin', 'planner'],
    Kanarienzimmer: ['admin', 'planner'],
    Kanarientext: ['admin', 'planner'],
    Kanarienpunkt: ['admin', 'planner'],
    Kanarienantwort: ['admin', 'planner'],
    Kanarienumfrage: ['admin', 'planner'],
    Kanariengrund: ['admin', 'planner'],
    Kanarienaushang: ['admin', 'planner'],
    Kanarienzahl: ['admin', 'planner'],
    Kanarienvorlage: ['planner'],
  },
  plant: async (world) => {
    const [begun, asked, runs, over, released, poll] = [
      await draft(world),
      await invited(world),
      await running(world),
      await held(world),
      await approved(world),
      await polled(world),
    ];
    const call = await cancelled(world);
    const { version, body } = await template(world, 'Kanarienvorlage');
    await world.coordinator.put('/api/agenda-templates', body, version);
    await sendProtocol(world.coordinator, released.id);
    return {
      meeting: [runs, begun, asked, over, released, poll, call].map(named),
      'committee-session': [await committeeSession(world)].map(named),
      agreement: [{ id: released.entryId }],
      invitation: [asked, runs, released].map(({ invitationId }) => ({ id: invitationId })),
      poll: [poll, await polled(world, false)].map(({ pollId }) => ({ id: pollId })),
      'poll-voter': [{ id: poll.voterId }],
      'calendar-feed': [{ id: (await feed(world))['id'] ?? '' }],
      'link:answer': [{ token: await world.mailed(asked.mail, 'antwort') }],
      'link:poll': [{ token: await world.mailed(poll.voterMail, 'umfrage') }],
      'link:protocol': [{ token: await world.mailed(released.mail, 'protokoll') }],
    };
  },
  operations: {
    'GET /api/meetings': reads(),
    'GET /api/meetings/next': reads(),
    'GET /api/meetings/{id}': reads('meeting'),
    'GET /api/agreements': reads(),
    'POST /api/agreements/{id}/fulfil': onAgreement({ note: 'Eingeschlichen' }),
    'POST /api/agreements/{id}/drop': onAgreement({ note: 'Eingeschlichen' }),
    'POST /api/agreements/{id}/reopen': onAgreement(undefined, true),
    'GET /api/invitations/mine': reads(),
    'POST /api/meetings': {
      may: ['planner'],
      owner: 'coordinator',
      given: async (world) => ({ body: plan(world) }),
    },
    'PUT /api/meetings/{id}': onMeeting(invited, saved),
    'PUT /api/meetings/{id}/plan': onMeeting(draft, plan),
    'DELETE /api/meetings/{id}': onMeeting(draft),
    'POST /api/meetings/{id}/change-effect': onMeeting(invited, saved),
    'POST /api/meetings/{id}/schedule': onMeeting(draft),
    'POST /api/meetings/{id}/cancel': onMeeting(invited, reason),
    'POST /api/meetings/{id}/postpone': onMeeting(invited, reason),
    'POST /api/meetings/{id}/agenda': onMeeting(draft, point),
    'PUT /api/meetings/{id}/agenda/{itemId}': {
      ...planners,
      given: async (world) => ({ path: named(await draft(world)), version: 1, body: point() }),
    },
    'PUT /api/meetings/{id}/agenda/{itemId}/used-time': onMeeting(draft, () =>
      Object.assign(new UsedTime(), { seconds: 60 }),
    ),
    'DELETE /api/meetings/{id}/agenda/{itemId}': onMeeting(draft),
    'POST /api/meetings/{id}/agenda/order': onMeeting(draft, async ({ coordinator }, { id }) => {
      const { agenda } = await staffMeeting(coordinator, id);
      return Object.assign(new OrderAgenda(), { ids: agenda.map((it) => it.id).reverse() });
    }),
    'GET /api/agenda-templates': reads(),
    'PUT /api/agenda-templates': {
      may: ['planner'],
      owner: 'coordinator',
      given: (world) => template(world, 'Kanarienvorlage'),
    },
    'POST /api/meetings/{id}/invitations': onMeeting(invited, () => {
      const invitees = [Object.assign(new SaveInvitee(), { mail: 'mehr@liste.test', name: 'Mehr' })];
      return Object.assign(new AddInvitees(), { invitees, send: true });
    }),
    'POST /api/meetings/{id}/recall': onMeeting(invited),
    'POST /api/meetings/{id}/remind': {
      ...onMeeting(invited),
      // Silent are those who were invited a minute ago, and the clock of the matrix stands still.
      refusedAs: 'nobody-silent',
    },
    'POST /api/meetings/{id}/invitations/again': {
      ...onMeeting(invited, () => new SendAgain()),
      // No mail of the matrix ever left, so none was refused.
      refusedAs: 'nobody-refused',
    },
    'POST /api/meetings/{id}/replies': {
      ...planners,
      given: async (world) => ({ path: named(await invited(world)), bytes: 'Kommt' }),
    },
    'POST /api/meetings/invitees/resolve': {
      may: ['planner', 'coordinator'],
      owner: null,
      given: async ({ networkId }) => ({
        body: Object.assign(new ResolveInvitees(), { networkIds: [networkId] }),
      }),
    },
    'POST /api/meetings/preview': {
      may: ['planner'],
      owner: 'coordinator',
      given: async (world) => ({ body: preview(world) }),
    },
    'POST /api/meetings/test-mail': {
      may: ['planner'],
      owner: 'coordinator',
      given: async (world) => ({ body: preview(world) }),
    },
    'POST /api/invitations/{id}/answer': onInvitation(
      invited,
      Object.assign(new AnswerInvitation(), { answer: 'DECLINED', channel: 'PHONE' }),
    ),
    'POST /api/invitations/{id}/clear-answer': onInvitation(invited),
    'POST /api/invitations/{id}/waiting-place': onInvitation(waiting, new MoveOnWaitingList()),
    'POST /api/invitations/{id}/withdraw': onInvitation(invited, reason()),
    'GET /antwort/{token}': { link: 'answer' },
    'POST /antwort/{token}': { link: 'answer', form: () => ({ answer: 'DECLINED' }) },
    'GET /antwort/{token}/termin.ics': { link: 'answer' },
    ...pollOperations,
    ...calendarOperations,
    ...sessionOperations,
  },
};
