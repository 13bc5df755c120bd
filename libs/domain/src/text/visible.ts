/**
 * Signs nobody sees: the format controls of Unicode (Cf: zero width signs, byte order mark, soft hyphen, marks of
 * direction) and the letters that are drawn as nothing.
 */
const INVISIBLE = /\p{Cf}|\u034F|\u17B4|\u17B5|[\u115F\u1160\u3164\uFFA0]/gu;

/**
 * A text as every field keeps it: composed (NFC) and without invisible signs. They come along when somebody copies
 * out of a mail or a web page, and then two names that look the same are not.
 */
export function visible(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(/[\u2028\u2029]/g, '\n')
    .normalize('NFC');
}
