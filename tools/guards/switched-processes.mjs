// The small processes of the API are given no environment, so their bundles themselves say which guard is gone
// and where those that were met are noted: `switched-processes.mjs FOLDER [--off ID] [--met FILE]`.
import { readFile } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { writeBundle } from '../../apps/api/build.mjs';
import { decorators } from '../../apps/api/decorators.mjs';
import { withSwitches } from './find-guards.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { off: { type: 'string', default: '' }, met: { type: 'string' } },
});
const { off, met } = values;
const note = met ? `appendFileSync(${JSON.stringify(met)}, JSON.stringify({ guard }) + '\\n');` : '';

await writeBundle({
  entryPoints: ['table-reader', 'pdf-renderer'].map((name) => resolve(`apps/api/src/${name}.ts`)),
  outdir: resolve(positionals[0]),
  plugins: [{ name: 'switches', setup: switchGuards }, decorators],
  banner: {
    js: `import { appendFileSync } from 'node:fs';
globalThis.rtGuardStands = (guard) => { ${note} return guard !== ${JSON.stringify(off)}; };`,
  },
});

function switchGuards(build) {
  build.onLoad({ filter: /apps[/\\]api[/\\]src[/\\].*\.ts$/ }, async ({ path }) => {
    const text = await readFile(path, 'utf8');
    const switched = withSwitches(text, relative(process.cwd(), path).split(sep).join('/'));
    return switched === text ? undefined : { contents: switched, loader: 'ts' };
  });
}
