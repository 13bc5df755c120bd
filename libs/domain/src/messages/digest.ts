import { counted } from '../text';
import {
  addDays,
  berlinDay,
  berlinInstantOrNext,
  type Day,
  formatShortDate,
  pad,
  weekday as weekdayOf,
} from '../time';
import {
  divider,
  type DocumentContent,
  documentOf,
  heading,
  link,
  list,
  note,
  paragraph,
} from '../documents';

/** What somebody may belong to or follow, and what is due with themselves: each is a group of the weekly mail. */
export const digestTopics = ['OWN', 'NETWORK', 'COMMITTEE', 'FORMAT', 'ORGANISATION', 'FIELD'] as const;
export type DigestTopic = (typeof digestTopics)[number];

export const digestTopicLabels: Record<DigestTopic, string> = {
  OWN: 'Bei Ihnen',
  NETWORK: 'Netzwerk',
  COMMITTEE: 'Gremium',
  FORMAT: 'Beteiligung',
  ORGANISATION: 'Organisation',
  FIELD: 'Handlungsfeld',
};

/** Why a group stands in the mail of this reader. */
export const digestReasons: Record<DigestTopic, string> = {
  OWN: 'Sie lesen das, weil es bei Ihnen fällig ist.',
  NETWORK: 'Sie lesen das, weil Sie in diesem Netzwerk mitarbeiten.',
  COMMITTEE: 'Sie lesen das, weil Sie in diesem Gremium einen Sitz haben.',
  FORMAT: 'Sie lesen das, weil Sie hierzu eingeladen wurden.',
  ORGANISATION: 'Sie lesen das, weil Sie für diese Organisation sprechen.',
  FIELD: 'Sie lesen das, weil Sie sich dieses Handlungsfeld gemerkt haben.',
};

export const digestKinds = [
  'TASK',
  'REMINDER',
  'PROTOCOL',
  'MEETING',
  'POLL',
  'FEEDBACK',
  'PAPER',
  'LETTER',
  'PAGE',
] as const;
export type DigestKind = (typeof digestKinds)[number];

export const digestKindLabels: Record<DigestKind, string> = {
  TASK: 'Aufgabe',
  REMINDER: 'Wiedervorlage',
  PROTOCOL: 'Neues Protokoll',
  MEETING: 'Neuer Termin',
  POLL: 'Neue Terminumfrage',
  FEEDBACK: 'Hinweis beantwortet',
  PAPER: 'Über eine Vorlage entschieden',
  LETTER: 'Neuer Ergebnisbrief',
  PAGE: 'Neue öffentliche Seite',
};

/** The whole weekly mail, where it is muted. */
export const WHOLE_DIGEST = 'ALL';
/** `ALL`, `OWN` or a topic with the id of its object, as it stands in links and rows. */
export const DIGEST_KEY =
  /^(ALL|OWN|(NETWORK|COMMITTEE|FORMAT|ORGANISATION|FIELD):[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12})$/;

/** Days behind and ahead of the mail in which what is due stands in it. */
export const DIGEST_DUE_DAYS = 7;
/** More lines of one group than this are counted, not told. */
export const DIGEST_LINES = 8;

/** Something that happened, or is due, for one reader. */
export interface DigestNews {
  topic: DigestTopic;
  /** Null for what is due with the reader. */
  topicId: string | null;
  topicTitle: string;
  kind: DigestKind;
  id: string;
  /** When it happened, or the day it is due. */
  at: Date;
  title: string;
  /** What was decided, what somebody noted; may be empty. */
  note: string;
  /** When the meeting is or was, a poll ends, a committee decided; null where the kind has no such day. */
  day: Date | null;
  /** Where this reader can open it; null where they cannot. */
  path: string | null;
}

export interface DigestLine {
  label: string;
  title: string;
  note: string;
  path: string | null;
}

export interface DigestGroup {
  key: string;
  label: string;
  title: string;
  why: string;
  lines: DigestLine[];
  /** Lines that found no room. */
  more: number;
}

export function digestKey({ topic, topicId }: Pick<DigestNews, 'topic' | 'topicId'>): string {
  return topicId === null ? topic : `${topic}:${topicId}`;
}

/**
 * The groups of one reader's mail: what is due with themselves first and there the soonest first, then the group in which
 * something happened last, and in it the newest first. What stands in one group is not told again in a later one.
 * @param muted keys of groups this reader wants no more, or `ALL`
 * @returns no group without a line; nothing at all where everything is muted
 */
export function digestGroups(news: readonly DigestNews[], muted: ReadonlySet<string>): DigestGroup[] {
  if (muted.has(WHOLE_DIGEST)) return [];
  const groups = new Map<string, DigestNews[]>();
  for (const it of news) {
    const key = digestKey(it);
    if (!muted.has(key)) groups.set(key, [...(groups.get(key) ?? []), it]);
  }
  const told = new Set<string>();
  return [...groups.entries()]
    .map(([key, lines]) => ({ key, lines: lines.toSorted(inGroup) }))
    .toSorted(betweenGroups)
    .flatMap(({ key, lines }) => {
      const fresh = lines.filter(({ kind, id }) => !told.has(`${kind} ${id}`));
      for (const { kind, id } of fresh) told.add(`${kind} ${id}`);
      const [first] = fresh;
      if (!first) return [];
      return {
        key,
        label: digestTopicLabels[first.topic],
        title: first.topicTitle,
        why: digestReasons[first.topic],
        lines: fresh.slice(0, DIGEST_LINES).map(lineOf),
        more: Math.max(0, fresh.length - DIGEST_LINES),
      };
    });
}

