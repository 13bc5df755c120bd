/**
 * For what is shown: "14:00–16:00 Uhr" and "e. V." stay on one line, however narrow it is. Texts that are compared,
 * kept or sent as plain text stay as they are.
 */
export function unbroken(text: string): string {
  return text
    .replace(/(\d:\d\d)–(?=\d)/g, '$1\u2060–\u2060')
    .replace(/(\d:\d\d) (?=Uhr)/g, '$1\u00A0')
    .replace(/(?<=^|[\s(„])(\p{L}{1,3}\.) (?=\p{L}{1,2}\.)/gu, '$1\u00A0');
}
