/**
 * Letters that Unicode does not take apart into a plain one and a sign, as they are written where a keyboard lacks
 * them. Umlauts stand here because German writes them with two letters. The database has the same list in its function
 * `fold`; a test of the API holds them together, and whoever changes one changes the other by a migration.
 */
export const foldedLetters: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ɖ: 'd',
  ə: 'e',
  ſ: 's',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '‐': '-',
  '‑': '-',
  '–': '-',
  '\u00A0': ' ',
};

/**
 * A text as it is compared and searched: lower case, umlauts as two letters, letters of other languages without
 * their signs. "Łukasz" is "lukasz", "Köthen" "koethen", "Søren" "soren".
 */
export function folded(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\0-\x7F]/gu, (letter) => foldedLetters[letter] ?? letter)
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '');
}
