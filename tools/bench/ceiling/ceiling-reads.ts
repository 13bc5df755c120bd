import type { FeedbackInboxView, FeedbackListItem, InboxCounts } from '@runder-tisch/domain/feedback';
import type { SearchView } from '@runder-tisch/domain/search';
import { formatShortDate, isDay } from '@runder-tisch/domain/time';
import type { TraceLine, TraceMore, TraceView } from '@runder-tisch/domain/trace';
import { cursorPage, type ListRow } from './ceiling-views';
import { prepared, type Recorded } from '../recorded';
import { type Asked, replacements, type RowName } from '../scenarios';

/** The rows that are nothing but what the database says, put together. */
export type ReadName = Extract<RowName, 'inbox' | 'trace' | 'search'>;

/** What the product asked its database for one address; a trace asks differently for each kind it starts from. */
export interface HeardRead {
  asked: Asked;
  statements: Recorded[];
}
export type HeardReads = Record<ReadName, HeardRead[]>;

/** How kinds of objects are called and where they live, as their areas declare it. */
const kinds: Record<string, { label: string; path: string; list?: string; of?: Record<string, string> }> = {
  organisation: { label: 'Organisation', path: '/akteure/organisationen/:id' },
  person: { label: 'Person', path: '/akteure/personen/:id' },
  network: { label: 'Netzwerk', path: '/netzwerke/:id' },
  meeting: { label: 'Termin', path: '/termine/:id' },
  committee: { label: 'Gremium', path: '/planung/gremien/:id' },
  paper: { label: 'Vorlage', path: '/planung/vorlagen/:id' },
  'discourse-round': { label: 'Diskursrunde', path: '/planung/diskurs/:id' },
  format: {
    label: 'Format',
    path: '/beteiligung/formate/:id',
    list: 'Formate',
    of: { 'field-of-action': '/beteiligung/formate?fieldId=:id' },
  },
  feedback: {
    label: 'Hinweis',
    path: '/hinweise/:id',
    list: 'Hinweise',
    of: {
      'field-of-action': '/hinweise?ansicht=all&fieldId=:id',
      meeting: '/hinweise?ansicht=all&meetingId=:id',
    },
  },
  argument: {
    label: 'Argument',
    path: '/hinweise/argumente/:id',
    list: 'Argumente',
    of: { 'field-of-action': '/hinweise/argumente?fieldId=:id' },
  },
  finding: { label: 'Befund', path: '/planung/befunde/:id', list: 'Befunde' },
  priority: {
    label: 'Handlungsschwerpunkt',
    path: '/planung/schwerpunkte/:id',
    list: 'Handlungsschwerpunkte',
  },
  recommendation: {
    label: 'Handlungsempfehlung',
    path: '/planung/empfehlungen/:id',
    list: 'Handlungsempfehlungen',
  },
  measure: {
    label: 'Maßnahme',
    path: '/planung/massnahmen/:id',
    list: 'Maßnahmen',
    of: {
      'field-of-action': '/planung/massnahmen?fieldId=:id',
      organisation: '/planung/massnahmen?leadId=:id',
    },
  },
  'social-service': { label: 'Angebot', path: '/akteure/angebote/:id', list: 'Angebote' },
  indicator: { label: 'Indikator', path: '/daten/indikatoren/:id' },
  'field-of-action': { label: 'Handlungsfeld', path: '/planung/handlungsfelder/:id' },
};

/** The statements of a read for what is asked now, the session's left out. */
export function statementsFor(heard: readonly HeardRead[], asked: Asked): ReturnType<typeof prepared>[] {
  const like = heard.find((it) => it.asked.kind === asked.kind);
  if (!like) throw new Error(`Nothing was heard about ${asked.kind ?? 'this'}.`);
  return like.statements.slice(1).map((statement) => prepared(statement, replacements(like.asked, asked)));
}

export async function readAs(
  name: ReadName,
  heard: readonly HeardRead[],
  asked: Asked,
  ask: (query: ReturnType<typeof prepared>) => Promise<object[]>,
): Promise<FeedbackInboxView | TraceView | SearchView> {
  const queries = statementsFor(heard, asked);
  if (name === 'search') return { items: await searched(queries, ask) };
  const found = await Promise.all(queries.map((query) => ask(query)));
  if (name === 'inbox') return inboxView(found);
  const [row] = (found[0] ?? []) as { backwards: Walked[]; forwards: Walked[] }[];
  if (!row) throw Object.assign(new Error('refused'), { statusCode: 404 });
  const [back, on] = [walked(row.backwards, asked), walked(row.forwards, asked)];
  return { ledHere: back.lines, cameOfIt: on.lines, moreLedHere: back.more, moreCameOfIt: on.more };
}

const FEW = 5;
const MOST = 20;

/** Names that only resemble the words are asked for where little else was found. */
async function searched(
  [exactly, nearly]: readonly ReturnType<typeof prepared>[],
  ask: (query: ReturnType<typeof prepared>) => Promise<object[]>,
): Promise<SearchView['items']> {
  const exact = exactly ? ((await ask(exactly)) as Named[]) : [];
  const similar = exact.length < FEW && nearly ? ((await ask(nearly)) as Named[]) : [];
  const known = new Set(exact.map(({ id }) => id));
  const all = [...exact, ...similar.filter(({ id }) => !known.has(id))].slice(0, MOST);
  return (all as (Named & { subtitle: string })[]).map((hit) => ({
    ...named(hit),
    subtitle: isDay(hit.subtitle) ? formatShortDate(hit.subtitle) : hit.subtitle,
  })) as SearchView['items'];
}

type Walked = TraceLine & { direct: { kind: string; count: number }[] | null };
const COUNTED = 100;

function walked(rows: readonly Walked[], asked: Asked): { lines: TraceLine[]; more: TraceMore[] } {
  const lines = rows.map(({ direct: _direct, since, ...line }): TraceLine => {
    return named({ ...line, since: since && new Date(since).toISOString() });
  });
  const more = (rows[0]?.direct ?? []).map(({ kind, count }) => ({
    kind,
    label: kinds[kind]?.list ?? kinds[kind]?.label ?? '',
    count: count - lines.filter((line) => line.depth === 1 && line.kind === kind).length,
    atLeast: count >= COUNTED,
    path: kinds[kind]?.of?.[asked.kind ?? '']?.replace(':id', asked.objectId ?? '') ?? null,
  }));
  return { lines, more: more.filter((it) => it.count > 0) };
}

interface Named {
  kind: string;
  id: string;
}

function named<Line extends Named>(line: Line): Line & { label: string; path: string } {
  const kind = kinds[line.kind];
  if (!kind) throw new Error(`The ceiling does not know what a ${line.kind} is called.`);
  return { ...line, label: kind.label, path: kind.path.replace(':id', line.id) };
}

function inboxView(found: readonly object[][]): FeedbackInboxView {
  const rows = found.find((lines) => lines[0] && 'speakerRole' in lines[0]) ?? [];
  // How many wait is what the product works out the unassigned from.
  const { waiting: _waiting, ...counts } = found.find(
    (lines) => lines[0] && 'to-check' in lines[0],
  )?.[0] as InboxCounts & {
    waiting?: number;
  };
  return { ...cursorPage(rows as ListRow<FeedbackListItem>[], 25), counts };
}
