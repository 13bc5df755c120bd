import type { Page } from '@playwright/test';
import { test } from './demo-test';
import { type PageEntry, addressOf, nameOf } from './routes';
import { Settled } from './settled';
import { signInAgain } from './sign-in';
import { expect } from './world';

/** A4 less a centimetre on each side, in CSS pixels. */
const PAPER = { width: 718, height: 1047 };
/** A3 landscape less eight millimetres on each side. */
const WALL = { width: 1527, height: 1062 };

/** What people print: a list, a meeting, its minutes, what they were sent. */
const printed: readonly PageEntry[] = [
  { route: '/termine/:id/nachlauf', as: 'coordinator', of: 'recentMeeting' },
  { route: '/termine/:id/nachlauf', as: 'coordinator', of: 'autumnMeeting' },
  { route: '/termine/:id', as: 'coordinator', of: 'nextMeeting' },
  { route: '/termine', as: 'coordinator' },
  { route: '/termine/jahr', as: 'coordinator' },
  { route: '/termine/jahr', as: 'coordinator', query: 'ansicht=quartal' },
  { route: '/akteure/organisationen', as: 'coordinator' },
  { route: '/akteure/personen/verteiler', as: 'coordinator' },
  { route: '/netzwerke/:id', as: 'coordinator', of: 'network' },
  { route: '/planung/spur', as: 'coordinator' },
  { route: '/planung/spur', as: 'coordinator', query: 'richtung=BACKWARDS' },
  { route: '/protokoll/:token', as: 'public', of: 'protocolToken' },
  { route: '/angebote', as: 'public' },
  { route: '/ergebnisse', as: 'public' },
];

test('what is printed is whole, without what only works on the screen, and no sheet is empty', async ({
  demo,
  world,
  page,
}) => {
  const settled = new Settled(page);
  await signInAgain(page, world, demo.app, demo.accounts.coordinator);
  for (const entry of printed) {
    await test.step(nameOf(entry), async () => {
      await page.emulateMedia({ media: 'screen' });
      await settled.goto(addressOf(entry, demo.ids));
      await page.emulateMedia({ media: 'print' });
      const wall = entry.route === '/termine/jahr';
      await page.setViewportSize(wall ? WALL : PAPER);
      await settled.rest();
      await expect.soft(page.locator('h1').first(), nameOf(entry)).toBeVisible();
      expect.soft(await faultsOnPaper(page), nameOf(entry)).toEqual([]);
      expect
        .soft(
          world.emptySheetsOf(await page.pdf(wall ? { format: 'A3', landscape: true } : { format: 'A4' })),
          nameOf(entry),
        )
        .toEqual([]);
      await page.setViewportSize({ width: 1280, height: 800 });
    });
  }
});

/** Navigation that is left, words that are cut off, and what is wider than the paper. */
function faultsOnPaper(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const told = (element: Element): string => element.outerHTML.replace(/\s+/g, ' ').slice(0, 140);
    const all = [...document.querySelectorAll<HTMLElement>('body *')].filter((it) => it.checkVisibility());
    const screenOnly = all.filter((it) =>
      it.matches(
        'nav, button:not(.rt-printed, .rt-row-link, th *), a.skip, [role=toolbar], [role=search], input',
      ),
    );
    const cut = all.filter((it) => {
      const style = getComputedStyle(it);
      // Words for screen readers alone are one pixel large.
      if (it.textContent?.trim() === '' || it.clientHeight <= 1 || style.display === 'inline') return false;
      const hides = /hidden|auto|scroll|clip/;
      return (
        (hides.test(style.overflowY) && it.scrollHeight > it.clientHeight + 2) ||
        (hides.test(style.overflowX) && it.scrollWidth > it.clientWidth + 2)
      );
    });
    const wide = all.filter(
      (it) => it.getBoundingClientRect().right > innerWidth + 1 && it.textContent?.trim(),
    );
    return [
      ...screenOnly.map((it) => `only for the screen: ${told(it)}`),
      ...cut.map((it) => `cut off: ${told(it)}`),
      ...wide.slice(0, 3).map((it) => `wider than the paper: ${told(it)}`),
    ];
  });
}
