import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of `tools/demo/data`, found from this folder as from the bundle, which lies two levels deep as well. */
export function demoData(name: string): string {
  return readFileSync(join(import.meta.dirname, '../../tools/demo/data', name), 'utf8');
}
