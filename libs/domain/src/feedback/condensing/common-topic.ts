/** How the words of one field's texts are spread. */
export interface WordCounts {
  /** Number of texts. */
  all: number;
  /** In how many of them each word stem stands. */
  inTexts: ReadonlyMap<string, number>;
}

/** A word in more than this share of the texts of a field tells, by itself, none of them apart. */
const COMMON_SHARE = 0.4;
/** With fewer texts every word would soon be common. */
const FEWEST_TEXTS = 10;
/** Of the texts with the rarer of two words, so many have the other one as well. */
const TOGETHER = 0.75;
/** And so many times as many as if the two had nothing to do with each other. */
const MORE_THAN_CHANCE = 1.25;
/** Common words that are looked at, so that long texts in the same words cost no more than others. */
const MOST_WORDS = 24;

/** Whether a word tells no text of its field apart. In: its stem; out: true from more than 40 % of more than ten texts. */
export function isCommon(stem: string, { all, inTexts }: WordCounts): boolean {
  return all > FEWEST_TEXTS && (inTexts.get(stem) ?? 0) > all * COMMON_SHARE;
}

/**
 * What a large part of a field is about: common words that stand in the same texts, and more often than chance would
 * have it. Common words that stand in any text ("fehlt", "Termin") are none. In: the word stems of each text with how
 * they are spread; out: at least two stems, or none. Takes at most 24² steps for each text.
 */
export function commonTopic(texts: readonly ReadonlyMap<string, unknown>[], counts: WordCounts): string[] {
  const { all, inTexts } = counts;
  const often = (stem: string): number => inTexts.get(stem) ?? 0;
  const common = [...inTexts.keys()]
    .filter((stem) => isCommon(stem, counts))
    .sort((one, other) => often(other) - often(one) || (one < other ? -1 : 1))
    .slice(0, MOST_WORDS);
  const both = common.map(() => common.map(() => 0));
  for (const text of texts) {
    const there = common.flatMap((stem, index) => (text.has(stem) ? [index] : []));
    for (const one of there) for (const other of there) both[one]![other]! += 1;
  }
  const together = (one: number, other: number): boolean => {
    const [a, b, shared] = [often(common[one]!), often(common[other]!), both[one]![other]!];
    return shared >= TOGETHER * Math.min(a, b) && shared * all >= MORE_THAN_CHANCE * a * b;
  };
  const topics = common.map((_, first) => {
    const topic = [first];
    for (const next of common.keys())
      if (next !== first && topic.every((word) => together(word, next))) topic.push(next);
    return topic;
  });
  const largest = topics.reduce((most, topic) => (topic.length > most.length ? topic : most), []);
  return largest.length >= 2 ? largest.map((index) => common[index]!) : [];
}

/** Whether a text is about this topic. In: its stems; out: true where it has more than half of the words, and two at least. */
export function isAbout(text: ReadonlyMap<string, unknown>, topic: readonly string[]): boolean {
  const found = topic.filter((stem) => text.has(stem)).length;
  return found >= 2 && found > topic.length / 2;
}
