export { effectiveWords, type KeptWord, wordList } from './kept-words';
export {
  ALL_ITEMS,
  countLearned,
  type LearnedCounts,
  learnedFrom,
  nothingLearned,
  termsToLearn,
} from './learning';
export { type LexiconWord, shippedLexicon, shippedLexiconVersion, type WordWeight } from './lexicon';
export {
  type FieldSuggestion,
  type FieldToSuggest,
  LEAST_EVIDENCE,
  shippedWordsFor,
  Suggester,
  type Suggestions,
} from './suggest';
export { foldedTerm } from './word-index';
