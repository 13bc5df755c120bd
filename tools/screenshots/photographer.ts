import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { type Demo, startSession } from '@runder-tisch/web-e2e/demo';
import { type PageEntry, addressOf, nameOf, pages } from '@runder-tisch/web-e2e/routes';
import { Settled } from '@runder-tisch/web-e2e/settled';
import { signInAgain } from '@runder-tisch/web-e2e/sign-in';
import type { World } from '@runder-tisch/web-e2e/world';

export const schemes = ['light', 'dark'] as const;
export const widths = [1280, 360] as const;

export interface Shot {
  name: string;
  scheme: (typeof schemes)[number];
  width: (typeof widths)[number];
  png: Buffer;
}

const heights = { 1280: 800, 360: 740 } as const;
/** Longer pages are cut: what is wrong with them shows further up. */
const LONGEST = 2400;

/** Opens each page once, as somebody who may, and takes its pictures. */
export class Photographer {
  private readonly open = new Map<string, Page>();

  constructor(
    private readonly browser: Browser,
    private readonly world: World,
    private readonly demo: Demo,
  ) {}

  async all(entries: readonly PageEntry[], progress: (line: string) => void): Promise<Shot[]> {
    const shots: Shot[] = [];
    for (const entry of entries) {
      progress(nameOf(entry));
      const page = await this.at(entry);
      for (const [scheme, width] of [
        ['light', 1280],
        ['dark', 1280],
        ['dark', 360],
        ['light', 360],
      ] as const) {
        await page.emulateMedia({ colorScheme: scheme });
        await page.setViewportSize({ width, height: heights[width] });
        shots.push({ name: nameOf(entry), scheme, width, png: await picture(page, width) });
      }
    }
    return shots;
  }

  /** The page of this entry, settled, in the browser of whoever may open it. */
  async at(entry: PageEntry): Promise<Page> {
    if (entry.after === 'session-started') {
      await startSession(this.world, this.demo);
      this.open.delete(entry.as);
    }
    const page = this.open.get(entry.as) ?? (await this.browserOf(entry.as));
    this.open.set(entry.as, page);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 1280, height: heights[1280] });
    await new Settled(page).goto(addressOf(entry, this.demo.ids));
    return page;
  }

  private async browserOf(as: PageEntry['as']): Promise<Page> {
    const context = await this.browser.newContext({
      baseURL: this.demo.app.url,
      locale: 'de-DE',
      timezoneId: 'Europe/Berlin',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    if (as !== 'public') await signInAgain(page, this.world, this.demo.app, this.demo.accounts[as]);
    return page;
  }
}

/** The picture of the README: what a coordinator sees on a Monday morning. */
export async function photographReadme(photographer: Photographer, path: string): Promise<void> {
  const today = pages.find(({ route, as }) => route === '/heute' && as === 'coordinator');
  if (!today) throw new Error('There is no page for the README.');
  const page = await photographer.at(today);
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path });
}

/** The window grows with the page, so that what stays at its lower edge does not cover the middle. */
async function picture(page: Page, width: Shot['width']): Promise<Buffer> {
  for (let times = 0; times < 2; times += 1) {
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width, height: Math.min(Math.max(height, heights[width]), LONGEST) });
    await page.waitForTimeout(250);
  }
  return page.screenshot({ animations: 'disabled' });
}
