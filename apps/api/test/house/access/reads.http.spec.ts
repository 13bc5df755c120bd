import { contributions } from '../../../src/contributions';
import type { Operation } from '../../../src/open-data/openapi';
import { type TestApp, testApp } from '../../test-app';
import { type Canary, isRead, type Read, type ForeignWorld } from './canary';
import { canaries } from './canaries';
import { foreignWorld } from './foreign-world';
import { atOnce, declarationsOf, nameOf, operationsOf, pathTo, queriesOf, undeclared } from './matrix';
import { guardAnswers, type Onlooker, onlookers } from './onlookers';

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
  }, 600_000);
  afterAll(() => app.close());

  it('is tried: each kind has a foreign object and each operation says how it is asked', () => {
    expect(undeclared({ operations, kinds, canaries, planted: planted() })).toEqual([]);
  });

  it('cannot grow unseen: what an area leaves out is named, with what has to be added', () => {
    const without = (...names: string[]) =>
      canaries.map((area) => ({
        ...area,
        operations: Object.fromEntries(
          Object.entries(area.operations).filter(([name]) => !names.includes(name)),
        ),
      }));
    const whole = { operations, kinds, canaries, planted: planted() };
    expect([
      ...undeclared({ ...whole, planted: planted().filter((it) => it !== 'format') }),
      ...undeclared({ ...whole, canaries: without('PUT /api/formats/{id}') }),
      ...undeclared({
        ...whole,
        kinds: [...kinds, { area: 'plans', kind: 'plan' }],
        planted: [...planted(), 'plan'],
      }),
    ]).toEqual([
      'The kind format has no foreign object: plant one in canaries/formats.canary.ts.',
      'PUT /api/formats/{id} (FormatsController.change) is tried by nobody: declare it in the canaries of its area.',
      'The area plans has no canaries: add test/house/access/canaries/plans.canary.ts.',
    ]);
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
      if (isWrong(operation, declaration, onlooker, response.status))
        leaks.add(`${onlooker.name}: GET ${path} is ${response.status}`);
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
    expect(asked.length).toBeGreaterThanOrEqual(3000);
  }, 600_000);

  function planted(): string[] {
    return Object.keys(world.objects).filter((kind) => world.objects[kind]?.length);
  }

  function requests() {
    const found: { onlooker: Onlooker; operation: Operation; declaration: Read; path: string }[] = [];
    for (const operation of operations) {
      const declaration = declared.get(nameOf(operation));
      if (!declaration || !isRead(declaration)) continue;
      const queries = queriesOf(operation, world, declaration.query ?? {});
      const paths = objectsOf(declaration.reads).flatMap((canary) =>
        queries
          // Nothing is merged with itself.
          .filter((query) => !query.includes(String(canary['id'])))
          .map((query) => pathTo(operation, canary) + query),
      );
      for (const onlooker of watching)
        for (const path of guardAnswers(operation, onlooker) ? paths.slice(0, 1) : paths)
          found.push({ onlooker, operation, declaration, path });
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

/** Whether this answer cannot be right, whatever it says. */
function isWrong(
  operation: Operation,
  { openTo, refused = [] }: Read,
  onlooker: Onlooker,
  status: number,
): boolean {
  const guarded = guardAnswers(operation, onlooker);
  if (guarded) return status !== guarded;
  if (openTo && status < 300) return !onlooker.roles.some((role) => openTo.includes(role));
  return status >= 300 && ![401, 403, 404, ...refused].includes(status);
}
