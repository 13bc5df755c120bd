import { germanWords, saysSomething, stemOf } from './german-words';
import { type LearnedCounts, learnedEvidence } from './learning';
import { type LexiconWord, shippedLexicon } from './lexicon';
import { describingWords, type IndexedWord, WordIndex } from './word-index';

export interface FieldToSuggest {
  id: string;
  name: string;
  description: string;
  /** What planners have made of the words: the effective lexicon, without those set aside. */
  words: readonly LexiconWord[];
}

export interface FieldSuggestion {
  fieldId: string;
  /** 1 to 3. */
  rank: number;
  /** How often a planner accepts a field that bears a figure like this, 0 to 1; of several fields together it may pass 1. */
  score: number;
  /** The words of the text that speak for it, strongest first, at most five. */
  words: string[];
}

export interface Suggestions {
  /** True where nothing speaks clearly for a field: no button is offered. */
  abstains: boolean;
  fields: FieldSuggestion[];
}

export const SUGGESTED = 3;

/** A field with less evidence than this is not named: a single faint word is no reason. */
export const LEAST_EVIDENCE = 0.6;

/** Nor one that all fields together leave less than this share: a button saying "1 %" only takes room. */
export const LEAST_SHARE = 0.05;

const SHOWN_WORDS = 5;
const NAME_WEIGHT = 3;
const DESCRIPTION_WEIGHT = 1;
const LEARNED_SHARE = 1.2;
/**
 * Turns a share among the fields into the figure shown: ln odds of the figure = 0.38 + 0.75·ln odds of the share. Fitted
 * by logistic regression to the 543 Hinweise in tools/bench/suggestions/held-out, where more than one field may be
 * accepted; fitted five times to four fifths of them it is within ten points on the fifth left out, too.
 */
const ODDS = 0.38;
const ODDS_OF_SHARE = 0.75;

function figureOf(share: number): number {
  return 1 / (1 + Math.exp(-ODDS) * ((1 - share) / share) ** ODDS_OF_SHARE);
}

/** A clear word says more than two faint ones: weights are taken to this power. */
const CLEARNESS = 1.2;
/** Evidence for no field at all, so that little evidence makes a small figure even where nothing stands against it. */
const NOWHERE = 2;

/** However clear the words, two in a hundred mean something else. */
const MOST = 0.98;

/** Made once for the fields of a county, asked for many texts. */
export class Suggester {
  private readonly index = new WordIndex();

  constructor(private readonly fields: readonly FieldToSuggest[]) {
    const describing = new Map<string, string[]>();
    for (const field of fields) {
      for (const { term, weight } of field.words)
        this.index.add(term, { fieldId: field.id, weight, kind: 'lexicon' });
      for (const word of describingWords(field.name))
        this.index.add(word, { fieldId: field.id, weight: NAME_WEIGHT, kind: 'description' });
      for (const word of describingWords(field.description))
        describing.set(word, [...(describing.get(word) ?? []), field.id]);
    }
    // A word that describes several fields tells them apart by so much less.
    for (const [word, ids] of describing)
      for (const fieldId of ids)
        this.index.add(word, { fieldId, weight: DESCRIPTION_WEIGHT / ids.length, kind: 'description' });
  }

  /**
   * Ranks the fields for one text. A different word found weighs x = w·c (w weight, c closeness; of one word only its
   * strongest source), a learned one 1.2 times its weight; evidence of a field: e_f = Σ x^1.2 / 1.2. Share of a field:
   * exp(e_f) / (Σ exp(e) + exp(2)); score: how often such a share was right (`figureOf`).
   * Abstains when no field reaches `LEAST_EVIDENCE` and `LEAST_SHARE`.
   */
  suggest(text: string, learned: LearnedCounts): Suggestions {
    const spoken = this.evidence(text, learned);
    const sums = this.fields.map((field) => {
      const words = [...(spoken.get(field.id)?.values() ?? [])].sort((a, b) => b.weight - a.weight);
      return {
        fieldId: field.id,
        evidence: words.reduce((sum, it) => sum + it.weight ** CLEARNESS / CLEARNESS, 0),
        words,
      };
    });
    const parts = sums.reduce((sum, it) => sum + Math.exp(it.evidence), Math.exp(NOWHERE));
    const fields = sums
      .map((it) => ({ ...it, share: Math.exp(it.evidence) / parts }))
      .filter((it) => it.evidence >= LEAST_EVIDENCE && it.share >= LEAST_SHARE)
      .sort((a, b) => b.evidence - a.evidence)
      .slice(0, SUGGESTED)
      .map(({ fieldId, share, words }, index) => ({
        fieldId,
        rank: index + 1,
        score: Math.min(MOST, figureOf(share)),
        words: [...new Set(words.map((it) => it.written))].slice(0, SHOWN_WORDS),
      }));
    return { abstains: fields.length === 0, fields };
  }

  /** By field, then by what was found: its weight and the words as written. */
  private evidence(text: string, learned: LearnedCounts): Map<string, Map<string, Spoken>> {
    const spoken = new Map<string, Map<string, Spoken>>();
    const words = germanWords(text);
    for (const { entry, closeness, written } of this.index.find(words))
      keepStrongest(spoken, entry, stemOf(written), { weight: entry.weight * closeness, written });
    const ids = this.fields.map((field) => field.id);
    for (const { fieldId, weight, stem, written } of learnedEvidence(text, ids, learned))
      keepStrongest(spoken, { fieldId, weight, kind: 'learned' }, `${stem} (learned)`, {
        weight: weight * LEARNED_SHARE,
        written,
      });
    return spoken;
  }
}

/**
 * The shipped words for a field of this name: the field whose name it shares all its words with, or that shares all
 * of its own; "Jugendhilfe" is "Kinder- und Jugendhilfe". Otherwise none.
 */
export function shippedWordsFor(name: string): readonly LexiconWord[] {
  const wanted = stemsOfName(name);
  let best: { shared: number; words: readonly LexiconWord[] } = { shared: 0, words: [] };
  for (const [known, words] of shippedLexicon) {
    const stems = stemsOfName(known);
    const common = [...wanted].filter((stem) => stems.has(stem)).length;
    if (common === 0 || common < Math.min(wanted.size, stems.size)) continue;
    const shared = common / (wanted.size + stems.size - common);
    if (shared > best.shared) best = { shared, words };
  }
  return best.words;
}

function stemsOfName(name: string): Set<string> {
  return new Set(
    germanWords(name)
      .filter(saysSomething)
      .map((word) => word.stem),
  );
}

interface Spoken {
  weight: number;
  written: string;
}

function keepStrongest(
  spoken: Map<string, Map<string, Spoken>>,
  entry: IndexedWord,
  key: string,
  found: Spoken,
): void {
  const ofField = spoken.get(entry.fieldId) ?? new Map<string, Spoken>();
  const before = ofField.get(key);
  if (!before || before.weight < found.weight) ofField.set(key, found);
  spoken.set(entry.fieldId, ofField);
}
