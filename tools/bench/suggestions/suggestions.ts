import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { demoFieldsOfAction } from '@runder-tisch/domain/fields-of-action';
import {
  countLearned,
  type FieldToSuggest,
  foldedTerm,
  nothingLearned,
  shippedLexiconVersion,
  shippedWordsFor,
  Suggester,
  termsToLearn,
} from '@runder-tisch/domain/feedback/suggestions';
import { PlainError } from '../../start/plain-error';

export interface BenchItem {
  text: string;
  handlungsfeld?: string;
  /** Further fields a planner would accept. */
  auch?: string[];
}

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

export interface Figures {
  items: number;
  top1: number;
  top3: number;
  abstained: number;
  bands: readonly Band[];
  baselines: { fieldName: number; majority: number; naiveBayes: number };
}

type LabelledItem = BenchItem & { handlungsfeld: string };

const usage = 'npm run bench -- suggestions [--train FILE] [--items FILE] [--json]';

/** How well suggestions fit; an abstention counts as a miss. Without items each one of train is left out once. */
export function suggestionsMain(args: readonly string[], say: (line: string) => void): number {
  const { train, items, json } = readSuggestionOptions(args);
  const learnable = train.filter(isLabelled);
  const asked = items ?? learnable;
  const suggest = suggesterOf([...learnable, ...asked.filter(isLabelled)].map((it) => it.handlungsfeld));
  const others = (item: BenchItem): readonly LabelledItem[] =>
    items ? learnable : learnable.filter((it) => it !== item);
  const answers = asked.map((item) => suggest(item.text, others(item)));
  const labelled = asked.filter(isLabelled);
  const figures = figuresOf(
    labelled,
    asked.flatMap((item, index) => (isLabelled(item) ? [answers[index] as Ranked] : [])),
    others,
  );
  const predictions = asked.map((item, index) => ({ ...item, ...answers[index] }));
  const report = { lexicon: shippedLexiconVersion, trained: learnable.length, ...figures, predictions };
  say(json ? JSON.stringify(report, null, 2) : asText(figures, asked, answers));
  return 0;
}

interface SuggestionOptions {
  train: BenchItem[];
  items: BenchItem[] | null;
  json: boolean;
}

function readSuggestionOptions(args: readonly string[]): SuggestionOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        train: { type: 'string' },
        items: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    if (!values.train && !values.items) throw new Error('Es fehlt --train oder --items.');
    return {
      train: values.train ? readItems(values.train) : [],
      items: values.items ? readItems(values.items) : null,
      json: values.json,
    };
  } catch (error) {
    throw new PlainError(`${error instanceof Error ? error.message : String(error)} – ${usage}`);
  }
}

function readItems(file: string): BenchItem[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (!line.trim()) return [];
      const item = JSON.parse(line) as Partial<BenchItem>;
      if (typeof item.text !== 'string') throw new Error(`${file}, Zeile ${index + 1}: „text“ fehlt.`);
      return [{ ...item, text: item.text }];
    });
}

function isLabelled(item: BenchItem): item is LabelledItem {
  return typeof item.handlungsfeld === 'string' && item.handlungsfeld !== '';
}

/** The eight fields of the demo and whatever other field the items name. */
function suggesterOf(
  named: readonly string[],
): (text: string, learnedFrom: readonly LabelledItem[]) => Ranked {
  const known = new Map(demoFieldsOfAction.map((field) => [field.name, field.description]));
  for (const name of named) if (!known.has(name)) known.set(name, '');
  const fields: FieldToSuggest[] = [...known].map(([name, description]) => ({
    id: name,
    name,
    description,
    words: shippedWordsFor(name),
  }));
  const suggester = new Suggester(fields);
  return (text, learned) => {
    const counts =
      learned.length > 0
        ? countLearned(learned.map((it) => ({ text: it.text, fieldId: it.handlungsfeld })))
        : nothingLearned;
    const { abstains, fields: found } = suggester.suggest(text, counts);
    return {
      abstains,
      ranked: found.map((field) => field.fieldId),
      scores: found.map((field) => field.score),
    };
  };
}

function figuresOf(
  items: readonly LabelledItem[],
  answers: readonly Ranked[],
  others: (item: BenchItem) => readonly LabelledItem[],
): Figures {
  const share = (holds: (item: LabelledItem, index: number) => boolean): number =>
    items.length === 0 ? 0 : items.filter(holds).length / items.length;
  return {
    items: items.length,
    top1: share(
      (item, index) => answers[index]?.ranked.slice(0, 1).some((it) => accepted(item, it)) ?? false,
    ),
    top3: share((item, index) => answers[index]?.ranked.some((it) => accepted(item, it)) ?? false),
    abstained: share((_, index) => answers[index]?.abstains ?? false),
    bands: bandsOf(items, answers),
    baselines: {
      fieldName: share((item) => foldedTerm(item.text).includes(foldedTerm(item.handlungsfeld))),
      majority: share((item) => majority(others(item)) === item.handlungsfeld),
      naiveBayes: share((item) => naiveBayes(item.text, others(item)) === item.handlungsfeld),
    },
  };
}

function accepted(item: LabelledItem, field: string): boolean {
  return item.handlungsfeld === field || (item.auch ?? []).includes(field);
}

function bandsOf(items: readonly LabelledItem[], answers: readonly Ranked[]): Band[] {
  const figures = items.flatMap((item, index) => {
    const { ranked, scores } = answers[index] as Ranked;
    return ranked.map((field, at) => ({ said: scores[at] ?? 0, true: Number(accepted(item, field)) }));
  });
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

function asText(figures: Figures, asked: readonly BenchItem[], answers: readonly Ranked[]): string {
  const percent = (share: number): string => `${(share * 100).toFixed(1).replace('.', ',')} %`;
  if (figures.items === 0)
    return asked.map((item, index) => `${answers[index]?.ranked.join(' · ') ?? ''}\t${item.text}`).join('\n');
  const { fieldName, majority: most, naiveBayes: bayes } = figures.baselines;
  return [
    `Vorschläge für ${figures.items} Hinweise (Wörter ${shippedLexiconVersion})`,
    `  erster Vorschlag richtig   ${percent(figures.top1)}`,
    `  unter den ersten drei      ${percent(figures.top3)}`,
    `  enthalten                  ${percent(figures.abstained)}`,
    `Zum Vergleich, erster Treffer`,
    `  Name des Feldes im Text    ${percent(fieldName)}`,
    `  häufigstes Feld            ${percent(most)}`,
    `  Naive Bayes über Wörter    ${percent(bayes)}`,
    `Was an den Vorschlägen steht und wie oft es zutrifft`,
    ...figures.bands.map(
      (band) =>
        `  ${String(band.from).padStart(2)}–${band.from + 10} %   ${String(band.shown).padStart(4)}-mal, im Mittel ${percent(band.said)}, zutreffend ${percent(band.true)}`,
    ),
  ].join('\n');
}
