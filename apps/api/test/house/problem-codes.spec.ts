import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const workspace = join(__dirname, '../../../..');

/** `'meeting-over': {`, where a code gets its status and its sentence. */
const DECLARED = /^ {2}'?([a-z][a-z0-9-]*)'?: \{/gm;

it('has no refusal that nothing in domain or API ever gives', () => {
  const texts = files('{apps/api,libs/domain}/src/**/*.ts').filter(({ path }) => !path.endsWith('.spec.ts'));
  const declared = texts
    .filter(({ path }) => /problems\.ts$|\/problem\/index\.ts$/.test(path))
    .flatMap(({ text }) => [...text.matchAll(DECLARED)].map(([, code]) => code as string));
  const all = texts.map(({ text }) => text.replaceAll(DECLARED, '')).join('\n');

  expect(declared.length).toBeGreaterThan(150);
  expect(declared.filter((code) => !all.includes(`'${code}'`))).toEqual([]);
});

function files(pattern: string): { path: string; text: string }[] {
  return globSync(pattern, { cwd: workspace }).map((path) => ({
    path,
    text: readFileSync(join(workspace, path), 'utf8'),
  }));
}
