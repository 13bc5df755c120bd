import { simplePageNames } from '../pages/simple-language';
import { simpleTexts } from './simple-texts';

const LONGEST_SENTENCE = 12;
const LONGEST_PART = 13;

/** What can be counted of the rules of Leichte Sprache; whether it is understood only readers can say. */
describe.each(simplePageNames)('Leichte Sprache: %s', (name) => {
  const { title, text, onward } = simpleTexts[name];
  const lines = [title, ...text.split('\n'), ...onward.map(([label]) => label)]
    .map((it) => it.replace(/^(## )?(- |\d+\. )?/, '').trim())
    .filter((it) => it !== '' && !/^\{\w+\}$/.test(it) && !it.includes('2345-'));

  it('says one thing a line, in few words', () => {
    for (const line of lines) {
      expect([line, line.split(/\s+/).length <= LONGEST_SENTENCE]).toEqual([line, true]);
      expect([line, line.replace(/[.?!:]$/, '').match(/[.?!;]\s/)]).toEqual([line, null]);
    }
  });

  it('parts long words', () => {
    const long = lines
      .flatMap((line) => line.split(/[^\p{L}]+/u))
      .filter((part) => part.length > LONGEST_PART);
    expect(long).toEqual([]);
  });

  it('has no Konjunktiv, no Genitiv, no brackets and no abbreviations', () => {
    const written = lines.join('\n');
    expect(written.match(/\b(würde|könnte|möchte|hätte|wäre|sollte|müsste|dürfte)\w*/gi)).toBeNull();
    expect(written.match(/\b(des|eines|meines|ihres|unseres)\s\p{L}/giu)).toBeNull();
    expect(written.match(/[()„“"&/]|\b(z\. ?B\.|usw\.|bzw\.|ggf\.|u\. ?a\.)/g)).toBeNull();
  });
});
