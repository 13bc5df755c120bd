import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shippedLexicon } from '@runder-tisch/domain/feedback/suggestions';
import { germanWords, saysSomething } from '@runder-tisch/domain/feedback/suggestions/german-words';
import type { BenchItem } from './suggestions';

const MOST = 2;

/** Runs of words that say something, as their stems. */
function runs(text: string): string[] {
  const stems = germanWords(text)
    .filter(saysSomething)
    .map((word) => word.stem);
  return stems.slice(MOST).map((_, index) => stems.slice(index, index + MOST + 1).join(' '));
}

describe('The items suggestions are measured with', () => {
  it('are in no words of the lexicon: it knows the language, not the answers', () => {
    const lines = readFileSync(join(__dirname, 'suggestions-items.jsonl'), 'utf8').trim().split('\n');
    const items = new Set(lines.flatMap((line) => runs((JSON.parse(line) as BenchItem).text)));
    const terms = [...shippedLexicon.values()].flat().map(({ term }) => term);
    expect(terms.length).toBeGreaterThan(1000);
    expect(terms.filter((term) => runs(term).some((run) => items.has(run)))).toEqual([]);
  });
});
