/** In a mail the words follow the greeting after its comma; on a page they begin a sentence. */
export function asSentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase('de') + text.slice(1);
}
