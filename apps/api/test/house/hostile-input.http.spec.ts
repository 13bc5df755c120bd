import { randomUUID } from 'node:crypto';
import { type SignedIn, signedIn } from '../signed-in';
import { type TestApp, testApp } from '../test-app';
import { atOnce, nameOf, operationsOf } from './access/matrix';

const NUL = '\u0000';
/** Keys that every object already has; JSON makes them its own. */
const inherited = [
  'constructor',
  '__proto__',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'toJSON',
  'then',
];

/** A body with each of them, holding what `value` says. */
const withKeys = (value: (key: string) => string): string =>
  `{${inherited.map((key) => `"${key}":${value(key)}`).join()},"name":"x"}`;

const bodies: readonly (readonly [string, string])[] = [
  ['inherited keys as texts', withKeys(() => '"x"')],
  ['inherited keys as objects', withKeys((key) => `{"${key}":{"name":"x"}}`)],
  ['constructor alone', '{"constructor":"x"}'],
  [
    'inherited keys in lists',
    `{"name":[${withKeys(() => 'null')}],"items":[${withKeys(() => '[]')}],"lines":[{"constructor":1}]}`,
  ],
  ['NUL in a text', JSON.stringify({ name: `a${NUL}b`, title: NUL, text: NUL, mail: `a${NUL}@b.example` })],
  ['NUL in a key', JSON.stringify({ [`na${NUL}me`]: 'x' })],
  ['half a character', '{"name":"\\ud800","title":"\\udc00"}'],
  ['a number nobody can store', '{"version":1e400,"position":-1e308,"name":99999999999999999999999}'],
  ['a list', '[{"constructor":1}]'],
  ['a text', '"constructor"'],
  ['nothing', 'null'],
  ['no JSON', '{"name":'],
];

describe('Whatever is sent to the API', () => {
  let app: TestApp;
  let office: SignedIn;

  beforeAll(async () => {
    app = await testApp();
    office = await signedIn(app, 'admin', 'planner', 'coordinator', 'provider');
  });
  afterAll(() => app.close());

  it('is answered with a refusal and never ends as an inner fault, with and without Idempotency-Key', async () => {
    const faults: string[] = [];
    const changes = operationsOf(app).filter((it) => it.method !== 'GET' && it.path.startsWith('/api/'));
    const tries = changes.flatMap((operation) => bodies.map((body, index) => ({ operation, body, index })));
    await atOnce(8, tries, async ({ operation, body: [what, body], index }) => {
      const path = operation.path.replaceAll(/\{\w+\}/g, () => randomUUID());
      const answer = await fetch(app.url + path, {
        method: operation.method,
        body,
        headers: {
          ...{ 'X-RT-Request': '1', 'Content-Type': 'application/json', 'If-Match': '"v1"' },
          ...(index % 2 ? { 'Idempotency-Key': randomUUID() } : {}),
          Cookie: office.cookie ?? '',
        },
      });
      await answer.arrayBuffer();
      if (answer.status >= 500) faults.push(`${nameOf(operation)}: ${what} → ${answer.status}`);
    });
    expect(faults).toEqual([]);
  });
});