function inGroup(one: DigestNews, other: DigestNews): number {
  const newest = other.at.getTime() - one.at.getTime();
  return (one.topic === 'OWN' ? -newest : newest) || compare(one.id, other.id);
}

interface Sorted {
  key: string;
  lines: DigestNews[];
}

function betweenGroups(one: Sorted, other: Sorted): number {
  const own = Number(other.key === 'OWN') - Number(one.key === 'OWN');
  return own || newestOf(other) - newestOf(one) || compare(one.key, other.key);
}

function newestOf({ lines }: Sorted): number {
  return Math.max(...lines.map(({ at }) => at.getTime()));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function lineOf({ kind, title, note: words, path, at, day }: DigestNews): DigestLine {
  const due = kind === 'TASK' || kind === 'REMINDER';
  const when = due ? at : day;
  const said = when && `${dayWords[kind] ?? ''}${formatShortDate(when)}`;
  const parts = kind === 'PAPER' ? [words, said] : [said, words];
  return {
    label: digestKindLabels[kind],
    title,
    note: parts.filter(Boolean).join(kind === 'PAPER' ? ' ' : ', '),
    path,
  };
}

/** What stands before the day of a line; a new date says it alone. */
const dayWords: Partial<Record<DigestKind, string>> = {
  TASK: 'fällig am ',
  REMINDER: 'fällig am ',
  PROTOCOL: 'Sitzung am ',
  LETTER: 'Sitzung am ',
  POLL: 'bis ',
  PAPER: 'am ',
};

export interface DigestTime {
  /** 1 = Monday … 7 = Sunday. */
  weekday: number;
  /** Full hour of Berlin's clock. */
  hour: number;
}

/**
 * The last moment at which weekly mails were to go out, at or before `now`, and its day: the name of that week's mail.
 * Berlin's clock; where it skips the hour, the next one.
 */
export function lastDigest(now: Date, time: DigestTime): { week: Day; at: Date } {
  const today = berlinDay(now);
  const day = addDays(today, -((weekdayOf(today) - time.weekday + 7) % 7));
  const at = momentOn(day, time);
  if (at <= now) return { week: day, at };
  const week = addDays(day, -7);
  return { week, at: momentOn(week, time) };
}

/** The next such moment after `now`. */
export function nextDigest(now: Date, time: DigestTime): Date {
  return momentOn(addDays(lastDigest(now, time).week, 7), time);
}

function momentOn(day: Day, { hour }: DigestTime): Date {
  return berlinInstantOrNext({ date: day, time: `${pad(hour, 2)}:00` });
}

/** What the mail is called: the names of its first groups. */
export function digestSubject(groups: readonly DigestGroup[]): string {
  const names = groups.map(({ key, title }) => (key === 'OWN' ? 'was ansteht' : title));
  const further = names.length - 2;
  const rest = further > 0 ? [counted(further, 'weiteres Thema', 'weitere Themen')] : [];
  const parts = [...names.slice(0, 2), ...rest];
  const last = parts.pop() ?? '';
  return `Wochenmail: ${parts.length > 0 ? `${parts.join(', ')} und ${last}` : last}`;
}

export interface DigestFacts {
  greeting: string;
  groups: readonly DigestGroup[];
  /** Absolute address of a path of ours. */
  url: (path: string) => string;
  /** Where a group, or the whole mail, is muted. */
  mute: (key: string) => string;
}

/** The weekly mail as its reader gets it. */
export function digestDocument({ greeting, groups, url, mute }: DigestFacts): DocumentContent {
  return documentOf(digestSubject(groups), [
    paragraph(`${greeting},`),
    paragraph('das ist seit der letzten Wochenmail neu.'),
    ...groups.flatMap((group) => [
      heading(group.key === 'OWN' ? group.label : `${group.label}: ${group.title}`),
      list(
        group.lines.map((line) => [
          `${line.label}: `,
          line.path === null ? line.title : link(line.title, url(line.path)),
          line.note ? ` (${line.note})` : '',
        ]),
      ),
      group.more > 0 && paragraph(`… und ${counted(group.more, 'weitere Neuigkeit', 'weitere Neuigkeiten')}`),
      note(`${group.why} `, link('Stumm schalten', mute(group.key))),
    ]),
    divider(),
    note(
      'Einladungen, Änderungen, Fristen und Antworten auf Ihre Hinweise kommen weiterhin sofort. ',
      link('Wochenmail einstellen oder abbestellen', mute(WHOLE_DIGEST)),
    ),
  ]);
}
