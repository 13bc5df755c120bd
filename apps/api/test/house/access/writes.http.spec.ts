import type { Operation } from '../../../src/open-data/openapi';
import type { Client } from '@runder-tisch/scenario/client';
import { network } from '@runder-tisch/scenario/networks';
import { signedIn } from '../../signed-in';
import { type TestApp, testApp } from '../../test-app';
import { type Behind, type Given, isBehind, isWrite, type Write, type ForeignWorld } from './canary';
import { canaries } from './canaries';
import { foreignWorld } from './foreign-world';
import { declarationsOf, nameOf, operationsOf, pathTo } from './matrix';
import { guardAnswers, memberOf, type Onlooker, onlookers } from './onlookers';

const declared = declarationsOf(canaries);
const words = canaries.flatMap((area) => Object.entries(area.words));

describe('Everything that can be done to another network', () => {
  let app: TestApp;
  let operations: Operation[];
  let world: ForeignWorld;
  let watching: Onlooker[];

  beforeAll(async () => {
    app = await testApp({ now: '2025-03-12T13:00:00Z', smtp: false });
    operations = operationsOf(app);
    world = await foreignWorld(app);
    watching = [...(await onlookers(app)), await memberOf(app, world.coordinator, world.networkId)];
  }, 600_000);
  afterAll(() => app.close());

  it('is refused to all who may not, and the very same request is taken from those who may', async () => {
    const wrong: string[] = [];
    const writes = operations.flatMap((operation) => {
      const write = declared.get(nameOf(operation));
      return write && isWrite(write) ? [{ operation, write }] : [];
    });
    let refused = 0;
    let taken = 0;
    const before = await traces();
    for (const { operation, write } of writes) {
      const name = nameOf(operation);
      const given = await write.given(world);
      const outside = watching.filter(({ roles }) => !roles.some((role) => write.may.includes(role)));
      const others = write.of ? (world.objects[write.of] ?? []) : [];
      for (const [index, object] of [given.path ?? {}, ...others].entries()) {
        // Whom the guard refuses, it refuses whatever the object is.
        const asking = outside.filter((it) => index === 0 || !guardAnswers(operation, it));
        await Promise.all(
          asking.map(async (onlooker) => {
            const path = { ...given.path, ...object };
            const response = await send(onlooker.client, operation, { ...given, path });
            refused += 1;
            const why = leakIn(response.status, await response.text(), operation, write, onlooker);
            if (why) wrong.push(`${name} ${why} ${onlooker.name}`);
          }),
        );
      }
      for (const [index, [who, client]] of inside(write, given).entries()) {
        const own = index === 0 ? given : await write.given(world);
        const response = await send(own.by ?? client, operation, own);
        const text = await response.text();
        taken += 1;
        const fits = write.refusedAs
          ? text.includes(`"code":"${write.refusedAs}"`)
          : response.status >= 200 && response.status < 300;
        if (!fits)
          wrong.push(`${name} answers ${who}, who may, with ${response.status} ${text.slice(0, 300)}`);
      }
    }
    expect([...new Set(wrong)].sort()).toEqual([]);
    expect(await traces()).toEqual(before);
    process.stdout.write(`access matrix: ${refused} refused and ${taken} accepted changes\n`);
    expect(refused).toBeGreaterThanOrEqual(2000);
    expect(taken).toBeGreaterThan(writes.length);
  }, 600_000);

  it('is not reached through an object of one’s own: a part answers under its own whole alone', async () => {
    const coordinator = await signedIn(app, 'coordinator');
    const networkId = await network(coordinator, { name: 'Eigener Kreis' });
    const own: ForeignWorld = { ...world, coordinator, networkId };
    const foreign = world.the('meeting');
    const before = await world.coordinator.get(`/api/meetings/${foreign['id']}/session`);
    const answers = new Map<string, number>();
    for (const operation of operations) {
      const write = declared.get(nameOf(operation));
      const [, part = ''] = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
      if (!write || !isWrite(write) || foreign[part] === undefined) continue;
      const given = await write.given(own);
      const path = { ...given.path, [part]: foreign[part] };
      const response = await send(coordinator, operation, { ...given, path });
      answers.set(nameOf(operation), response.status);
      // The id of a line is made by a device; that somebody has it already is all it hears.
      expect(await response.text()).toMatch(/"code":"(not-found|line-changed-elsewhere)"/);
    }
    expect([...answers.values()].filter((status) => ![404, 409, 412].includes(status))).toEqual([]);
    expect(answers.size).toBeGreaterThanOrEqual(5);
    expect(await world.coordinator.get(`/api/meetings/${foreign['id']}/session`)).toEqual(before);
  });

  it('behind the link of a mail opens with the secret of that mail and no other', async () => {
    const wrong: string[] = [];
    let tried = 0;
    const pages = operations.flatMap((operation) => {
      const page = declared.get(nameOf(operation));
      return page && isBehind(page) ? [{ operation, page }] : [];
    });
    // First those that only show: a button may use the link up.
    const ordered = [...pages].sort(
      (one, other) => Number('form' in one.page) - Number('form' in other.page),
    );
    for (const { operation, page } of ordered) {
      for (const [purpose, token] of secrets()) {
        const response = await press(operation, page, token);
        const text = await response.text();
        tried += 1;
        if (purpose === page.link ? !response.ok : ![403, 404].includes(response.status))
          wrong.push(`${nameOf(operation)} answers the link for ${purpose} with ${response.status}`);
        if (purpose !== page.link && words.some(([word]) => text.includes(word)))
          wrong.push(`${nameOf(operation)} shows something with the link for ${purpose}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(100);
  }, 60_000);

  /** One secret of each purpose, and one nobody was given. */
  function secrets(): [string, string][] {
    const links = Object.entries(world.objects).filter(([kind]) => kind.startsWith('link:'));
    return [
      ['nothing', 'x'.repeat(43)],
      ...links.map(([kind, [link]]): [string, string] => [
        kind.slice('link:'.length),
        String(link?.['token']),
      ]),
    ];
  }

  /** As a browser does: a form sends its fields, and a redirect is followed. */
  async function press(operation: Operation, page: Behind, token: string): Promise<Response> {
    const response = await fetch(
      app.url + pathTo(operation, { ...world.objects[`link:${page.link}`]?.[0], token }),
      {
        method: operation.method,
        redirect: 'manual',
        ...(page.form ? { body: new URLSearchParams(page.form(world)) } : {}),
      },
    );
    const next = response.headers.get('location');
    // Signed in: what follows is a page of the application.
    if (!next?.includes(token)) return next ? new Response('', { status: 200 }) : response;
    return fetch(new URL(next, app.url));
  }

  /** Those that may whatever it belongs to, and whose it is. */
  function inside({ may, owner }: Write, { by }: Given): [string, Client][] {
    return [
      ...may.map((role): [string, Client] => [role, world.somebody[role]]),
      ...(owner ? [[`the ${owner}`, by ?? world[owner]] as [string, Client]] : []),
    ];
  }

  /** What those who look on have changed so far. */
  function traces(): Promise<unknown[]> {
    return app.database.rows(
      `select use_case, count(*)::int from audit_event where actor = any($1) group by use_case order by use_case`,
      [watching.map(({ accountId }) => `account:${accountId}`)],
    );
  }
});

/** What is wrong with this refusal, null where nothing is. */
function leakIn(
  status: number,
  text: string,
  operation: Operation,
  { chosen }: Write,
  onlooker: Onlooker,
): string | null {
  const told = words.find(([word, readers]) => text.includes(word) && !mayRead(onlooker, readers));
  if (told) return `tells ${told[0]} to`;
  const guarded = guardAnswers(operation, onlooker);
  const unknown = chosen && status === 400 && text.includes('"code":"unknown"');
  const refused = guarded ? status === guarded : [403, 404].includes(status) || unknown;
  return refused ? null : `answers ${status} to`;
}

function mayRead({ roles }: Onlooker, readers: readonly string[]): boolean {
  return readers.includes('public') || roles.some((role) => readers.includes(role));
}

function send(client: Client, operation: Operation, given: Given): Promise<Response> {
  const path = pathTo(operation, given.path ?? {}) + (given.query ?? '');
  return client.raw(operation.method, path, given.bytes ?? given.body, {
    ...(given.version === undefined ? {} : { 'If-Match': `"v${given.version}"` }),
    ...(given.bytes === undefined ? {} : { 'Content-Type': 'application/octet-stream' }),
  });
}
