import { announced, personLevelKindLabels, type PersonLevelKind, wordOf } from './personal-data';

/** Of what names a single human, a register of contacts holds names and addresses alone. */
const KEPT_FROM_CONTACTS: readonly PersonLevelKind[] = ['BIRTHDAY', 'ACCOUNT', 'FILE_NUMBER'];
/** Words in a heading that announce social or health data of a single human, and how we call the kind. */
const KINDS: readonly { pattern: RegExp; says: string }[] = [
  { pattern: /^alter$/, says: personLevelKindLabels.BIRTHDAY },
  {
    pattern: /diagnos|icd|krank|behinder|gdb|pflegegrad|pflegestufe|sucht|medika|gesundheit/,
    says: 'Gesundheit',
  },
  { pattern: /\bbg\b|bedarfsgemeinschaft|ausweis/, says: personLevelKindLabels.FILE_NUMBER },
  {
    pattern: /staatsang|nationalit|ethni|herkunft|religion|konfession|glaube|aufenthaltsstatus|asyl/,
    says: 'Herkunft und Glaube',
  },
  {
    pattern: /einkommen|schulden|leistungsbezug|sgb\s?(ii|xii)\b|b(ü|ue)rgergeld/,
    says: 'Einkommen und Leistungen',
  },
  { pattern: /familienstand|sorgerecht|straf|vorstraf/, says: 'Lebenslage' },
];

/**
 * Whether a heading announces data that a register of contacts must not hold (§ 67 SGB X, Art. 9 DSGVO).
 * @param heading as it stands in the file
 * @returns the kind of data in words ("Geburtsdatum"), or null
 */
export function sensitiveColumn(heading: string): string | null {
  const words = heading.toLowerCase().replace(/[_/]+/g, ' ').trim();
  const kind = announced(wordOf(heading));
  if (kind && KEPT_FROM_CONTACTS.includes(kind)) return personLevelKindLabels[kind];
  return KINDS.find(({ pattern }) => pattern.test(words))?.says ?? null;
}
