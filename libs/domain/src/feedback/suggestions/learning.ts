import { germanWords, saysSomething } from './german-words';

/** In how many linked Hinweise a word or a run of letters stands, by field. Nothing else of a text is kept. */
export interface LearnedCounts {
  /** Linked Hinweise by field. */
  items: ReadonlyMap<string, number>;
  /** By what `termsToLearn` names it. */
  terms: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

export const nothingLearned: LearnedCounts = { items: new Map(), terms: new Map() };

/** Stands for every linked Hinweis of a field among the terms; no word of a text is written like it. */
export const ALL_ITEMS = '=';

/** A word counts only after it stood in so many Hinweise: what one person said is not recognisable in it. */
export const learnedFrom = 3;

const GRAM = 5;
const GRAMS_FROM = 8;

/**
 * What a checked text teaches, each once: stems of its words that say something, and of long words the runs of five
 * letters (marked by `~`), which words of one family share.
 */
export function termsToLearn(text: string): string[] {
  const terms = new Set<string>();
  for (const word of germanWords(text)) {
    if (!saysSomething(word)) continue;
    terms.add(word.stem);
    for (const gram of gramsOf(word.folded)) terms.add(gram);
  }
  return [...terms];
}

/** Counts over texts with their field; for the bench and for rules. The product counts in the database. */
export function countLearned(texts: readonly { text: string; fieldId: string }[]): LearnedCounts {
  const items = new Map<string, number>();
  const terms = new Map<string, Map<string, number>>();
  for (const { text, fieldId } of texts) {
    items.set(fieldId, (items.get(fieldId) ?? 0) + 1);
    for (const term of termsToLearn(text)) {
      const counts = terms.get(term) ?? new Map<string, number>();
      counts.set(fieldId, (counts.get(fieldId) ?? 0) + 1);
      terms.set(term, counts);
    }
  }
  return { items, terms };
}

export interface LearnedEvidence {
  fieldId: string;
  weight: number;
  stem: string;
  written: string;
}

/**
 * How each word of a text speaks for each field, from what was linked before:
 * weight = ln((n_tf + κ·p_f) / ((n_t + κ)·p_f)), where n_tf counts linked Hinweise of field f with the word, n_t those
 * of all fields, p_f = (N_f + 1) / (N + F) and κ = 3 draws rare words to nothing. Only what speaks for a field counts,
 * at most 2. A word not seen often enough takes half the mean of its runs of letters.
 */
export function learnedEvidence(
  text: string,
  fieldIds: readonly string[],
  counts: LearnedCounts,
): LearnedEvidence[] {
  const total = sum(counts.items.values());
  if (total < learnedFrom) return [];
  const share = (fieldId: string): number =>
    ((counts.items.get(fieldId) ?? 0) + 1) / (total + fieldIds.length);
  const seen = new Set<string>();
  return germanWords(text).flatMap((word) => {
    if (seen.has(word.stem) || !saysSomething(word)) return [];
    seen.add(word.stem);
    const { stem, written } = word;
    return fieldIds.flatMap((fieldId) => {
      const own = logShare(counts.terms.get(stem), fieldId, share(fieldId));
      const weight = own ?? meanOf(gramsOf(word.folded), counts, fieldId, share(fieldId)) / 2;
      return weight > 0.2 ? [{ fieldId, weight: Math.min(weight, 2), stem, written }] : [];
    });
  });
}

function logShare(
  byField: ReadonlyMap<string, number> | undefined,
  fieldId: string,
  share: number,
): number | null {
  const known = byField ? sum(byField.values()) : 0;
  if (!byField || known < learnedFrom) return null;
  const shrink = 3;
  return Math.log(((byField.get(fieldId) ?? 0) + shrink * share) / ((known + shrink) * share));
}

function meanOf(grams: readonly string[], counts: LearnedCounts, fieldId: string, share: number): number {
  const known = grams.flatMap((gram) => logShare(counts.terms.get(gram), fieldId, share) ?? []);
  return known.length >= 2 ? sum(known) / known.length : 0;
}

function gramsOf(folded: string): string[] {
  if (folded.length < GRAMS_FROM) return [];
  return Array.from({ length: folded.length - GRAM + 1 }, (_, at) => `~${folded.slice(at, at + GRAM)}`);
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
