import { nameCore, similarity } from './duplicates';
import { NearNames } from './near-names';

const syllables = 'ba bel bir dor eck fal gar hol ilm jor kas lin mar neu ost pap qua rit sal tur'.split(' ');

/** Always the same names of three syllables, some of them a letter apart. */
function names(count: number): string[] {
  return Array.from({ length: count }, (_, at) => {
    const word = [at % 20, Math.floor(at / 7) % 20, (at * 13) % 20].map((n) => syllables[n]).join('');
    return at % 5 === 0 ? `${word}e` : word;
  });
}

describe('Names that are nearly the same', () => {
  it('are those that comparing each with each would give', () => {
    const all = names(600);
    const near = new NearNames();
    all.forEach((name) => near.add(name));
    for (const name of [...all.slice(0, 40), 'belfalost', 'unbekannt']) {
      const byHand = all
        .map((other, at) => ({ at, score: similarity(nameCore(name), nameCore(other)) }))
        .filter((it) => it.score >= 0.55);
      const found = near.near(name, 600).map((at) => similarity(nameCore(name), nameCore(all[at] ?? '')));
      // Names written alike are found up to eight times.
      const expected = byHand.filter((it) => it.score < 1).map((it) => it.score);
      const others = new Set(byHand.filter((it) => it.score < 1).map((it) => nameCore(all[it.at] ?? '')));
      expect(new Set(found.filter((score) => score < 1))).toEqual(new Set(expected));
      expect(found.filter((score) => score < 1)).toHaveLength(others.size);
      expect(found).toEqual([...found].sort((one, other) => other - one));
    }
  });

  it('are found without form of law, signs and umlauts', () => {
    const near = new NearNames();
    ['Möwe e. V.', 'Kiebitz gGmbH', 'Möve', 'Taubenhof'].forEach((name) => near.add(name));
    expect(near.near('MOEWE', 5)[0]).toBe(0);
    expect(near.near('Kiebits', 5)).toEqual([1]);
    expect(near.near('', 5)).toEqual([]);
  });

  it('are looked for in bounded steps, however many share a name', () => {
    const near = new NearNames();
    for (let at = 0; at < 60_000; at += 1) near.add(`Anna Mueller ${at % 30_000}`);
    near.add('Anna Mueller Xylander');
    // Sixty thousand share the common trigrams; the rare ones lead to it all the same.
    expect(near.near('Anna Mueller Xylandr', 3)[0]).toBe(60_000);
    expect(near.near('Anna Mueller 17', 2)).toEqual([17, 30_017]);
  });
});
