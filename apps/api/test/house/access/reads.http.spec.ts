import { mayWith, type Permission } from '@runder-tisch/domain/accounts';
import { contributions } from '../../../src/contributions';
import type { Operation } from '../../../src/open-data/openapi';
import { type TestApp, testApp } from '../../test-app';
import { type Canary, isRead, type Read } from './canary';
import { canaries } from './canaries';
import { type ForeignWorld, foreignWorld } from './foreign-world';
import { atOnce, declarationsOf, nameOf, operationsOf, pathTo, queriesOf, undeclared } from './matrix';
import { type Onlooker, onlookers } from './onlookers';

const kinds = contributions.flatMap(({ area, kinds: own = [] }) => own.map(({ kind }) => ({ area, kind })));
const declared = declarationsOf(canaries);
const words = Object.entries(
  Object.assign({}, ...canaries.map((it) => it.words)) as Record<string, string[]>,
);

describe('Everything that can be read of another network', () => {
  let app: TestApp;
  let operations: Operation[];
  let world: ForeignWorld;
  let watching: Onlooker[];

  beforeAll(async () => {
    app = await testApp({ now: '2025-03-12T13:00:00Z', smtp: false });
    operations = operationsOf(app);
    world = await foreignWorld(app);
    watching = await onlookers(app);
  }, 120_000);
  afterAll(() => app.close());

  it('is tried: each kind has a foreign object and each operation says how it is asked', () => {
    const planted = Object.keys(world.objects).filter((kind) => world.objects[kind]?.length);
    expect(undeclared({ operations, kinds, canaries, planted })).toEqual([]);
  });

  it('is read by nobody who may not, in no list, page, search, trace, file or refusal', async () => {
    const leaks = new Set<string>();
    const seen = new Set<string>();
    const opened = new Set<string>();
    const asked = requests();
    await atOnce(8, asked, async ({ onlooker, operation, declaration, path }) => {
      const response = await onlooker.client.raw('GET', path);
      const text = await response.text();
      if (response.ok) opened.add(nameOf(operation));
      const wrong = wrongStatus(operation, declaration, onlooker, response.status);
      if (wrong) leaks.add(`${onlooker.name}: GET ${path} ${wrong}`);
      for (const [word, readers] of words) {
        if (!text.includes(word)) continue;
        seen.add(word);
        const may =
          onlooker.roles.some((role) => readers.includes(role) || declaration.shows?.includes(role)) ||
          readers.includes('public');
        if (!may && !decodeURIComponent(path).includes(word))
          leaks.add(`${onlooker.name} read ${word} by ${nameOf(operation)}`);
      }
    });
    expect([...leaks]).toEqual([]);
    // Without these two, a word no answer ever shows and a page nobody ever opens would prove nothing.
    expect(words.map(([word]) => word).filter((word) => !seen.has(word))).toEqual([]);
    expect([...new Set(asked.map((it) => nameOf(it.operation)))].filter((name) => !opened.has(name))).toEqual(
      [],
    );
    process.stdout.write(`access matrix: ${asked.length} reads\n`);
    expect(asked.length).toBeGreaterThan(5000);
  }, 120_000);

  function requests() {
    const found: { onlooker: Onlooker; operation: Operation; declaration: Read; path: string }[] = [];
    for (const operation of operations) {
      const declaration = declared.get(nameOf(operation));
      if (!declaration || !isRead(declaration)) continue;
      const queries = queriesOf(operation, world, declaration.query ?? {});
      for (const onlooker of watching)
        for (const canary of objectsOf(declaration.reads))
          for (const query of queries.filter((it) => !it.includes(String(canary['id']))))
            found.push({ onlooker, operation, declaration, path: pathTo(operation, canary) + query });
    }
    return found;
  }

  /** `*`: of every kind that has a page, under its name. */
  function objectsOf(kind: string | null): readonly Canary[] {
    if (kind === null) return [{}];
    if (kind !== '*') return world.objects[kind] ?? [];
    return kinds.flatMap((it) =>
      (world.objects[it.kind] ?? []).map(({ id = '' }) => ({ kind: it.kind, id })),
    );
  }
});

/** Why this answer cannot be right, whatever it says. */
function wrongStatus(
  { permission }: Operation,
  { openTo }: Read,
  { roles, name }: Onlooker,
  status: number,
): string | null {
  if (permission && ['public', 'closed account'].includes(name))
    return status === 401 ? null : `is ${status}`;
  if (permission && !mayWith(roles, permission as Permission)) return status === 403 ? null : `is ${status}`;
  if (openTo && status < 300 && !roles.some((role) => openTo.includes(role))) return `is ${status}`;
  return status < 300 || [401, 403, 404].includes(status) ? null : `is ${status}`;
}
