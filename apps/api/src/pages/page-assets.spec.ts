import express from 'express';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pageAssets } from './page-assets';
import { fontPaths, pagesCss, pagesCssPath } from './pages-css';
import { sendPage } from './send-page';

let server: Server;
let url: string;

beforeAll(async () => {
  const app = express();
  app.set('etag', false);
  app.use(pageAssets);
  app.get('/public', (request, response) =>
    sendPage(request, response, '<!doctype html>öffentlich', { keep: 'check' }),
  );
  app.get('/personal', (request, response) => sendPage(request, response, '<!doctype html>persönlich'));
  app.get('/wrong', (request, response) => sendPage(request, response, 'x', { status: 422, keep: 'check' }));
  server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

// As a browser asks again; fetch by itself would add no-cache.
function asking(answer: Response): Record<string, string> {
  return { 'cache-control': 'max-age=0', 'if-none-match': answer.headers.get('etag') ?? '' };
}

describe('pages: style sheet, fonts and answers', () => {
  it('lets browsers keep the style sheet of this hash for good, and asks again for any other', async () => {
    const exact = await fetch(url + pagesCssPath('#8a1c3b'));
    expect(exact.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(exact.headers.get('cache-control')).toContain('immutable');
    expect(await exact.text()).toBe(pagesCss('#8a1c3b').text);
    const old = await fetch(`${url}/pages.css?v=old`);
    expect(old.headers.get('cache-control')).toBe('no-cache');
    const again = await fetch(`${url}/pages.css`, {
      headers: asking(old),
    });
    expect(again.status).toBe(304);
  });

  it('serves its own fonts and leaves everything else alone', async () => {
    const font = await fetch(url + fontPaths.latin);
    expect(font.headers.get('content-type')).toBe('font/woff2');
    expect(Buffer.from(await font.arrayBuffer()).toString('latin1', 0, 4)).toBe('wOF2');
    expect((await fetch(`${url}/pages/../package.json`)).status).toBe(404);
    expect((await fetch(`${url}/pages.css`, { method: 'POST' })).status).toBe(404);
  });

  it('lets browsers ask for public pages by ETag', async () => {
    const first = await fetch(`${url}/public`);
    expect(first.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await first.text()).toContain('öffentlich');
    const second = await fetch(`${url}/public`, {
      headers: asking(first),
    });
    expect([second.status, await second.text()]).toEqual([304, '']);
  });

  it('lets nobody keep pages behind a link and refusals', async () => {
    for (const path of ['/personal', '/wrong']) {
      const answer = await fetch(url + path);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('etag')).toBeNull();
    }
  });
});
