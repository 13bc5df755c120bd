import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { relative, sep } from 'node:path';
import { createTransformer as swc } from '@swc/jest';

const SWITCHES = readFileSync(new URL('find-guards.ts', import.meta.url), 'utf8');
const load = createRequire(import.meta.url);

/**
 * The transform of the API lane, with a switch at each guard of the API. The tree itself stays as it is. What was
 * transformed before is found without TypeScript, which takes a fifth of a run.
 */
function createTransformer(options) {
  const plain = swc(options);
  return {
    ...plain,
    process: (text, path, ...rest) => plain.process(switched(text, path), path, ...rest),
    getCacheKey: (text, path, ...rest) => plain.getCacheKey(SWITCHES + text, path, ...rest),
  };
}

function switched(text, path) {
  const own = relative(process.cwd(), path).split(sep).join('/');
  if (!own.startsWith('apps/api/src/') || own.endsWith('.spec.ts')) return text;
  return load('./find-guards.ts').withSwitches(text, own);
}

export default { createTransformer };
