import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { type TestApp, testApp } from '@runder-tisch/api/test';
import { compressFiles } from './compress-files';

describe('What a browser loads', () => {
  const script = `${'const wort = "Netzwerk";'.repeat(100)}`;
  let webRoot: string;
  let app: TestApp;
  beforeAll(async () => {
    webRoot = mkdtempSync(join(tmpdir(), 'rt-web-'));
    writeFileSync(join(webRoot, 'index.html'), '<!doctype html>');
    writeFileSync(join(webRoot, 'main-AAAAAAAA.js'), script);
    await compressFiles(webRoot);
    app = await testApp({ webRoot });
  });
  afterAll(async () => {
    await app.close();
    rmSync(webRoot, { recursive: true });
  });

  it.each([
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['br;q=0, gzip', 'gzip', gunzipSync],
    [undefined, undefined, (bytes: Buffer) => bytes],
  ])('comes as compressed as it asks for: %s', async (accepts, encoding, unpacked) => {
    const file = await asked(`${app.url}/main-AAAAAAAA.js`, accepts);
    expect(file.headers).toMatchObject({
      'content-type': expect.stringMatching(/^text\/javascript; charset=utf-8/i) as string,
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
    });
    expect(file.headers['content-encoding']).toBe(encoding);
    expect(unpacked(file.bytes).toString()).toBe(script);
    if (encoding) expect(file.bytes.length).toBeLessThan(script.length / 10);

    const page = await asked(`${app.url}/barrierefreiheit`, accepts);
    expect(page.headers['content-encoding']).toBe(encoding);
    expect(unpacked(page.bytes).toString()).toContain('Barrierefreiheit');
    const json = await asked(`${app.url}/api/openapi.json`, accepts);
    expect(json.headers['content-encoding']).toBe(encoding);
    expect(JSON.parse(unpacked(json.bytes).toString())).toHaveProperty('openapi');
  });

  it('says what is wrong with an address that cannot be read, in the words of the house', async () => {
    const { status, headers, bytes } = await asked(`${app.url}/%E0%A4%A`, undefined);
    expect([status, headers['content-type']]).toEqual([400, 'text/html; charset=utf-8']);
    expect(bytes.toString()).toContain('<html lang="de"');
  });
});

interface Asked {
  status: number | undefined;
  headers: Record<string, unknown>;
  bytes: Buffer;
}

/** As it comes over the wire: `fetch` unpacks by itself. */
function asked(url: string, accepts: string | undefined): Promise<Asked> {
  return new Promise((resolve, reject) => {
    request(url, { headers: accepts ? { 'Accept-Encoding': accepts } : {} }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, bytes: Buffer.concat(parts) }),
      );
    })
      .on('error', reject)
      .end();
  });
}
