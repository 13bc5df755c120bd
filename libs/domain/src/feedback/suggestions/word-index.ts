import { fold, type GermanWord, germanWords, isStopWord, saysSomething, stemOf } from './german-words';

/** Where a word of a field stands in a text; `at` and `end` count folded letters, as `GermanWord.start` does. */
export interface WordMatch {
  entry: IndexedWord;
  at: number;
  end: number;
  /** 1 for the word itself or a phrase, 0.85 inside a compound. */
  closeness: number;
  /** As the text writes it. */
  written: string;
}

export interface IndexedWord {
  fieldId: string;
  weight: number;
  kind: 'lexicon' | 'description' | 'learned';
}

/** From this length on a word is looked for in compounds too. */
const COMPOUND_FROM = 6;
const IN_COMPOUND = 0.85;

interface Part {
  entry: IndexedWord;
  before: boolean;
  behind: boolean;
}

/** Words of all fields, ready to be found in a text: by stem, inside compounds, and as phrases by their first stem. */
export class WordIndex {
  private readonly byStem = new Map<string, IndexedWord[]>();
  private readonly byPart = new Map<string, Part[]>();
  private readonly byFirst = new Map<string, { stems: readonly string[]; entry: IndexedWord }[]>();

  /** Adds a word or phrase as planners write it; a star at an end stands for further letters there. */
  add(term: string, entry: IndexedWord): void {
    const [first, ...rest] = germanWords(term);
    if (!first) return;
    if (rest.length > 0) {
      push(this.byFirst, first.stem, { stems: rest.map((word) => word.stem), entry });
      return;
    }
    push(this.byStem, first.stem, entry);
    const before = term.startsWith('*');
    const behind = term.endsWith('*');
    const long = first.folded.length >= COMPOUND_FROM;
    if (!long && !before && !behind) return;
    const part = { entry, before: before || !behind, behind: behind || !before };
    for (const text of new Set([first.folded, stemOf(first.written)]))
      if (text.length >= 4) push(this.byPart, text, part);
  }

  /**
   * Every word found. What lies inside a longer match says nothing of its own: Schulsozialarbeit is not Schule. So a
   * compound is taken apart at the longest words that are known.
   */
  find(words: readonly GermanWord[]): WordMatch[] {
    const found = words.flatMap((word, index) => [
      // "seit" has the stem of Seite; it speaks for no field, alone or in a compound, but may belong to a phrase.
      ...(isStopWord(word) ? [] : [...this.wholeWords(word), ...this.parts(word)]),
      ...this.phrases(words, index),
    ]);
    return found.filter((match) => !found.some((other) => contains(other, match)));
  }

  private wholeWords(word: GermanWord): WordMatch[] {
    const span = { at: word.start, end: word.start + word.folded.length, written: word.written };
    return (this.byStem.get(word.stem) ?? []).map((entry) => ({ entry, closeness: 1, ...span }));
  }

  private parts(word: GermanWord): WordMatch[] {
    const found: WordMatch[] = [];
    const { folded } = word;
    for (let at = 0; at <= folded.length - 4; at += 1) {
      for (let end = at + 4; end <= folded.length; end += 1) {
        for (const part of this.byPart.get(folded.slice(at, end)) ?? []) {
          if ((at > 0 && !part.before) || (end < folded.length && !part.behind)) continue;
          const span = { at: word.start + at, end: word.start + end, written: word.written };
          found.push({ entry: part.entry, closeness: IN_COMPOUND, ...span });
        }
      }
    }
    return found;
  }

  private phrases(words: readonly GermanWord[], index: number): WordMatch[] {
    const first = words[index];
    if (!first) return [];
    return (this.byFirst.get(first.stem) ?? []).flatMap(({ stems, entry }) => {
      if (!stems.every((stem, step) => words[index + 1 + step]?.stem === stem)) return [];
      const parts = words.slice(index, index + 1 + stems.length);
      const last = parts.at(-1) ?? first;
      const written = parts.map((word) => word.written).join(' ');
      return [{ entry, closeness: 1, at: first.start, end: last.start + last.folded.length, written }];
    });
  }
}

/** Words of a description that say something, each once. */
export function describingWords(text: string): string[] {
  const words = new Map<string, string>();
  for (const word of germanWords(text)) if (saysSomething(word)) words.set(word.stem, word.written);
  return [...words.values()];
}

/** A term as it is compared: folded, blanks single. */
export function foldedTerm(term: string): string {
  return fold(term.trim().replace(/\s+/g, ' '));
}

function contains(outer: WordMatch, inner: WordMatch): boolean {
  return outer.at <= inner.at && outer.end >= inner.end && outer.end - outer.at > inner.end - inner.at;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
