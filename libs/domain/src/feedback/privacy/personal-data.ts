import { givenNames } from './given-names';
import { healthSpans } from './health-statement';
import type { Span } from './redaction';

/** Kinds of likely personal data, as the triage names them. */
export const flagKinds = [
  'NAME',
  'MAIL',
  'PHONE',
  'IBAN',
  'BIRTH_DATE',
  'ADDRESS',
  'FILE_NUMBER',
  'HEALTH',
  'MARKED',
] as const;
export type FlagKind = (typeof flagKinds)[number];

export const flagKindLabels: Record<FlagKind, string> = {
  NAME: 'Name',
  MAIL: 'Mailadresse',
  PHONE: 'Telefonnummer',
  IBAN: 'Bankverbindung',
  BIRTH_DATE: 'Geburtsdatum',
  ADDRESS: 'Anschrift',
  FILE_NUMBER: 'Aktenzeichen oder Nummer',
  HEALTH: 'Angabe zur Gesundheit',
  MARKED: 'von Hand markiert',
};

export interface Flag extends Span {
  kind: FlagKind;
}

const CAPITALISED = String.raw`\p{Lu}[\p{L}'’]*(?:-\p{Lu}[\p{L}'’]*)*`;
const MONTH = 'Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember';
const DATE = String.raw`(?:\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}|\d{1,2}\.\s?(?:${MONTH})\s+\d{4})`;
const STREET_END =
  '(?:[Ss]tra(?:ß|ss)e|[Ss]tr\\.?|[Ww]eg|[Gg]asse|[Aa]llee|[Pp]latz|[Rr]ing|[Dd]amm|[Uu]fer|[Cc]haussee|[Ss]teig|[Ss]tieg|[Ss]iedlung|[Ww]inkel|[Mm]arkt|[Pp]romenade|[Gg]raben|[Ww]all|[Zz]eile|[Pp]fad|[Aa]nger|[Kk]amp|[Bb]reite|[Aa]ue|[Hh]of|[Pp]lan|[Tt]eich|[Bb]erg)';
const HOUSE_NUMBER = String.raw`\d{1,4}\s?[a-zA-Z]?(?:\s?[-–/]\s?\d{1,4}\s?[a-zA-Z]?)?(?![\p{L}\d])`;

const NOT_A_NAME = new Set([
  'Mitte',
  'Anfang',
  'Ende',
  'Und',
  'Oder',
  'Im',
  'In',
  'Am',
  'Aus',
  'Mit',
  'Die',
  'Der',
  'Das',
  'Es',
  'Sie',
  'Er',
  'Wir',
  'Ich',
  'Dann',
  'Doch',
  'Aber',
  'Wenn',
  'Bei',
  'Beim',
  'Zum',
  'Zur',
  'Von',
  'Vom',
  'Nach',
  'Seit',
  'Für',
  'Auf',
  'Als',
  'Da',
]);

/** `Frau Dr. von der Heide`, `Familie Öz`, `Hr. Meier-Schulze` */
const ADDRESSED = new RegExp(
  String.raw`(?<![\p{L}-])(?:Frau|Fr\.|Herrn?|Hr\.|Hrn\.|Familie|Fam\.|Eheleute|Dr\.|Prof\.)\s+(?:(?:Dr|Prof|med|h\.\s?c)\.?\s+)*((?:(?:von|van|zu|de|der|den|zum|zur|el|al|ten)[\s-]+)*${CAPITALISED}(?:\s+${CAPITALISED})?)`,
  'gu',
);
const INTRODUCED = new RegExp(
  String.raw`(?:[Ii]ch heiße|[Mm]ein Name ist|[Nn]amens|[Nn]ame:|[Gg]ez\.|[Mm]it freundlichen Grüßen,?|[Vv]iele Grüße,?|[Ll]iebe Grüße,?)\s+(${CAPITALISED}(?:\s+${CAPITALISED})?)`,
  'gu',
);
const TWO_CAPITALISED = new RegExp(
  String.raw`(?<![\p{L}-]|\p{L}['’])(${CAPITALISED})\s+((?:(?:von|van|zu|de|der)\s+)*${CAPITALISED})`,
  'gu',
);

const MAIL =
  /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]+(?:\s?@\s?|\s?[([{]\s?(?:at|ät)\s?[)\]}]\s?)[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}/giu;
