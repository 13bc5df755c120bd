import type { SuggestionWordView } from '../feedback-views';
import type { LexiconWord, WordWeight } from './lexicon';

/** What planners made of one word: added, weighed anew or set aside. */
export interface KeptWord {
  term: string;
  weight: WordWeight;
  active: boolean;
}

/** The words that count: the shipped ones with what planners made of them put over. */
export function effectiveWords(
  shipped: readonly LexiconWord[],
  kept: readonly KeptWord[],
): readonly LexiconWord[] {
  const words = new Map(shipped.map((word) => [word.term, word]));
  for (const { term, weight, active } of kept) {
    if (active) words.set(term, { term, weight });
    else words.delete(term);
  }
  return [...words.values()];
}

/** Every word of a field for those who keep them, also those set aside; by alphabet, planners' own ones first. */
export function wordList(
  shipped: readonly LexiconWord[],
  kept: readonly (KeptWord & { version: number })[],
): SuggestionWordView[] {
  const own = new Map(kept.map((word) => [word.term, word]));
  const known = new Map(shipped.map((word) => [word.term, word.weight]));
  return [...new Set([...own.keys(), ...known.keys()])]
    .map((term) => {
      const word = own.get(term);
      const shippedWeight = known.get(term) ?? null;
      return {
        term,
        weight: word?.weight ?? shippedWeight ?? 1,
        shippedWeight,
        active: word?.active ?? true,
        version: word?.version ?? 0,
      };
    })
    .sort((a, b) => Number(b.version > 0) - Number(a.version > 0) || a.term.localeCompare(b.term, 'de'));
}
