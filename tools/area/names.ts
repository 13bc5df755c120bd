import { PlainError } from '../start/plain-error';

/** What stands in the place of the tokens of the templates: `__Kind__` becomes `Finding`. */
export interface Names {
  /** `findings`: rooms, files, the path of the API. */
  area: string;
  Area: string;
  areaVar: string;
  /** `finding`: one object, permissions, use cases. */
  kind: string;
  Kind: string;
  kindVar: string;
  table: string;
  /** As pages call one and many of them. */
  Eine: string;
  Viele: string;
  /** Address in the web: `planung/erkenntnisse`. */
  path: string;
  /** A word that stands in foreign objects alone. */
  canary: string;
  /** Of the migration. */
  number: string;
}

const WORDS = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const LABEL = /^\p{Lu}[\p{L}\d]*([ -][\p{L}\d]+)*$/u;
const USAGE =
  'So geht es: npm run area -- interviews interview Interview Interviews (Bereich, ein Gegenstand, deutsch Einzahl und Mehrzahl; der Bereich allein genügt).';

/** Names that already mean something in TypeScript, in SQL or in the files that are made. */
const taken = new Set(
  `abstract all and any api app area array as asc async await base before boolean break case catch check class client
   column const continue create database debugger default delete desc distinct do else end enum export extends false
   finally for from function given grant group having home house if implements import in index instance instanceof
   interface into it join let like limit list module move moves name new not null number object of office offset on or
   order package page planner primary private problem protected public query read reads references request return
   search select session set state static string super switch symbol table then this throw to true try type typeof
   undefined union unique user using var view void when where while with world write yield`.split(/\s+/),
);

/**
 * The names an area is made of.
 * @param args area in English, then one object of it, then its German words for one and many
 * @throws PlainError with what is wrong, in German
 */
export function namesOf(args: readonly string[], number: string): Names {
  const [area, kind = singular(area ?? ''), one = capital(pascal(kind)), many = one] = args;
  if (!area || args.length > 4) throw new PlainError(USAGE);
  for (const name of [area, kind])
    if (!WORDS.test(name) || name.length > 30)
      throw new PlainError(
        `„${name}“ ist kein Name für einen Bereich: englisch, klein, Wörter mit Bindestrich, höchstens 30 Zeichen. ${USAGE}`,
      );
  for (const name of [area, kind])
    if (taken.has(name))
      throw new PlainError(`„${name}“ hat schon eine andere Bedeutung: Bitte wählen Sie ein genaueres Wort.`);
  for (const label of [one, many])
    if (!LABEL.test(label))
      throw new PlainError(
        `„${label}“ ist kein deutsches Hauptwort: großgeschrieben, nur Buchstaben, Leerzeichen und Bindestriche.`,
      );
  return {
    area,
    Area: pascal(area),
    areaVar: camel(area),
    kind,
    Kind: pascal(kind),
    kindVar: camel(kind),
    table: kind.replaceAll('-', '_'),
    Eine: one,
    Viele: many,
    path: `planung/${address(many)}`,
    canary: `Kanarien${pascal(kind).toLowerCase()}`,
    number,
  };
}

/** The text of a template, or its path, with the names in their places. */
export function named(text: string, names: Names): string {
  return text.replaceAll(/__([A-Za-z]+?)__/g, (token, name: string) => names[name as keyof Names] ?? token);
}

function singular(area: string): string {
  if (area.endsWith('ies')) return `${area.slice(0, -3)}y`;
  return /[^s]s$/.test(area) ? area.slice(0, -1) : area;
}

function pascal(words: string): string {
  return words.split('-').map(capital).join('');
}

function camel(words: string): string {
  const whole = pascal(words);
  return whole.charAt(0).toLowerCase() + whole.slice(1);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function address(label: string): string {
  const plain: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
  return label
    .toLowerCase()
    .replaceAll(/[äöüß]/g, (letter) => plain[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(' ', '-');
}
