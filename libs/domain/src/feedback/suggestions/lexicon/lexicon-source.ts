/** How clearly a word speaks for a field: from 1, a hint, to 4, hardly anything else can be meant. */
export type WordWeight = 1 | 2 | 3 | 4;

/**
 * Words of a field by weight, divided by commas. A phrase is words with blanks. From six letters on a word counts in
 * compounds too; a star stands for further letters at that end of a shorter one.
 */
export type LexiconSource = Readonly<Record<WordWeight, string>>;
