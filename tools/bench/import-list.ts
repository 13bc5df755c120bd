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

/** As many lines of a list of houses with two people each; invented, and the same on every run. */
export function importList(rows: number): string {
  const next = seeded(rows);
  const one = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const name = (parts: number): string => {
    const word = Array.from({ length: parts }, () => one(syllables)).join('');
    return word.charAt(0).toUpperCase() + word.slice(1);
  };
  const lines = [HEAD];
  for (let house = 0; lines.length <= rows; house += 1) {
    const called = `${one(kinds)} ${name(3)} ${name(2)}`;
    for (let person = 0; person < 2 && lines.length <= rows; person += 1) {
      const family = name(4);
      const mail = `${family.toLowerCase()}-${house}-${person}@haus.example`;
      lines.push(`${called};06366;Köthen;${one(given)};${family};${mail};Beratung`);
    }
  }
  return `${lines.join('\n')}\n`;
}
