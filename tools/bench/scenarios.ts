import { OrganisationQuery } from '@runder-tisch/domain/actors/actors-requests';
import { AnswerInvitation } from '@runder-tisch/domain/meetings/invitations/answer-requests';
import { type BenchWorld, type TraceKind, traceKinds } from './fill/fill';
import type { BenchRequest } from './measure/keep-alive';

export const rowNames = ['list', 'meeting', 'answer', 'inbox', 'trace', 'search'] as const;
export type RowName = (typeof rowNames)[number];

/** What one request asks for; the same facts are read out of its address by the ceiling. */
export interface Asked {
  type?: string;
  fieldId?: string;
  meetingId?: string;
  invitationId?: string;
  answer?: AnswerInvitation['answer'];
  /** What a trace starts from. */
  kind?: TraceKind;
  objectId?: string;
  words?: string;
}

export interface Row {
  name: RowName;
  title: string;
  /** Who asks: coordinator of every network, or planner. */
  as: 'coordinator' | 'planner';
  /** The share of the ceiling that is to be reached; docs/performance.md shows both. */
  goal: number;
  /** Half of all requests are answered within this many milliseconds, on two cores and 8 connections at once. */
  absolute: number;
  /** The n-th request: always the same on every run, and never two the same at once. */
  asked(world: BenchWorld, n: number): Asked;
  request(asked: Asked): BenchRequest;
}

const types = ['FREE_PROVIDER', 'SCHOOL_KITA', 'HEALTH', 'INITIATIVE', 'SELF_HELP'];
/** A name, a word of many texts, a title with a number, a person, a word of few, an umlaut. */
const searched = ['Kiebitz 17', 'Wartezeit', 'Netzwerktreffen 12', 'Beispiel 4711', 'Pflegeplatz', 'Öhre'];
const answers = ['ACCEPTED', 'DECLINED', 'TENTATIVE'] as const;
const at = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

export const rows: Record<RowName, Row> = {
  list: {
    name: 'list',
    as: 'coordinator',
    title: 'Liste: 25 von 20.000 Organisationen mit Filter, Sortierung und Gesamtzahl',
    goal: 0.8,
    absolute: 60,
    asked: (world, n) => ({ type: at(types, n), fieldId: at(world.fieldIds, n) }),
    request: ({ type, fieldId }) => {
      const query: OrganisationQuery = {
        type: type as OrganisationQuery['type'],
        fieldId,
        state: 'active',
        sort: 'name',
        limit: 25,
      };
      const parts = Object.entries(query).map(([name, value]) => [name, String(value)]);
      return { method: 'GET', path: `/api/organisations?${new URLSearchParams(parts)}` };
    },
  },
  meeting: {
    name: 'meeting',
    as: 'coordinator',
    title: 'Termin mit 80 Eingeladenen',
    goal: 0.8,
    absolute: 40,
    asked: (world, n) => ({ meetingId: at(world.meetingIds, n * 7) }),
    request: ({ meetingId }) => ({ method: 'GET', path: `/api/meetings/${meetingId}` }),
  },
  answer: {
    name: 'answer',
    as: 'coordinator',
    title: 'Antwort auf eine Einladung',
    goal: 0.8,
    absolute: 40,
    asked: (world, n) => {
      const ofMeeting = at(world.invitationIds, n);
      const place = Math.floor(n / world.invitationIds.length);
      return { invitationId: at(ofMeeting, place), answer: at(answers, place) };
    },
    request: ({ invitationId, answer }) => ({
      method: 'POST',
      path: `/api/invitations/${invitationId}/answer`,
      body: JSON.stringify(
        Object.assign(new AnswerInvitation(), {
          answer,
          channel: 'PHONE',
          companions: answer === 'ACCEPTED' ? 1 : 0,
        }),
      ),
    }),
  },
  inbox: {
    name: 'inbox',
    as: 'planner',
    title: 'Eingang: 25 von 200.000 Hinweisen, nach Handlungsfeld, mit Zählern',
    goal: 0.8,
    absolute: 60,
    asked: (world, n) => ({ fieldId: at(world.fieldIds, n) }),
    request: ({ fieldId }) => ({
      method: 'GET',
      path: `/api/feedback?view=to-decide&fieldId=${fieldId ?? ''}&limit=25`,
    }),
  },
  trace: {
    name: 'trace',
    as: 'planner',
    title: 'Spur von einem Hinweis, Handlungsfeld, Termin oder einer Organisation aus, bei 200.000 Hinweisen',
    goal: 0.8,
    absolute: 25,
    asked: (world, n) => {
      const kind = at(traceKinds, n);
      return { kind, objectId: at(world.traced[kind], Math.floor(n / traceKinds.length)) };
    },
    request: ({ kind, objectId }) => ({ method: 'GET', path: `/api/trace/${kind ?? ''}/${objectId ?? ''}` }),
  },
  search: {
    name: 'search',
    as: 'planner',
    title: 'Suche über alle Bereiche',
    goal: 0.9,
    absolute: 60,
    asked: (_world, n) => ({ words: at(searched, n) }),
    request: ({ words }) => ({
      method: 'GET',
      path: `/api/search?${new URLSearchParams({ q: words ?? '' })}`,
    }),
  },
};

/** Values of a recorded statement that belong to what was asked then, with what is asked now in their place. */
export function replacements(then: Asked, now: Asked): Map<unknown, unknown> {
  const names = ['type', 'fieldId', 'meetingId', 'invitationId', 'objectId', 'words'] as const;
  const replaced = new Map<unknown, unknown>(
    names.flatMap((name) => (then[name] === undefined ? [] : [[then[name], now[name]] as const])),
  );
  if (then.words && now.words) replaced.set(wordsBegin(then.words), wordsBegin(now.words));
  return replaced;
}

/** How the search hands the beginnings of words to the database. */
function wordsBegin(words: string): string {
  return words
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => `${word}:*`)
    .join(' & ');
}
