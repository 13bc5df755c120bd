import { folded } from '../text';
import { takeDegrees, takeTitles } from './titles';

export interface ReadName {
  salutation: '' | 'Frau' | 'Herr';
  title: string;
  givenName: string;
  familyName: string;
  /** As what somebody speaks, which stood in brackets: "Leiterin", "Landratsamt, SG 21". */
  role: string;
  /** What stood there and is no part of a name, such as "Amt 51" behind a comma; nothing of it is kept. */
  beside: string;
}

/** What is longer is no name, and whoever takes it is told so by the limit of its field. */
const READ_MOST = 1000;

const GREETINGS = new Set(
  [
    'sehr',
    'geehrte',
    'geehrter',
    'geehrtes',
    'liebe',
    'lieber',
    'hallo',
    'guten',
    'tag',
    'werte',
    'werter',
  ].concat(['frau/herr', 'frau/herrn', 'herr/frau', 'herrn/frau']),
);
const SALUTATIONS: Readonly<Record<string, 'Frau' | 'Herr'>> = {
  frau: 'Frau',
  fr: 'Frau',
  mrs: 'Frau',
  ms: 'Frau',
  herr: 'Herr',
  herrn: 'Herr',
  hr: 'Herr',
  hrn: 'Herr',
  mr: 'Herr',
};
const OF_A_COLUMN: Readonly<Record<string, 'Frau' | 'Herr'>> = {
  w: 'Frau',
  weiblich: 'Frau',
  m: 'Herr',
  männlich: 'Herr',
  maennlich: 'Herr',
};

/** Words with which a family name begins, in any spelling. */
const PARTICLES = new Set(
  `von vom van vande vander de del della der des di da dos du la le zu zum zur ter ten tho el al abu abd bin bint ibn ben
  af av st mac mc san santa freiherr freifrau freiin graf gräfin baron baronin edler edle ritter prinz prinzessin`.split(
    /\s+/,
  ),
);
/** Those that are other words as well, in small letters only. */
const SMALL_PARTICLES = new Set([
  'das',
  'do',
  'den',
  'op',
  'te',
  'tot',
  'y',
  'e',
  'auf',
  'und',
  'am',
  'im',
  "'t",
  't',
]);
/** Given names too: at the very beginning they are one. */
const GIVEN_NAMES = new Set(['ben', 'al', 'abu', 'da', 'san', 'mac', 'prinz', 'ritter', 'abd']);
const GENERATIONS = new Set(['jun', 'junior', 'sen', 'senior', 'jr', 'sr']);
/** What people write where they know no name yet, folded and without signs. */
const PLACEHOLDERS = new Set(
  `nn nomennescio unbekannt vakant unbesetzt nichtbesetzt zurzeitunbesetzt zzunbesetzt nochoffen tbd entfaellt
  keineangabe xxx`.split(/\s+/),
);
/** What somebody is, alone in the place of a name, folded; "-in" and "-innen" are taken off before. */
const ROLES = new Set(
  `leiter leitung geschaeftsfuehrer geschaeftsfuehrung vorsitzender vorsitzende vorstand vorstandsvorsitzender
  ansprechpartner ansprechperson kontakt kontaktperson sekretariat sekretaer sachbearbeiter sachbearbeitung mitarbeiter
  koordinator koordination stellvertreter stellvertretung verwaltung geschaeftsstelle team info schulleiter
  schulleitung kitaleitung heimleitung pflegedienstleitung`.split(/\s+/),
);
/** What is said in brackets about somebody and is no function: a former name, a pronoun, an absence, a number. */
const NO_ROLE =
  /^(?:geb|sie|er|they|she|he|in elternzeit|in mutterschutz|krank|erkrankt|verstorben|im ruhestand|ausgeschieden|nicht mehr|bis)\b|@|\d{3}/i;
/** How words of houses end; whoever stands behind a comma with one of them is no given name. */
const HOUSES =
  'amt verein gmbh e.v. landkreis stadt gemeinde jobcenter caritas diakonie schule kita klinik verband stiftung zentrum referat fachbereich sachgebiet abteilung leitung leiter leiterin sozialplanung'.split(
    ' ',
  );

/**
 * Reads a name as people write it: "Frau Dr. Anna Berg", "Berg, Dr. Anna", "Heide, Anna von der", "Herr El Sayed",
 * "Eva Krug, M.A.". A single word is the family's name.
 */
export function readPersonName(whole: string): ReadName {
  if (whole.length > READ_MOST)
    return { salutation: '', title: '', givenName: '', familyName: whole, role: '', beside: '' };
  const { text, role, beside } = withoutBrackets(whole);
  const titles: string[] = [];
  let salutation: ReadName['salutation'] = '';
  const segments: string[][] = [];
  for (const segment of text.split(',')) {
    const words = wordsOf(segment);
    if (segments.length > 0 && isBeside(words)) {
      beside.push(words.join(' '));
      continue;
    }
    salutation ||= takeSalutation(words);
    titles.push(...takeTitles(words), ...takeDegrees(words, segments.length > 0 ? 0 : 2));
    const [first] = segments;
    if (first && words.every(isGeneration)) first.push(...words);
    else segments.push(words);
  }
  const [first = [], second, ...others] = segments.filter((words) => words.length > 0);
  beside.push(...others.map((words) => words.join(' ')));
  const { given, family } = second ? behindComma(first, second) : inOrder(first);
  return {
    salutation,
    title: titles.join(' '),
    givenName: given.join(' '),
    familyName: family.join(' '),
    role,
    beside: beside.join(', '),
  };
}

