import { request } from 'node:http';
import { HttpAdapterHost } from '@nestjs/core';
import type { AddressInfo, Server } from 'node:net';
import { HeldClock } from '../../test/held-clock';
import { signedIn } from '../../test/signed-in';
import { type TestDatabase, testDatabase } from '../../test/test-database';
import { createApp, type RunningApp } from '../create-app';

describe('A server behind a proxy that speaks https for it', () => {
  let database: TestDatabase;
  let app: RunningApp;
  let address: string;

  beforeAll(async () => {
    database = await testDatabase();
    app = await createApp({
      databaseUrl: database.url,
      publicUrl: 'https://runder-tisch.kreis.test',
      port: 0,
      embedded: false,
      background: false,
      clock: new HeldClock(),
    });
    const server = app.get(HttpAdapterHost).httpAdapter.getHttpServer() as Server;
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await app.close();
    await database.close();
  });

  const signInFrom = (origin: string): Promise<Response> =>
    fetch(`${address}/api/session/link`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-RT-Request': '1', Origin: origin },
      body: JSON.stringify({ mail: 'niemand@kreis.test', target: null }),
    });

  it('takes what its own pages send, though it is spoken to in plain http', async () => {
    expect((await signInFrom('https://runder-tisch.kreis.test')).status).toBe(204);
  });

  it('takes nothing that a browser says came from another site, and no form where JSON is spoken', async () => {
    const send = (headers: Record<string, string>) =>
      fetch(`${address}/api/session/link`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-RT-Request': '1', ...headers },
        body: JSON.stringify({ mail: 'niemand@kreis.test', target: null }),
      }).then(async (it) => [it.status, it.ok ? '' : ((await it.json()) as { code: string }).code]);
    expect(await send({})).toEqual([204, '']);
    expect(await send({ 'Sec-Fetch-Site': 'same-origin' })).toEqual([204, '']);
    expect(await send({ 'Sec-Fetch-Site': 'cross-site' })).toEqual([403, 'foreign-origin']);
    expect(await send({ 'X-RT-Request': '' })).toEqual([403, 'foreign-origin']);
    expect(await send({ 'Content-Type': 'text/plain' })).toEqual([415, 'wrong-content-type']);
  });

  it('believes no request about its own address', async () => {
    const { hostname, port } = new URL(address);
    const status = await new Promise((resolve, reject) => {
      request(
        {
          hostname,
          port,
          path: '/api/session/link',
          method: 'POST',
          headers: {
            Host: 'boese.test',
            Origin: 'http://boese.test',
            'Content-Type': 'application/json',
            'X-RT-Request': '1',
          },
        },
        (answer) => resolve(answer.resume().statusCode),
      )
        .on('error', reject)
        .end('{"mail":"niemand@kreis.test","target":null}');
    });
    expect(status).toBe(403);
  });

  it('knows somebody by the cookie alone that only this host can have set', async () => {
    const planner = await signedIn(
      { url: address, clock: new HeldClock(), get: (token) => app.get(token) },
      'planner',
    );
    const [, token] = (planner.cookie ?? '').split('=');
    const nameBy = async (cookie: string): Promise<number> =>
      (await fetch(`${address}/api/account`, { headers: { Cookie: cookie } })).status;
    expect(await nameBy(`__Host-rt_session=${token}`)).toBe(200);
    expect(await nameBy(`rt_session=${token}`)).toBe(401);
  });

  it('takes nothing from other pages, however alike their names', async () => {
    for (const origin of ['https://kreis.test', 'https://runder-tisch.kreis.test.boese.test', 'null'])
      expect((await signInFrom(origin)).status).toBe(403);
  });
});
