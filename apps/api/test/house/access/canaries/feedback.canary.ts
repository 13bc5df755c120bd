import { randomUUID } from 'node:crypto';
import type { ReturnMessageView, StaffFeedbackView } from '@runder-tisch/domain/feedback';
import {
  AnswerFeedback,
  BeginReturnMessage,
  DecideFeedback,
  EnterFeedback,
  LinkFeedback,
  RejectFeedback,
  SaveReturnMessage,
  SaveSessionFeedback,
  SaveSuggestionWord,
  TriageFeedback,
  WriteNote,
} from '@runder-tisch/domain/feedback/feedback-requests';
import { ReleaseAnswer } from '@runder-tisch/domain/feedback/releases/release-requests';
import { ChosenFeedback } from '@runder-tisch/domain/feedback/condensing/condensing-requests';
import { GiveVoice, PublishFeedback } from '@runder-tisch/domain/feedback/voice-requests';
import {
  answerFeedback,
  decideFeedback,
  feedback,
  feedbackView,
  linkFeedback,
  publishReturnMessage,
  returnMessage,
  sendReturnMessage,
  triageFeedback,
  voice,
} from '@runder-tisch/scenario/feedback';
import { format } from '@runder-tisch/scenario/formats';
import {
  type AreaCanaries,
  type Canary,
  everybodySignedIn,
  reads,
  type Write,
  type ForeignWorld,
} from '../canary';
import { assignmentOperations } from './feedback/assignments';
import { releaseOperations } from './feedback/releases';
import { letterOperations, letterWords, plantLetters } from './feedback/letters';
import { condensingOperations, condensingWords, plantCondensing } from './feedback/condensing-objects';
import { held, running } from './meetings/meetings-objects';

type Made = (world: ForeignWorld) => Promise<string>;

const submitted: Made = async ({ coordinator, networkId, personId }) =>
  (
    await feedback(coordinator, {
      text: 'Kanarienhinweis aus der Runde',
      networkId,
      personId,
      acknowledge: true,
    })
  ).id;

const triaged: Made = async (world) => {
  const id = await submitted(world);
  await triageFeedback(world.coordinator, id);
  return id;
};

const linked: Made = async (world) => {
  const id = await triaged(world);
  await linkFeedback(world.somebody.planner, id, String(world.the('field-of-action')['id']));
  return id;
};

const decided: Made = async (world) => {
  const id = await linked(world);
  await decideFeedback(world.somebody.planner, id, { decision: 'NOTED', reason: 'Kanariengrund' });
  return id;
};

const answered: Made = async (world) => {
  const id = await decided(world);
  await answerFeedback(world.somebody.planner, id, 'Kanarienwort');
  return id;
};

const published: Made = async (world) => {
  const id = await answered(world);
  const { version } = await feedbackView(world.somebody.planner, id);
  await world.somebody.planner.post(
    `/api/feedback/${id}/publish`,
    Object.assign(new PublishFeedback(), { answer: 'Der Bus fährt.' }),
    version,
  );
  return id;
};

/** A meeting with one Hinweis to report on. */
async function reportable(world: ForeignWorld): Promise<string> {
  const { id: meetingId } = await held(world);
  const { id } = await feedback(world.coordinator, { text: 'Kanarienhinweis', meetingId });
  await triageFeedback(world.coordinator, id);
  return meetingId;
}

async function letter(world: ForeignWorld, subject = 'Kanarienbrief'): Promise<ReturnMessageView> {
  const meetingId = await reportable(world);
  return returnMessage(world.coordinator, { meetingId }, { subject, inReviewUntil: '2025-12-31' });
}

/** What everybody may read of a format. */
async function publicLetter(world: ForeignWorld): Promise<string> {
  const { planner } = world.somebody;
  const formatId = await format(planner, 'World Café', { title: 'Gespräch im Park' });
  const { id } = await feedback(planner, { text: 'Kanarienaushang', formatId });
  await linkFeedback(planner, id, String(world.the('field-of-action')['id']));
  await decideFeedback(planner, id, { decision: 'INCORPORATED', reason: 'Ja.' });
  const letter = await returnMessage(planner, { formatId });
  await publishReturnMessage(planner, letter.id);
  return letter.id;
}