/** What stands in a column for salutations: "Frau Dr." is Frau and a title; `beside` is what nobody knows. */
export function readSalutation(written: string): Pick<ReadName, 'salutation' | 'title' | 'beside'> {
  if (written.length > READ_MOST) return { salutation: '', title: '', beside: written };
  const words = wordsOf(written);
  const whole = OF_A_COLUMN[plain(words[0] ?? '')];
  if (whole && words.length === 1) return { salutation: whole, title: '', beside: '' };
  const salutation = takeSalutation(words);
  const title = takeTitles(words).join(' ');
  while (GREETINGS.has(plain(words[0] ?? ''))) words.shift();
  return { salutation, title, beside: words.join(' ') };
}

/**
 * What stands in a column for one part of a name: "Hr. Özdemir" is Herr and a name, "Dr. Weiß" a title and a name,
 * "(Leiter)" a function and no name. The words that are left stay together: "von der Heide", "Anna Lena".
 * @param alone whether a salutation or title may be all that stands there, as in a column for given names; "Herr" is a
 * family's name as well
 */
export function readNamePart(
  written: string,
  alone: boolean,
): Pick<ReadName, 'salutation' | 'title' | 'role' | 'beside'> & { name: string } {
  if (written.length > READ_MOST) return { salutation: '', title: '', name: written, role: '', beside: '' };
  const { text, role, beside } = withoutBrackets(written);
  const words = wordsOf(text);
  const salutation = alone || words.length > 1 ? takeSalutation(words) : '';
  const title = alone || words.length > 1 || words[0]?.endsWith('.') ? takeTitles(words).join(' ') : '';
  return { salutation, title, name: words.join(' '), role, beside: beside.join(', ') };
}

/** Whether somebody left a name or a part of it open: "N.N.", "vakant", "?". */
export function isPlaceholder(name: string): boolean {
  const letters = lettersOf(name);
  return letters === '' || PLACEHOLDERS.has(letters);
}

/** Whether somebody left the name open or wrote what somebody is ("Leiterin"): nobody is called so. */
export function isNoName(name: string): boolean {
  const letters = lettersOf(name);
  if (isPlaceholder(name) || letters === 'herr' || letters === 'frau') return true;
  return ROLES.has(letters.replace(/in(?:nen)?$/, '')) || ROLES.has(letters);
}

function lettersOf(name: string): string {
  return folded(name).replace(/[^\p{L}]/gu, '');
}

function takeSalutation(words: string[]): ReadName['salutation'] {
  let salutation: ReadName['salutation'] = '';
  while (words.length > 0) {
    const word = plain(words[0] ?? '');
    const found = SALUTATIONS[word];
    // Whoever is called "Liebe" is called something else as well.
    if (!found && !(GREETINGS.has(word) && words.length > 1)) break;
    salutation ||= found ?? '';
    words.shift();
  }
  return salutation;
}

/** "Berg, Anna", and "Heide, Anna von der", whose particles stand behind. */
function behindComma(
  family: readonly string[],
  given: readonly string[],
): { given: string[]; family: string[] } {
  const last = given.findLastIndex((word) => !isParticle(word));
  const cut = last < 0 ? given.length : last + 1;
  return { given: given.slice(0, cut), family: [...given.slice(cut), ...family] };
}

/** "Anna Berg", "Uwe ter Horst": the family's name is the last word and the particles before it. */
function inOrder(words: readonly string[]): { given: string[]; family: string[] } {
  const end = words.findLastIndex((word) => !isGeneration(word));
  const particle = words.findIndex(
    (word, at) => at < end && isParticle(word) && (at > 0 || !GIVEN_NAMES.has(plain(word))),
  );
  const cut = particle >= 0 ? particle : Math.max(end, 0);
  return { given: words.slice(0, cut), family: words.slice(cut) };
}

/** Whether a family name may begin with the word: "von", "El", "ter". */
export function isParticle(word: string): boolean {
  const small = plain(word);
  return PARTICLES.has(small) || small.startsWith('al-') || SMALL_PARTICLES.has(word);
}

function isGeneration(word: string): boolean {
  return GENERATIONS.has(plain(word));
}

function isBeside(words: readonly string[]): boolean {
  return words.some((word) => /\d/.test(word) || HOUSES.some((house) => word.toLowerCase().endsWith(house)));
}

/** What stands in brackets is said about somebody; degrees of a college belong to the title. */
function withoutBrackets(whole: string): { text: string; role: string; beside: string[] } {
  const roles: string[] = [];
  const beside: string[] = [];
  const text = whole.replace(/[([]([^()[\]]*)[)\]]/g, (_, inside: string) => {
    const said = inside.trim();
    if (/^(?:fh|th|tu|ba|hs|univ\.?)$/i.test(said)) return ` (${said}) `;
    if (said !== '') (NO_ROLE.test(said) ? beside : roles).push(said);
    return ' ';
  });
  return { text, role: roles.join(', '), beside };
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}

function plain(word: string): string {
  return word.toLowerCase().replaceAll('.', '');
}
