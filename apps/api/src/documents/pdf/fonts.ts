import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const files = [
  '400Regular/SourceSans3_400Regular.ttf',
  '600SemiBold/SourceSans3_600SemiBold.ttf',
  '400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
];

const family = 'Source Sans 3';

/**
 * The family under a name of our own, as long as its own. The compiler also knows the fonts of the machine and
 * prefers them, so another version of Source Sans there would change our pages.
 */
export const printedFamily = 'Rt Print Sans';

let read: readonly Buffer[] | undefined;
let known: ReadonlySet<number> | undefined;

/** Source Sans 3 in regular, semibold and italic: the only letters in our PDFs, alike on every machine. */
export function printedFonts(): readonly Buffer[] {
  const { resolve } = createRequire(import.meta.url);
  read ??= files.map((file) => renamed(readFileSync(resolve(`@expo-google-fonts/source-sans-3/${file}`))));
  return read;
}

function renamed(font: Buffer): Buffer {
  const written = (name: string): Buffer => Buffer.from(name, 'utf16le').swap16();
  for (let at = font.indexOf(written(family)); at !== -1; at = font.indexOf(written(family), at + 1)) {
    written(printedFamily).copy(font, at);
  }
  return font;
}

/** Whether each of the fonts has the sign. */
export function isPrintable(codePoint: number): boolean {
  if (!known) {
    const [first, ...others] = printedFonts().map(codePointsOf);
    known = new Set([...(first ?? [])].filter((sign) => others.every((font) => font.has(sign))));
  }
  return known.has(codePoint);
}

/** Reads the table of signs of a TrueType file (`cmap`, format 12). */
function codePointsOf(font: Buffer): ReadonlySet<number> {
  const cmap = tableAt(font, 'cmap');
  const signs = new Set<number>();
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index += 1) {
    const at = cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4);
    if (font.readUInt16BE(at) !== 12) continue;
    for (let group = 0; group < font.readUInt32BE(at + 12); group += 1) {
      const from = at + 16 + group * 12;
      for (let sign = font.readUInt32BE(from); sign <= font.readUInt32BE(from + 4); sign += 1)
        signs.add(sign);
    }
  }
  return signs;
}

function tableAt(font: Buffer, name: string): number {
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const at = 12 + index * 16;
    if (font.toString('latin1', at, at + 4) === name) return font.readUInt32BE(at + 8);
  }
  throw new Error(`The font has no table ${name}.`);
}
