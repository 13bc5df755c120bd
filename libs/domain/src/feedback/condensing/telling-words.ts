import { germanWords, saysSomething } from '../suggestions/german-words';
import type { WordCounts } from './common-topic';

/** Names of groups have at most so many words. */
const MOST = 3;
/** A word that stands this many times as often in the group as beside it sets the group apart. */
const APART = 2;

interface Told {
  stem: string;
  texts: number;
  /** How often each spelling stands in the group. */
  spellings: Map<string, number>;
}

/**
 * Words that name a group: more than half of its texts have them, and they stand there more often than in the rest of
 * the field. Nouns, which German writes with a capital, say what it is about; other words name it only where no noun does.
 * In: the texts of the group, and how words are spread in the whole field, the group included; out: up to three words in
 * their most frequent spelling, what sets the group apart most first.
 */
export function tellingWords(group: readonly string[], { all, inTexts }: WordCounts): string[] {
  const told = new Map<string, Told>();
  for (const text of group) {
    const seen = new Set<string>();
    for (const { stem, written } of germanWords(text).filter(saysSomething)) {
      const word = told.get(stem) ?? { stem, texts: 0, spellings: new Map<string, number>() };
      told.set(stem, word);
      if (!seen.has(stem)) word.texts += 1;
      seen.add(stem);
      word.spellings.set(written, (word.spellings.get(written) ?? 0) + 1);
    }
  }
  const beside = Math.max(0, all - group.length);
  const apart = ({ stem, texts }: Told): number => {
    const elsewhere = Math.max(0, (inTexts.get(stem) ?? texts) - texts);
    // Half a text more, so that what stands nowhere else can be compared as well.
    return texts / group.length / ((elsewhere + 0.5) / (beside + 1));
  };
  const shared = [...told.values()].filter(({ texts }) => texts > group.length / 2);
  const telling = shared.filter((word) => apart(word) >= APART);
  const [candidates = []] = [telling.filter(isNoun), telling, shared.filter(isNoun), shared].filter(
    (words) => words.length > 0,
  );
  return candidates
    .sort(
      (one, other) =>
        other.texts * Math.log(1 + apart(other)) - one.texts * Math.log(1 + apart(one)) ||
        (one.stem < other.stem ? -1 : 1),
    )
    .slice(0, MOST)
    .map(spelling);
}

/** Any word may begin a sentence; one that also stands there small is no noun. */
function isNoun({ spellings }: Told): boolean {
  return [...spellings.keys()].every((written) => /^\p{Lu}/u.test(written));
}

function spelling({ spellings }: Told): string {
  const [[most] = ['']] = [...spellings].sort(
    ([one, times], [other, otherTimes]) =>
      otherTimes - times || one.length - other.length || (one < other ? -1 : 1),
  );
  return most;
}