const IBAN = /(?<![\p{L}\d])[A-Z]{2}\s?\d{2}(?:\s?[A-Z\d]{4}){2,7}(?:\s?[A-Z\d]{1,4})?(?![\p{L}\d])/giu;
const PHONE =
  /(?<![\p{L}\d.,])(?:(?:\+|00)\s?\d{1,3}[\s./-]*(?:\(0\)[\s./-]*)?|\(?0\s?)[1-9](?:[\s/().–-]{0,3}\d){5,14}(?!\d)/gu;
const LABELLED_PHONE =
  /(?:Tel(?:efon(?:nummer)?)?|Handy(?:nummer)?|Mobil(?:nummer)?|Rufnummer|Fax|WhatsApp|erreichbar unter)[.:]*\s*(?:Nr\.?:?\s*)?(\+?\(?\d(?:[\s/().–-]{0,3}\d){3,14})/giu;
const BORN = new RegExp(
  String.raw`(?:(?<!\p{L})(?:geb(?:oren)?\.?|Geburtsdatum:?|Geburtstag:?|Geb\.?-?Dat(?:um|\.)?:?)\s*(?:ist\s+)?(?:am\s+|dem\s+|den\s+)?|\*\s?)(${DATE}|\d{4}(?!\d))`,
  'giu',
);
const ANY_DATE = new RegExp(String.raw`(?<![\d.])${DATE}(?!\d)`, 'gu');
const STREET = new RegExp(
  String.raw`(?<![\p{L}-])(?:(?:\p{Lu}\p{L}+e[nrs]?\s)?(?:\p{Lu}[\p{L}.]{0,40}-){0,4}(?:\p{Lu}\p{L}*)?${STREET_END}|(?:Straße|Platz|Allee|Weg)\s+(?:der|des|von)\s+(?:\p{Ll}+\s+)?${CAPITALISED})\s?${HOUSE_NUMBER}`,
  'gu',
);
const PLACE_NAMED_STREET = new RegExp(
  String.raw`(?<![\p{L}-])(?:Am|An der|An den|An dem|Im|In der|In den|Zum|Zur|Auf dem|Auf der|Hinter der|Hinter dem|Unter den|Vor dem|Neue|Alte|Lange|Kurze|Große|Kleine)\s(${CAPITALISED}(?:\s${CAPITALISED})?)\s${HOUSE_NUMBER}(?=\s*(?:[,;.)]|$|\d{5}|in\s))`,
  'gu',
);
const NEEDS_SIGNIFICANT_END = /(?:hof|plan|berg|markt|platz|ring|weg|teich|wall|breite)$/iu;
const LABELLED_NUMBER =
  /(?<!\p{L})(?:BG-?\s?(?:Nummer|Nr\.?)?|Bedarfsgemeinschafts?-?(?:nummer|nr\.?)|Aktenzeichen|Az\.?|Akten-?(?:nummer|nr\.?)|Geschäftszeichen|Gesch\.?-?Z\.?|Kunden-?(?:nummer|nr\.?)|Kd\.?-?Nr\.?|(?:Kranken|Sozial|Renten)?-?Versicher(?:ungs|ten)-?(?:nummer|nr\.?)|(?:Steuer|Personal|Pass|Ausweis)-?(?:ID|nummer|nr\.?)|Identifikationsnummer)\s*(?:(?:ist|lautet|:)[:\s]*)?(?=[\p{L}\d./ -]{0,12}\d)([\p{L}\d]+(?:[./-]+[\p{L}\d]+|\s(?=[\p{L}./-]{0,4}\d)[./-]*[\p{L}\d]+)*)/giu;
const COMMUNITY_OF_NEED = /(?<!\d)\d{3,5}\s?(?:BG|\/\/)\s?\d{5,9}(?!\d)/gu;
const WEEKDAY_OR_MONTH = new RegExp(
  `^(?:(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|${MONTH}|Jahr|Alter|Landkreis|Kreis|Schnitt)$`,
  'u',
);

/**
 * Likely personal data in a German text. It flags rather too much than too little: a human looks at each
 * flag, nobody looks at what was missed. A surname found once is flagged wherever it stands again.
 */
export function findPersonalData(text: string): Flag[] {
  const found: Flag[] = [
    ...matches(text, MAIL, 'MAIL'),
    ...matches(text, IBAN, 'IBAN').filter((flag) => digitsIn(text, flag) >= 10),
    ...matches(text, COMMUNITY_OF_NEED, 'FILE_NUMBER'),
    ...matches(text, LABELLED_NUMBER, 'FILE_NUMBER'),
    ...matches(text, BORN, 'BIRTH_DATE'),
    ...matches(text, ANY_DATE, 'BIRTH_DATE').filter((flag) =>
      mayBeBirthDate(text.slice(flag.start, flag.end)),
    ),
    ...matches(text, PHONE, 'PHONE')
      .map((flag) => withoutOpenBracket(text, flag))
      .filter((flag) => isPhoneNumber(text.slice(flag.start, flag.end))),
    ...matches(text, LABELLED_PHONE, 'PHONE', 1),
    ...matches(text, STREET, 'ADDRESS').filter((flag) => isStreet(text.slice(flag.start, flag.end))),
    ...matches(text, PLACE_NAMED_STREET, 'ADDRESS').filter(
      (flag) => !WEEKDAY_OR_MONTH.test(words(text.slice(flag.start, flag.end)).at(-1) ?? ''),
    ),
  ];
  const names = nameFlags(text);
  found.push(...names, ...sameNamesAgain(text, names));
  found.push(...healthSpans(text, found).map((span): Flag => ({ ...span, kind: 'HEALTH' })));
  return withoutOverlaps(found);
}

function matches(text: string, pattern: RegExp, kind: FlagKind, group = 0): Flag[] {
  return [...text.matchAll(pattern)].map((match) => {
    const whole = match[group] ?? match[0];
    const start = match.index + match[0].lastIndexOf(whole);
    return { start, end: start + whole.trimEnd().length, kind };
  });
}

function nameFlags(text: string): Flag[] {
  const addressed = [...text.matchAll(ADDRESSED), ...text.matchAll(INTRODUCED)]
    .map((match) => trimmedName(match.index, match[0], match[1] ?? ''))
    .filter((flag) => flag !== null);
  const full = [...text.matchAll(TWO_CAPITALISED)]
    .filter(
      (match) => givenNames.has((match[1] ?? '').split('-')[0] ?? '') && !NOT_A_NAME.has(match[2] ?? ''),
    )
    .map((match): Flag => ({ start: match.index, end: match.index + match[0].length, kind: 'NAME' }));
  return [...addressed, ...full];
}

/** "Frau Mitte 50" is nobody; "Herr Meier Die Klinik" ends behind Meier. */
function trimmedName(start: number, whole: string, name: string): Flag | null {
  const parts = name.split(/(\s+)/);
  const firstName = parts.findIndex((part) => /^\p{Lu}/u.test(part));
  if (firstName < 0 || NOT_A_NAME.has(parts[firstName] ?? '')) return null;
  const second = parts[firstName + 2];
  const cut =
    second !== undefined && NOT_A_NAME.has(second) ? (parts[firstName + 1] ?? '').length + second.length : 0;
  return { start, end: start + whole.length - cut, kind: 'NAME' };
}

const COMMON_NOUNS = new Set(['Familie', 'Eheleute', 'Frau', 'Herr', 'Herrn']);

/** "Frau Ziemann … die Ziemann": the surname alone names her as well. */
function sameNamesAgain(text: string, names: readonly Flag[]): Flag[] {
  const surnames = new Set(names.map((flag) => words(text.slice(flag.start, flag.end)).at(-1) ?? ''));
  return [...surnames]
    .filter((name) => name.length > 2 && !COMMON_NOUNS.has(name))
    .flatMap((name) =>
      matches(text, new RegExp(`(?<![\\p{L}])${escaped(name)}s?(?![\\p{L}])`, 'gu'), 'NAME'),
    );
}

function isPhoneNumber(candidate: string): boolean {
  const digits = candidate.replace(/\D/g, '');
  if (digits.length < 7 || digits.length > 16) return false;
  if (new RegExp(`^\\(?${DATE}$`, 'u').test(candidate.trim())) return false;
  // Dots divide clock times and dates; in phone numbers they divide longer groups.
  return (
    candidate.split('.').length === 1 ||
    candidate
      .split(/\D+/)
      .filter(Boolean)
      .every((group, index) => index === 0 || group.length >= 3)
  );
}

/** "(0176 …)" is bracketed as a whole; "(03496) …" brackets the area code, which belongs to the number. */
function withoutOpenBracket(text: string, flag: Flag): Flag {
  const isWhole = text[flag.start] === '(' && !text.slice(flag.start, flag.end).includes(')');
  return isWhole ? { ...flag, start: flag.start + 1 } : flag;
}

/** A bare date is likely a birth date only where it lies well back; dates of offices and events are recent. */
function mayBeBirthDate(candidate: string): boolean {
  const year = Number(/(?:^|\D)((?:19|20)\d{2})(?:\D|$)/.exec(candidate)?.[1] ?? Number.NaN);
  return year >= 1900 && year <= 2014;
}

/** "Arbeitsplatz 3" and "auf dem Weg 2 Stunden" are none. */
function isStreet(candidate: string): boolean {
  const street = (candidate.split(/\d/, 1)[0] ?? '').trim();
  if (!/^\p{Lu}/u.test(street)) return false;
  if (
    /(?:arbeits|park|spiel|kita|therapie|pflege|studien|ausbildungs|steh|sitz|stell|krippen|betreuungs|tages|schlaf)(?:platz|weg|hof)$/iu.test(
      street,
    )
  )
    return false;
  return !(NEEDS_SIGNIFICANT_END.test(street) && street.length < 6);
}

function digitsIn(text: string, span: Span): number {
  return text.slice(span.start, span.end).replace(/\D/g, '').length;
}

function words(text: string): string[] {
  return text.match(/[\p{L}'’-]+/gu) ?? [];
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

/** In the order of the text; of two that overlap one covers both and keeps the kind of the longer. */
export function withoutOverlaps(flags: readonly Flag[]): Flag[] {
  const sorted = [...flags]
    .filter((flag) => flag.end > flag.start)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const result: Flag[] = [];
  for (const flag of sorted) {
    const last = result.at(-1);
    if (!last || flag.start >= last.end) {
      result.push({ ...flag });
      continue;
    }
    if (flag.end - flag.start > last.end - last.start) last.kind = flag.kind;
    last.end = Math.max(last.end, flag.end);
  }
  return result;
}
