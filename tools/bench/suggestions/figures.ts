import { createHash } from 'node:crypto';
import {
  countLearned,
  foldedTerm,
  shippedLexiconVersion,
  termsToLearn,
} from '@runder-tisch/domain/feedback/suggestions';

export interface BenchItem {
  id?: string;
  text: string;
  /** Null: a human found that it belongs to no field. */
  handlungsfeld?: string | null;
  /** Further fields a planner would accept. */
  auch?: string[];
}

export type LabelledItem = BenchItem & { handlungsfeld: string };

export interface Ranked {
  ranked: readonly string[];
  /** What stands at each of them, 0 to 1. */
  scores: readonly number[];
  abstains: boolean;
}

/** Figures shown between two tens of a hundred, and how often they came true. */
export interface Band {
  /** Lower end, 0 to 90. */
  from: number;
  shown: number;
  /** Mean of the figures, 0 to 1. */
  said: number;
  /** Share of them whose field a planner accepts, 0 to 1. */
  true: number;
}

export interface Hits {
  items: number;
  top1: number;
  top3: number;
}

export interface Figures extends Hits {
  abstained: number;
  fields: Record<string, Hits>;
  /** Those whose id ends in -schwer. */
  hard: Hits;
  /** A third by the id, whose misses may be read to tune by; and the others, whose texts nobody tunes by. */
  read: Hits;
  unread: Hits;
  /** Items of no field: how many are left without a suggestion, and what the first ones shown say. */
  nowhere: { items: number; abstained: number; said: number; most: number };
  bands: readonly Band[];
  baselines: { fieldName: number; majority: number; naiveBayes: number };
}

const READ_SEED = '2026-12';

export function isLabelled(item: BenchItem): item is LabelledItem {
  return typeof item.handlungsfeld === 'string' && item.handlungsfeld !== '';
}

/** Whether the text of an item may be read when it misses: drawn by a fixed seed before the first look. */
export function mayBeRead({ id, text }: BenchItem): boolean {
  return (
    createHash('sha256')
      .update(`${READ_SEED}:${id ?? text}`)
      .digest()
      .readUInt32BE() %
      3 ===
    0
  );
}

/** The figures of all items that say their field, and beside them of those that say there is none. */
export function figuresOf(
  asked: readonly BenchItem[],
  given: readonly Ranked[],
  others: (item: BenchItem) => readonly LabelledItem[],
): Figures {
  const pairs = asked.map((item, index) => ({ item, answer: given[index] as Ranked }));
  const judged = pairs.filter(({ item }) => isLabelled(item) || item.handlungsfeld === null);
  const labelled = pairs.flatMap(({ item, answer }) => (isLabelled(item) ? [{ item, answer }] : []));
  const items = labelled.map(({ item }) => item);
  const share = (holds: (item: LabelledItem) => boolean): number =>
    items.length === 0 ? 0 : items.filter(holds).length / items.length;
  const byField = Map.groupBy(labelled, ({ item }) => item.handlungsfeld);
  return {
    ...hitsOf(labelled),
    abstained: labelled.filter(({ answer }) => answer.abstains).length / Math.max(1, labelled.length),
    fields: Object.fromEntries([...byField].map(([field, its]) => [field, hitsOf(its)])),
    hard: hitsOf(labelled.filter(({ item }) => item.id?.endsWith('-schwer'))),
    read: hitsOf(labelled.filter(({ item }) => mayBeRead(item))),
    unread: hitsOf(labelled.filter(({ item }) => !mayBeRead(item))),
    nowhere: nowhereOf(judged.flatMap(({ item, answer }) => (item.handlungsfeld === null ? [answer] : []))),
    bands: bandsOf(judged),
    baselines: {
      fieldName: share((item) => foldedTerm(item.text).includes(foldedTerm(item.handlungsfeld))),
      majority: share((item) => majority(others(item)) === item.handlungsfeld),
      naiveBayes: share((item) => naiveBayes(item.text, others(item)) === item.handlungsfeld),
    },
  };
}

interface Answered {
  item: BenchItem;
  answer: Ranked;
}

function hitsOf(answered: readonly Answered[]): Hits {
  const share = (most: number): number =>
    answered.filter(({ item, answer }) => answer.ranked.slice(0, most).some((it) => accepted(item, it)))
      .length / Math.max(1, answered.length);
  return { items: answered.length, top1: share(1), top3: share(3) };
}

