import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestApp, testApp } from '../../test/test-app';

const ownWorker = join(import.meta.dirname, '../../../web/public/service-worker.js');

/** A built web application as small as can be. */
function built(script: string): string {
  const root = mkdtempSync(join(tmpdir(), 'rt-web-'));
  mkdirSync(join(root, 'media'));
  const files = {
    'index.html': `<script nonce="NONCE" src="${script}"></script>`,
    [script]: '',
    'media/source-sans-3-latin-wght-normal-ABCDEFGH.woff2': '',
    'media/source-sans-3-greek-wght-normal-ABCDEFGH.woff2': '',
    'service-worker.js': readFileSync(ownWorker, 'utf8'),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
  return root;
}

describe('The worker that opens running meetings without network', () => {
  const roots: string[] = [];
  const apps: TestApp[] = [];
  const serve = async (script: string): Promise<string> => {
    const webRoot = built(script);
    const app = await testApp({ webRoot });
    roots.push(webRoot);
    apps.push(app);
    return app.url;
  };
  afterAll(async () => {
    for (const app of apps) await app.close();
    for (const root of roots) rmSync(root, { recursive: true });
  });

  it('names exactly the files of this build, is asked for anew, and differs with the next build', async () => {
    const answer = await fetch(`${await serve('main-AAAAAAAA.js')}/service-worker.js`);
    const worker = await answer.text();
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(answer.headers.get('content-type')).toContain('text/javascript');
    expect(worker).toContain(
      'files = ["/main-AAAAAAAA.js","/media/source-sans-3-latin-wght-normal-ABCDEFGH.woff2"];',
    );
    const next = await (await fetch(`${await serve('main-BBBBBBBB.js')}/service-worker.js`)).text();
    const versionOf = (script: string) => /const version = "(\w+)"/.exec(script)?.[1];
    expect(versionOf(next)).not.toBe(versionOf(worker));
  });
});

describe('Addresses in a page', () => {
  const source = readFileSync(join(import.meta.dirname, '../../../web/src/index.html'), 'utf8');
  const options = readFileSync(join(import.meta.dirname, '../../../web/project.json'), 'utf8');
  let app: TestApp;
  let webRoot: string;
  beforeAll(async () => {
    webRoot = built('main-AAAAAAAA.js');
    app = await testApp({ webRoot });
  });
  afterAll(async () => {
    await app.close();
    rmSync(webRoot, { recursive: true });
  });

  it.each([
    '/',
    '/termine/0192b4a0-0000-7000-8000-000000000000/sitzung',
    '/anmelden?ziel=%2F',
    '/mitreden',
    '/api/session',
    '/nirgends.txt',
  ])('cannot be led elsewhere by a base put into %s', async (path) => {
    const answer = await fetch(`${app.url}${path}`);
    expect(answer.headers.get('content-security-policy')).toContain("base-uri 'none'");
    expect(await answer.text()).not.toContain('<base');
  });

  it('lead to the same files from every depth', () => {
    expect(source).not.toContain('<base');
    const addresses = [...source.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address = '']) => address);
    expect(addresses.length).toBeGreaterThan(5);
    expect(addresses.filter((address) => !address.startsWith('/'))).toEqual([]);
    // Those the build writes into the page.
    expect(
      (JSON.parse(options) as { targets: { build: { options: object } } }).targets.build.options,
    ).toMatchObject({
      deployUrl: '/',
    });
  });
});
