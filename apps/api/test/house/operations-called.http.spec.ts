import { join } from 'node:path';
import { type TestApp, testApp } from '../test-app';
import { nameOf, operationsOf } from './access/matrix';
import { callsIn, leadsTo, sources } from './calls';

/** Operations no page calls, each with who does. */
const others: Record<string, string> = {
  'GET /api/health/live': 'whatever watches over the process',
  'GET /api/health/ready': 'whatever watches over the process',
  'GET /api/openapi.json': 'other programs, to know the API',
  'POST /api/networks/{id}/memberships': 'other programs, for one seat with its deputy',
};

const workspace = join(__dirname, '../../../..');
const web = [...sources(join(workspace, 'apps/web/src')), ...sources(join(workspace, 'libs/ui/src'))];
const pages = [...web, ...sources(join(workspace, 'apps/api/src'))];
const domain = sources(join(workspace, 'libs/domain/src'));

describe('Operations of the API', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());

  const quoted = [...web, ...domain].map((it) => it.text).join('\n');
  /** A word a page may put into a path: quoted, or the name of a move in its table. */
  const written = (word: string): boolean =>
    quoted.includes(`'${word}'`) || quoted.includes(` ${word}: {`) || quoted.includes(` ${word}: [`);

  it('are each called by a page, or stand in the list of those that others call', () => {
    const calls = callsIn([...web, ...domain]);
    const operations = operationsOf(app).filter((it) => it.path.startsWith('/api/'));
    const unused = operations.filter((operation) => !calls.some((call) => leadsTo(call, operation, written)));
    expect(unused.map(nameOf).sort()).toEqual(Object.keys(others).sort());
  });

  it('of server-written pages are each named by a page or a mail', () => {
    const declarations = /@(?:Controller|Get|Post)\([^)]*\)/g;
    const written = pages.map(({ text }) => text.replaceAll(declarations, '')).join('\n');
    const unnamed = operationsOf(app)
      .filter((it) => !it.path.startsWith('/api/'))
      .filter(
        ({ path }) => !path.split('/').every((part) => part.startsWith('{') || written.includes(`/${part}`)),
      );
    expect(unnamed.map(nameOf)).toEqual([]);
  });

  it('are there for every path a page writes', () => {
    const operations = operationsOf(app);
    const lost = callsIn([...web, ...domain]).filter(
      (call) => !operations.some(({ path }) => leadsTo(call, { method: call.method, path }, written)),
    );
    // Every list has these, and the one that stands in the order of its names never calls it.
    expect(lost.filter(({ path }) => !path.endsWith('/order'))).toEqual([]);
  });
});
