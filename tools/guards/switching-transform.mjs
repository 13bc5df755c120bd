import { relative, sep } from 'node:path';
import { createTransformer as swc } from '@swc/jest';
import { withSwitches } from './find-guards.ts';

/** The transform of the API lane, with a switch at each guard of the API. The tree itself stays as it is. */
function createTransformer(options) {
  const plain = swc(options);
  return {
    ...plain,
    process: (text, path, ...rest) => plain.process(switched(text, path), path, ...rest),
    getCacheKey: (text, path, ...rest) => plain.getCacheKey(switched(text, path), path, ...rest),
  };
}

function switched(text, path) {
  const own = relative(process.cwd(), path).split(sep).join('/');
  return own.startsWith('apps/api/src/') && !own.endsWith('.spec.ts') ? withSwitches(text, own) : text;
}

export default { createTransformer };
