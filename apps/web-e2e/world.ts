import { pathToFileURL } from 'node:url';
import {
  test as base,
  expect,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test';
import type { TestApp, TestAppOptions } from '@runder-tisch/api/test';

export type World = typeof import('../../tools/test/browser-world');

interface Given {
  /** Fixtures of the API and scenario words, as one bundle. */
  world: World;
  /** How the API of this test is started; set by `test.use({ appOptions: … })`. */
  appOptions: TestAppOptions;
  /** The whole application with its own database, mail server and held clock. */
  app: TestApp;
  /** A page in a browser of its own, as on another person's machine. */
  newPage(options?: BrowserContextOptions): Promise<Page>;
}

/** Chrome reports each refused request on the console; refusals are answers, only 5xx is a fault. */
const REFUSAL = /Failed to load resource: the server responded with a status of 4\d\d/;

/**
 * The test of all stories. A console error, a breach of the content policy, a request to a foreign host or
 * an answer with 5xx fails the test that caused it.
 */
export const test = base.extend<Given>({
  // Playwright demands the empty pattern where a fixture needs no other.
  // eslint-disable-next-line no-empty-pattern
  world: async ({}, use) => {
    const bundle = process.env['RT_BROWSER_WORLD'];
    if (!bundle) throw new Error('Run this with `npm run test:browser -- PATH`.');
    await use((await import(pathToFileURL(bundle).href)) as World);
  },
  appOptions: [{}, { option: true }],
  app: async ({ world, appOptions }, use) => {
    const app = await world.testApp({
      background: true,
      webRoot: process.env['RT_WEB_ROOT'] ?? '',
      ...appOptions,
    });
    await use(app);
    await app.close();
  },
  baseURL: async ({ app }, use) => {
    await use(app.url);
  },
  context: async ({ context, app }, use) => {
    const faults = watch(context, app.url);
    await use(context);
    expect(faults, 'faults in the browser').toEqual([]);
  },
  newPage: async ({ browser, app }, use) => {
    const opened: { context: BrowserContext; faults: string[] }[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({
        baseURL: app.url,
        timezoneId: 'Asia/Tokyo',
        locale: 'de-DE',
        ...options,
      });
      opened.push({ context, faults: watch(context, app.url) });
      return await context.newPage();
    });
    for (const { context, faults } of opened) {
      await context.close();
      expect(faults, 'faults in the browser').toEqual([]);
    }
  },
});

export { expect };

/** Only a story that cut its own network sees this. */
const NO_NETWORK = /net::ERR_INTERNET_DISCONNECTED/;

function watch(context: BrowserContext, ownUrl: string): string[] {
  const faults: string[] = [];
  const own = new URL(ownUrl).host;
  context.on('console', (message) => {
    const policy = /Content Security Policy|Trusted Type/i.test(message.text());
    const isAnswer = REFUSAL.test(message.text()) || NO_NETWORK.test(message.text());
    if (policy || (message.type() === 'error' && !isAnswer)) faults.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => faults.push(`error: ${error.error().stack ?? error.error().message}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (/^(https?|wss?):$/.test(url.protocol) && url.host !== own)
      faults.push(`foreign request: ${request.url()}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 500)
      faults.push(`${response.status()}: ${response.request().method()} ${response.url()}`);
  });
  return faults;
}
