import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { demoFieldsOfAction } from '@runder-tisch/domain/fields-of-action';
import {
  countLearned,
  type FieldToSuggest,
  nothingLearned,
  shippedLexiconVersion,
  shippedWordsFor,
  Suggester,
} from '@runder-tisch/domain/feedback/suggestions';
import { PlainError } from '../../start/plain-error';
import { commit } from '../large';
import { asText, type BenchItem, figuresOf, isLabelled, type LabelledItem, type Ranked } from './figures';

const FIGURES = 'dist/bench-suggestions.json';
const TRAIN = 'tools/demo/data/feedback.jsonl';
const HELD_OUT = 'tools/bench/suggestions/held-out';

const usage = 'npm run bench -- suggestions [--train FILE] [--items FILE|FOLDER] [--json]';

/**
 * How well suggestions fit; an abstention counts as a miss. Without items each one of train is left out once; without
 * either, the Hinweise held out are asked, trained on those of the demo.
 */
export function suggestionsMain(args: readonly string[], say: (line: string) => void): number {
  const { train, items, json } = readSuggestionOptions(args);
  const learnable = train.filter(isLabelled);
  const asked = items ?? learnable;
  const suggest = suggesterOf([...learnable, ...asked.filter(isLabelled)].map((it) => it.handlungsfeld));
  const others = (item: BenchItem): readonly LabelledItem[] =>
    items ? learnable : learnable.filter((it) => it !== item);
  const answers = asked.map((item) => suggest(item.text, others(item)));
  const figures = figuresOf(asked, answers, others);
  const report = {
    at: new Date().toISOString(),
    commit: commit(),
    machine: { cpus: availableParallelism(), model: cpus()[0]?.model ?? '', load: loadavg()[0] ?? 0 },
    versions: { node: process.versions.node },
    lexicon: shippedLexiconVersion,
    trained: learnable.length,
    ...figures,
    predictions: asked.map((item, index) => ({ ...item, ...answers[index] })),
  };
  const written = JSON.stringify(report, null, 2);
  mkdirSync('dist', { recursive: true });
  writeFileSync(FIGURES, `${written}\n`);
  say(json ? written : `${asText(figures, asked, answers)}\nAlle Zahlen: ${FIGURES}`);
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
    if (!values.train && !values.items)
      return { train: readItems(TRAIN), items: readItems(HELD_OUT), json: values.json };
    return {
      train: values.train ? readItems(values.train) : [],
      items: values.items ? readItems(values.items) : null,
      json: values.json,
    };
  } catch (error) {
    throw new PlainError(`${error instanceof Error ? error.message : String(error)} – ${usage}`);
  }
}

/** The items of a file, or of all files of a folder. */
function readItems(path: string): BenchItem[] {
  if (statSync(path).isDirectory())
    return readdirSync(path)
      .filter((name) => name.endsWith('.jsonl'))
      .sort()
      .flatMap((name) => readItems(join(path, name)));
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (!line.trim()) return [];
      const item = JSON.parse(line) as Partial<BenchItem>;
      if (typeof item.text !== 'string') throw new Error(`${path}, Zeile ${index + 1}: „text“ fehlt.`);
      return [{ ...item, text: item.text }];
    });
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
