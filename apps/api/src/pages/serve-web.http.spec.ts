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
