import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export type FontName = 'regular' | 'strong' | 'italic';

const files: Readonly<Record<FontName, string>> = {
  regular: '400Regular/SourceSans3_400Regular.ttf',
  strong: '600SemiBold/SourceSans3_600SemiBold.ttf',
  italic: '400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
};

export const fontNames: readonly FontName[] = ['regular', 'strong', 'italic'];

const read = new Map<FontName, Buffer>();

export function readFont(name: FontName): Buffer {
  let bytes = read.get(name);
  if (!bytes) {
    const path = createRequire(import.meta.url).resolve(`@expo-google-fonts/source-sans-3/${files[name]}`);
    bytes = readFileSync(path);
    read.set(name, bytes);
  }
  return bytes;
}