/** Administrators work on nobody's words. */
function step(made: Made, body?: (world: ForeignWorld) => object): Write {
  return {
    may: ['planner'],
    owner: null,
    of: 'feedback',
    given: async (world) => {
      const id = await made(world);
      const { version } = await feedbackView(world.somebody.planner, id);
      return { path: { id }, version, ...(body ? { body: body(world) } : {}) };
    },
  };
}

/** Checked by those of the network too. */
const check = (made: Made, body?: () => object): Write => ({ ...step(made, body), owner: 'coordinator' });

function onLetter(body?: (view: ReturnMessageView) => object): Write {
  return {
    may: ['planner'],
    owner: 'coordinator',
    of: 'return-message',
    given: async (world) => {
      const view = await letter(world);
      return { path: { id: view.id }, version: view.version, ...(body ? { body: body(view) } : {}) };
    },
  };
}

export const feedbackCanaries: AreaCanaries = {
  area: 'feedback',
  words: {
    Kanarienhinweis: ['planner'],
    Kanarienstimme: ['planner'], // given by another provider, in each voice
    Kanarienwort: ['planner'],
    Kanarienrand: ['planner'], // for those who work on it
    Kanarienbrief: ['planner'], // a draft
    ...condensingWords,
    ...letterWords,
    Kanarienaushang: [...everybodySignedIn, 'public'],
    Kanarienbotschaft: ['admin', 'planner'], // sent to those of a meeting they see
  },
  plant: async (world) => {
    const ids = [await submitted(world), await triaged(world), await linked(world), await decided(world)];
    const told = await answered(world);
    await world.coordinator.post(`/api/feedback/${told}/notes`, { text: 'Kanarienrand des Hinweises' });
    for (const kind of ['ORGANISATION', 'PERSONAL', 'UNNAMED'] as const) {
      const given = await voice(world.house, { voice: kind, text: `Kanarienstimme ${kind}` });
      if (given.id) ids.push(given.id);
    }
    const sent = await letter(world, 'Kanarienbotschaft');
    await sendReturnMessage(world.coordinator, sent.id);
    return {
      feedback: [...ids, told].map((id): Canary => ({ id })),
      ...(await plantCondensing(world, ids[1] as string)),
      ...(await plantLetters(world)),
      'return-message': [{ id: (await letter(world)).id }, { id: sent.id }],
      'public-letter': [{ id: await publicLetter(world) }],
      'due-letter': [{ id: await reportable(world) }],
      'link:feedback-state': [{ token: await world.mailed('fremde@kanarienpost.test', 'hinweis') }],
    };
  },
  operations: {
    'GET /api/feedback': reads(),
    'GET /api/feedback/of-session': reads(),
    'GET /api/feedback/quick-fields': reads(),
    'GET /api/feedback/{id}': reads('feedback'),
    'GET /api/feedback/{id}/similar': reads('feedback'),
    'GET /api/feedback/{id}/suggestions': reads('feedback'),
    'POST /api/feedback': {
      may: ['planner'],
      owner: 'coordinator',
      chosen: true,
      given: async (world) => ({
        body: Object.assign(new EnterFeedback(), {
          text: 'Eingeschlichen',
          meetingId: world.the('meeting')['id'],
        }),
      }),
    },
    'POST /api/feedback/voices': {
      may: [],
      owner: 'house',
      given: async ({ organisationId }) => ({
        body: Object.assign(new GiveVoice(), {
          voice: 'ORGANISATION',
          organisationId,
          text: 'Eingeschlichen',
        }),
      }),
    },
    'PUT /api/feedback/{id}': {
      may: ['planner'],
      owner: 'coordinator',
      of: 'feedback',
      given: async (world) => ({
        path: { id: randomUUID() },
        version: 0,
        body: Object.assign(new SaveSessionFeedback(), {
          meetingId: (await running(world)).id,
          text: 'Eingeschlichen',
        }),
      }),
    },
    'POST /api/feedback/{id}/triage': check(submitted, () => new TriageFeedback()),
    'POST /api/feedback/{id}/reject': check(submitted, () =>
      Object.assign(new RejectFeedback(), { reason: 'Eingeschlichen' }),
    ),
    'POST /api/feedback/{id}/undo': check(triaged),
    'POST /api/feedback/{id}/link': step(triaged, (world) =>
      Object.assign(new LinkFeedback(), { primaryFieldId: world.the('field-of-action')['id'] }),
    ),
    'POST /api/feedback/{id}/decide': step(linked, () =>
      Object.assign(new DecideFeedback(), { decision: 'NOTED', reason: 'Eingeschlichen' }),
    ),
    'POST /api/feedback/{id}/answer': step(decided, () =>
      Object.assign(new AnswerFeedback(), { answer: 'Eingeschlichen' }),
    ),
    'POST /api/feedback/{id}/notes': {
      ...check(triaged),
      given: async (world) => ({
        path: { id: await triaged(world) },
        body: Object.assign(new WriteNote(), { text: 'Eingeschlichen' }),
      }),
    },
    'DELETE /api/feedback/{id}/notes/{noteId}': {
      may: [],
      owner: 'coordinator',
      given: async (world) => {
        const id = await triaged(world);
        const body = Object.assign(new WriteNote(), { text: 'Kanarienrand' });
        const { notes } = await world.coordinator.post<StaffFeedbackView>(`/api/feedback/${id}/notes`, body);
        return { path: { id, noteId: notes[0]?.id ?? '' } };
      },
    },
    'POST /api/feedback/{id}/count': {
      ...step(triaged),
      given: async (world) => ({
        path: { id: await triaged(world) },
        body: Object.assign(new ChosenFeedback(), { feedbackIds: [await triaged(world)] }),
      }),
    },
    'POST /api/feedback/{id}/uncount': {
      ...step(triaged),
      given: async (world) => ({
        path: { id: await triaged(world) },
        body: Object.assign(new ChosenFeedback(), { feedbackIds: [await triaged(world)] }),
      }),
    },
    ...condensingOperations(triaged, linked),
    ...assignmentOperations(triaged),
    ...letterOperations,
    ...releaseOperations(decided, linked),
    'POST /api/feedback/{id}/archive': step(answered),
    'POST /api/feedback/{id}/publish': step(answered, () =>
      Object.assign(new PublishFeedback(), { answer: 'Eingeschlichen' }),
    ),
    'POST /api/feedback/{id}/unpublish': step(published),
    'GET /api/return-messages': reads(),
    // Either about a meeting or about a format.
    'GET /api/return-messages/new': { ...reads(null, { meetingId: '{due-letter}' }), refused: [400] },
    'GET /api/return-messages/{id}': reads('return-message'),
    'POST /api/return-messages': {
      may: ['planner'],
      owner: 'coordinator',
      given: async (world) => ({
        body: Object.assign(new BeginReturnMessage(), { meetingId: await reportable(world) }),
      }),
    },
    'PUT /api/return-messages/{id}': onLetter(({ subject, intro, closing }) =>
      Object.assign(new SaveReturnMessage(), { subject, intro, closing }),
    ),
    'DELETE /api/return-messages/{id}': onLetter(),
    'POST /api/return-messages/{id}/test': onLetter(),
    'POST /api/return-messages/{id}/present': onLetter(),
    'POST /api/return-messages/{id}/publish': { ...onLetter(() => new ReleaseAnswer()), owner: null },
    'POST /api/return-messages/{id}/unpublish': {
      may: ['planner'],
      owner: null,
      given: async (world) => {
        const { id } = await letter(world);
        const { version } = await publishReturnMessage(world.somebody.planner, id);
        return { path: { id }, version };
      },
    },
    'POST /api/return-messages/{id}/send': onLetter(() => new ReleaseAnswer()),
    'POST /api/return-messages/{id}/recall': {
      ...onLetter(),
      given: async (world) => {
        const { id } = await letter(world);
        await sendReturnMessage(world.coordinator, id);
        return { path: { id } };
      },
    },
    'GET /api/suggestion-words/{fieldId}': reads('field-of-action'),
    'PUT /api/suggestion-words/{fieldId}': {
      may: ['admin', 'planner'],
      owner: null,
      given: async (world) => ({
        path: { fieldId: String(world.the('field-of-action')['id']) },
        version: 0,
        body: Object.assign(new SaveSuggestionWord(), {
          term: `wort ${randomUUID().slice(0, 8)}`,
        }),
      }),
    },
    'GET /mitreden': reads(),
    'POST /mitreden': { alone: 'anybody may say something' },
    'GET /mitreden/stand': reads(),
    'POST /mitreden/stand': { alone: 'leads to the page of the code that was typed' },
    'GET /ergebnisse': reads(),
    'GET /ergebnisse/brief/{id}': reads('public-letter'),
    'GET /hinweis/{token}': { link: 'feedback-state' },
  },
};
