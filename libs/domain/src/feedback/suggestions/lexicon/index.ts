import { benefits } from './benefits';
import { care } from './care';
import { demography } from './demography';
import { education } from './education';
import { health } from './health';
import type { LexiconSource, WordWeight } from './lexicon-source';
import { migration } from './migration';
import { socialSituation } from './social-situation';
import { youth } from './youth';

export type { WordWeight } from './lexicon-source';

/** Rises whenever the shipped words change, so that a kept suggestion tells what it was made from. */
export const shippedLexiconVersion = '2026-12';

export interface LexiconWord {
  term: string;
  weight: WordWeight;
}

const sources: Readonly<Record<string, LexiconSource>> = {
  'Demografie und Sozialstruktur': demography,
  Bildung: education,
  'Gesundheit und medizinische Versorgung': health,
  'Soziale Lage': socialSituation,
  'Öffentliche Sozialleistungen': benefits,
  'Kinder- und Jugendhilfe': youth,
  'Pflege und Teilhabe': care,
  'Migration und Integration': migration,
};

/** The words this product brings along, by the usual name of their field; a word stands once, with its highest weight. */
export const shippedLexicon: ReadonlyMap<string, readonly LexiconWord[]> = new Map(
  Object.entries(sources).map(([name, source]) => [name, wordsOfSource(source)]),
);

function wordsOfSource(source: LexiconSource): readonly LexiconWord[] {
  const words = new Map<string, WordWeight>();
  for (const weight of [4, 3, 2, 1] as const) {
    for (const part of source[weight].split(',')) {
      const term = part.trim().replace(/\s+/g, ' ');
      if (term && !words.has(term)) words.set(term, weight);
    }
  }
  return [...words].map(([term, weight]) => ({ term, weight }));
}
