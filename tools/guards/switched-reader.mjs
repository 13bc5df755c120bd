// Uploads are opened by a process of its own that is given no environment, so its bundle itself says which
// guard is gone and where those that were met are noted: `switched-reader.mjs OUTFILE [--off ID] [--met FILE]`.
import { readFile } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { writeBundle } from '../../apps/api/build.mjs';
import { withSwitches } from './find-guards.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { off: { type: 'string', default: '' }, met: { type: 'string' } },
});
const { off, met } = values;
const note = met ? `appendFileSync(${JSON.stringify(met)}, JSON.stringify({ guard }) + '\\n');` : '';

await writeBundle({
  entryPoints: [resolve('apps/api/src/table-reader.ts')],
  outfile: resolve(positionals[0]),
  outExtension: undefined,
  plugins: [{ name: 'switches', setup: switchGuards }],
  banner: {
    js: `import { appendFileSync } from 'node:fs';
globalThis.rtGuardStands = (guard) => { ${note} return guard !== ${JSON.stringify(off)}; };`,
  },
});

function switchGuards(build) {
  build.onLoad({ filter: /apps[/\\]api[/\\]src[/\\].*\.ts$/ }, async ({ path }) => {
    const own = relative(process.cwd(), path).split(sep).join('/');
    return { contents: withSwitches(await readFile(path, 'utf8'), own), loader: 'ts' };
  });
}
