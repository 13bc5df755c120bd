import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `auch` names further fields a planner would accept; no `handlungsfeld`: the Hinweis belongs to none. */
interface HeldOut {
  id: string;
  text: string;
  handlungsfeld: string | null;
  auch: string[];
}

const read = <T>(path: string): T[] =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/\p{L}+|\d+/gu) ?? []);
/** Share of the words two texts have in common, 0 to 1 (Jaccard). */
const alike = (one: Set<string>, other: Set<string>): number => {
  const common = [...one].filter((word) => other.has(word)).length;
  return common / (one.size + other.size - common);
};

const known = ['suggestions-items.jsonl', 'suggestions-labelled.jsonl'].flatMap((file) =>
  read<{ text: string; handlungsfeld: string }>(join(__dirname, '..', file)),
);
const fields = new Set(known.map(({ handlungsfeld }) => handlungsfeld));
const items = globSync(join(__dirname, '*.jsonl'))
  .sort()
  .flatMap((file) => read<HeldOut>(file));

describe('The Hinweise held out from tuning', () => {
  it('names only Handlungsfelder that exist, the first never again among the further ones', () => {
    const wrong = items.filter(
      ({ handlungsfeld, auch }) =>
        (handlungsfeld !== null && !fields.has(handlungsfeld)) ||
        auch.some((field) => !fields.has(field) || field === handlungsfeld) ||
        new Set(auch).size < auch.length ||
        (handlungsfeld === null && auch.length > 0),
    );
    expect(wrong).toEqual([]);
  });

  it('gives each Hinweis an id of its own and no key beyond the agreed ones', () => {
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    const keys = new Set(items.map((item) => Object.keys(item).join()));
    expect([...keys]).toEqual(['id,text,handlungsfeld,auch']);
  });

  it('holds at least 500 Hinweise, every Handlungsfeld with 35 or more, and some that belong nowhere', () => {
    const counts = Map.groupBy(items, ({ handlungsfeld }) => handlungsfeld);
    expect(items.length).toBeGreaterThanOrEqual(500);
    const few = [...fields].filter((field) => (counts.get(field)?.length ?? 0) < 35);
    expect(few).toEqual([]);
    expect(counts.get(null)?.length ?? 0).toBeGreaterThanOrEqual(15);
  });

  it('marks at least a fifth as hard by the end of the id', () => {
    const hard = items.filter(({ id }) => id.endsWith('-schwer'));
    expect(hard.length / items.length).toBeGreaterThanOrEqual(0.2);
  });

  it('says nothing twice, and nothing the classifier was tuned with', () => {
    const said = items.map(({ id, text }) => ({ id, words: wordsOf(text) }));
    const tuned = known.map(({ text }) => ({ id: text, words: wordsOf(text) }));
    const near = said.flatMap(({ id, words }, index) =>
      [...said.slice(index + 1), ...tuned]
        .filter((other) => alike(words, other.words) > 0.4)
        .map((other) => [id, other.id]),
    );
    expect(near).toEqual([]);
  });
});