function nowhereOf(answers: readonly Ranked[]): Figures['nowhere'] {
  const first = answers.flatMap(({ scores }) => scores.slice(0, 1));
  return {
    items: answers.length,
    abstained: answers.filter(({ abstains }) => abstains).length / Math.max(1, answers.length),
    said: first.reduce((sum, it) => sum + it, 0) / Math.max(1, first.length),
    most: Math.max(0, ...first),
  };
}

function accepted(item: BenchItem, field: string): boolean {
  return item.handlungsfeld === field || (item.auch ?? []).includes(field);
}

function bandsOf(answered: readonly Answered[]): Band[] {
  const figures = answered.flatMap(({ item, answer }) =>
    answer.ranked.map((field, at) => ({ said: answer.scores[at] ?? 0, true: Number(accepted(item, field)) })),
  );
  return Array.from({ length: 10 }, (_, at) => at * 10).flatMap((from) => {
    const within = figures.filter(({ said }) => Math.min(9, Math.floor(said * 10)) * 10 === from);
    const mean = (of: 'said' | 'true') => within.reduce((sum, it) => sum + it[of], 0) / within.length;
    return within.length ? [{ from, shown: within.length, said: mean('said'), true: mean('true') }] : [];
  });
}

function majority(train: readonly LabelledItem[]): string | null {
  const counts = new Map<string, number>();
  for (const { handlungsfeld } of train) counts.set(handlungsfeld, (counts.get(handlungsfeld) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** Words with Laplace smoothing, nothing else known: what a first attempt would do. */
function naiveBayes(text: string, train: readonly LabelledItem[]): string | null {
  const { items, terms } = countLearned(train.map((it) => ({ text: it.text, fieldId: it.handlungsfeld })));
  const words = termsToLearn(text).filter(isWord);
  const inField = (field: string): number =>
    [...terms].reduce((sum, [term, byField]) => sum + (isWord(term) ? (byField.get(field) ?? 0) : 0), 0);
  const vocabulary = [...terms.keys()].filter(isWord).length;
  const scored = [...items].map(([field, known]) => {
    const all = inField(field) + vocabulary;
    const likelihood = words.map((word) => Math.log(((terms.get(word)?.get(field) ?? 0) + 1) / all));
    return { field, score: likelihood.reduce((sum, it) => sum + it, Math.log(known / train.length)) };
  });
  return scored.sort((a, b) => b.score - a.score)[0]?.field ?? null;
}

function isWord(term: string): boolean {
  return !term.startsWith('~');
}

/** The report as lines; items without a label are only told their fields. */
export function asText(figures: Figures, asked: readonly BenchItem[], answers: readonly Ranked[]): string {
  const percent = (share: number): string => `${(share * 100).toFixed(1).replace('.', ',')} %`;
  if (figures.items === 0)
    return asked.map((item, index) => `${answers[index]?.ranked.join(' · ') ?? ''}\t${item.text}`).join('\n');
  const { fieldName, majority: most, naiveBayes: bayes } = figures.baselines;
  const { nowhere } = figures;
  const part = (name: string, { items, top1, top3 }: Hits): string =>
    `  ${name.padEnd(40)} ${String(items).padStart(4)}   ${percent(top1).padStart(7)}   ${percent(top3).padStart(7)}`;
  return [
    `Vorschläge für ${figures.items} Hinweise (Wörter ${shippedLexiconVersion})`,
    `  erster Vorschlag richtig   ${percent(figures.top1)}`,
    `  unter den ersten drei      ${percent(figures.top3)}`,
    `  enthalten                  ${percent(figures.abstained)}`,
    `Zum Vergleich, erster Treffer`,
    `  Name des Feldes im Text    ${percent(fieldName)}`,
    `  häufigstes Feld            ${percent(most)}`,
    `  Naive Bayes über Wörter    ${percent(bayes)}`,
    `Nach Feldern, erster richtig und unter dreien`,
    ...Object.entries(figures.fields).map(([field, hits]) => part(field, hits)),
    part('schwere', figures.hard),
    part('gelesenes Drittel', figures.read),
    part('ungelesen', figures.unread),
    `Ohne Feld: ${nowhere.items}, davon enthalten ${percent(nowhere.abstained)}, sonst am ersten im Mittel ${percent(nowhere.said)}, höchstens ${percent(nowhere.most)}`,
    `Was an den Vorschlägen steht und wie oft es zutrifft`,
    ...figures.bands.map(
      (band) =>
        `  ${String(band.from).padStart(2)}–${band.from + 10} %   ${String(band.shown).padStart(4)}-mal, im Mittel ${percent(band.said)}, zutreffend ${percent(band.true)}`,
    ),
  ].join('\n');
}
