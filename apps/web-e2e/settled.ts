import type { Page, Request } from '@playwright/test';

const QUIET = 120;
const PATIENCE = 30_000;

/** Follows what a page still fetches; its stream of live news stays open and does not count. */
export class Settled {
  private readonly open = new Set<Request>();
  private last = 0;

  constructor(private readonly page: Page) {
    const done = (request: Request) => {
      this.open.delete(request);
      this.last = performance.now();
    };
    page.on('request', (request) => request.resourceType() !== 'eventsource' && this.open.add(request));
    page.on('requestfinished', done);
    page.on('requestfailed', done);
  }

  /** Resolves once the page has its heading and everything it asked for, further down as well. */
  async goto(address: string): Promise<void> {
    this.open.clear();
    this.last = performance.now();
    await this.page.goto(address);
    await this.page.locator('h1').first().waitFor({ state: 'attached' });
    await this.rest();
    if (!(await this.page.evaluate(() => document.documentElement.scrollHeight > innerHeight))) return;
    await this.page.evaluate(async () => {
      // Screen by screen, as people do: what is jumped over never comes into view.
      for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight) {
        scrollTo({ top, behavior: 'instant' });
        await new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen)));
      }
      scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
    });
    await this.rest();
    await this.page.evaluate(() => scrollTo(0, 0));
  }

  async rest(): Promise<void> {
    const began = (this.last = performance.now());
    while (this.open.size > 0 || performance.now() - this.last < QUIET) {
      if (performance.now() - began > PATIENCE)
        throw new Error(`No answer yet: ${[...this.open].map((request) => request.url()).join(', ')}`);
      await this.page.waitForTimeout(20);
    }
    // What came last is drawn with the next frame.
    await this.page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
  }
}
