import { type TestApp, testApp } from '../../test/test-app';

describe('What everybody may ask', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());

  it('tells a monitor that the application lives and reaches its database', async () => {
    for (const path of ['live', 'ready']) {
      const response = await fetch(`${app.url}/api/health/${path}`);
      expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
    }
  });

  it('describes every route of the API with its request and its answer', async () => {
    const response = await fetch(`${app.url}/api/openapi.json`);
    const document = (await response.json()) as {
      paths: Record<string, Record<string, { requestBody?: unknown; responses: Record<string, unknown> }>>;
      components: { schemas: Record<string, unknown> };
    };
    expect(Object.keys(document.paths).length).toBeGreaterThan(60);
    expect(document.paths['/api/organisations']?.['post']?.requestBody).toBeDefined();
    const named = JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g);
    const missing = [...named]
      .map((match) => match[1] as string)
      .filter((name) => !document.components.schemas[name]);
    expect([...new Set(missing)]).toEqual([]);
  });

  it('answers an unknown path, an unknown method and a foreign origin with a sentence', async () => {
    const unknown = await fetch(`${app.url}/api/gibt-es-nicht`);
    expect([unknown.status, ((await unknown.json()) as { code: string }).code]).toEqual([404, 'not-found']);
    const foreign = await fetch(`${app.url}/api/session/link`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-RT-Request': '1', Origin: 'https://boese.example' },
      body: '{"mail":"a@b.test"}',
    });
    expect(foreign.status).toBe(403);
    const simple = await fetch(`${app.url}/api/session/link`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain' },
      body: '{}',
    });
    expect(simple.status).toBeGreaterThanOrEqual(400);
    expect(simple.headers.get('content-security-policy')).toContain("require-trusted-types-for 'script'");
  });
});
