import { seeded } from './measure/statistics';

const kinds = [
  'Verein',
  'Förderkreis',
  'Beratung',
  'Werkstatt',
  'Kita',
  'Sozialstation',
  'Initiative',
  'Haus',
];
const syllables =
  'ba bel bir dor eck fal gar hol ilm jor kas lin mar neu ost pap qua rit sal tur ulm vie wes zel ahr buch'.split(
    ' ',
  );
const given = 'Anna Jonas Mira Olaf Ute Ina Karl Lena Nils Rosa Tom Vera'.split(' ');
const HEAD = 'Träger;PLZ;Ort;Vorname;Nachname;E-Mail;Funktion';

/** Each twentieth house comes once more, with a letter too many. */
const TWIN_EVERY = 20;

/**
 * As many lines of a list of houses with two people each, some of them twice; invented, and the same on every run.
 * @param slips spells every name a letter apart, as a list somebody else keeps
 */
export function importList(rows: number, slips = false): string {
  const next = seeded(rows);
  const one = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const name = (parts: number): string => {
    const word = Array.from({ length: parts }, () => one(syllables)).join('');
    return word.charAt(0).toUpperCase() + word.slice(1);
  };
  const lines = [HEAD];
  for (let house = 0; lines.length <= rows; house += 1) {
    const named = `${one(kinds)} ${name(3)} ${name(2)}`;
    const called = slips ? `${named}${named.at(-1)}` : named;
    if (house % TWIN_EVERY === TWIN_EVERY - 1) lines.push(`${named.replace(' ', ' h')};06366;Köthen;;;;`);
    for (let person = 0; person < 2 && lines.length <= rows; person += 1) {
      const family = name(4);
      const mail = `${family.toLowerCase()}-${house}-${person}@haus.example`;
      lines.push(`${called};06366;Köthen;${one(given)};${family};${mail};Beratung`);
    }
  }
  return `${lines.join('\n')}\n`;
}
