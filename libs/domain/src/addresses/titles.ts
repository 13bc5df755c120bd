/** Titles that are one by themselves, with or without a full stop. */
const PLAIN = new Set(['dr', 'drs', 'dres', 'prof', 'pd', 'dipl']);
/** Titles that need the full stop, because they are names or words as well. */
const DOTTED = new Set([
  ...PLAIN,
  'mag',
  'ing',
  'priv',
  'doz',
  'univ',
  'ass',
  'lic',
  'cand',
  'stud',
  'hon',
  'apl',
  'em',
]);
/** What stands behind a title and belongs to it: "med. dent.", "h. c.", "rer nat". */
const FOLLOWING = new Set(
  `med dent vet phil jur iur rer nat pol oec agr theol paed päd h c hc e eh mult habil ing sc soz et univ publ techn
  mont math psych cult biol hum sportwiss doz disc des emer troph`.split(/\s+/),
);
/** Subjects as they stand behind "Dipl." in full: "Dipl. Sozialpädagogin". */
const SUBJECTS = [
  ...[
    'sozial',
    'soz',
    'päd',
    'paed',
    'psych',
    'ing',
    'kauf',
    'kfm',
    'kffr',
    'betriebs',
    'verwaltung',
    'theol',
    'jur',
  ],
  ...[
    'med',
    'bio',
    'chem',
    'phys',
    'heil',
    'geo',
    'volks',
    'ökon',
    'oek',
    'inform',
    'math',
    'gerontol',
    'pfleg',
  ],
  ...['kultur', 'agrar', 'stadt', 'archit', 'bibl', 'ökotroph', 'sport', 'wirtschaft', 'polit', 'religion'],
];
/** Degrees and seats behind a name, without their full stops. */
const BEHIND = new Set(
  'ma ba msc bsc mba med bed mph meng beng llm llb phd mdl mdb mdep mphil mpa msw bsw fh th tu ad ra stb'.split(
    ' ',
  ),
);

/**
 * Takes the titles off the beginning of a name.
 * @param words of the name; what is no title stays in them
 * @returns the titles as written: "Prof. Dr.-Ing.", "Dipl.-Sozialpäd."
 */
export function takeTitles(words: string[]): string[] {
  const titles: string[] = [];
  while (words[0] !== undefined) {
    const [word] = words;
    const glued = titleAndName(word);
    if (glued) {
      titles.push(glued.title);
      words[0] = glued.name;
    } else if (isTitle(word) || (titles.length > 0 && continues(titles.at(-1) ?? '', words))) {
      titles.push(word);
      words.shift();
    } else break;
  }
  return titles;
}

/** Takes degrees such as "M.A." and seats such as "MdL" off the end of a name of which two words remain. */
export function takeDegrees(words: string[], remaining = 2): string[] {
  const degrees: string[] = [];
  while (words.length > remaining && isDegree(words.at(-1) ?? '')) degrees.unshift(words.pop() ?? '');
  return degrees;
}

function isTitle(word: string): boolean {
  const [first = '', ...others] = partsOf(word);
  if (word.includes('.') || word.includes('-')) {
    if (!DOTTED.has(first)) return false;
    // "Ing-Marie" is a given name, "Dr.-Ing." a title.
    return PLAIN.has(first) || word.endsWith('.') || others.some((part) => DOTTED.has(part));
  }
  return PLAIN.has(first) && others.length === 0;
}

/** Whether the next word goes on with the title before it. */
function continues(before: string, words: readonly string[]): boolean {
  const [word = ''] = words;
  if (/^\((?:fh|th|tu|ba|hs|univ\.?)\)$/i.test(word)) return true;
  const small = word === word.toLowerCase();
  if (partsOf(word).every((part) => FOLLOWING.has(part)) && word !== '' && (small || word.endsWith('.')))
    return true;
  if (!/^dipl[.-]*$/i.test(before)) return false;
  const subject = word.toLowerCase();
  return SUBJECTS.some((it) => subject.startsWith(it)) && (word.endsWith('.') || words.length > 2);
}

/** "Dr.Berg", where the blank was left out. */
function titleAndName(word: string): { title: string; name: string } | null {
  const dot = word.lastIndexOf('.');
  const name = word.slice(dot + 1);
  if (dot < 0 || !/^\p{Lu}\p{Ll}/u.test(name)) return null;
  const parts = partsOf(word.slice(0, dot));
  const titled = parts.every((part) => FOLLOWING.has(part) || PLAIN.has(part));
  return titled && /^(?:dr|prof)$/.test(parts[0] ?? '') ? { title: word.slice(0, dot + 1), name } : null;
}

function isDegree(word: string): boolean {
  if (/^\((?:fh|th|tu)\)$/i.test(word)) return true;
  // "Ma" and "Ba" are family names; degrees have full stops or several capitals.
  const capitals = [...word].filter((sign) => sign !== sign.toLowerCase()).length;
  return (word.includes('.') || capitals > 1) && BEHIND.has(word.replaceAll('.', '').toLowerCase());
}

function partsOf(word: string): string[] {
  return word
    .toLowerCase()
    .split(/[.\-/()]/)
    .filter(Boolean);
}
