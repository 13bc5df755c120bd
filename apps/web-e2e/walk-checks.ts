import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const full: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  rules: { 'heading-order': { enabled: true }, 'landmark-unique': { enabled: true } },
};
const contrast: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };
const narrow: RunOptions = {
  runOnly: { type: 'rule', values: ['target-size', 'scrollable-region-focusable'] },
};

const WIDE = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };

/** All that is wrong with the page as it stands: each line names the setting, the rule and the place. */
export async function faultsOf(page: Page): Promise<string[]> {
  const faults = [...(await broken(page, 'hell', full)), ...(await twoButtons(page))];
  await page.emulateMedia({ colorScheme: 'dark' });
  faults.push(...(await broken(page, 'dunkel', contrast)));
  // The browser itself sees to the contrast of forced colours: looked at with `npm run test:walk`.
  if (process.env['RT_WALK'] === 'full') {
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
    faults.push(...(await broken(page, 'eigene Farben', contrast)));
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  await page.setViewportSize(PHONE);
  faults.push(...(await tooWide(page)), ...(await broken(page, '360 px', narrow)));
  await page.setViewportSize(WIDE);
  return faults;
}

async function broken(page: Page, setting: string, options: RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  await drawn(page);
  const { violations } = await page.evaluate<AxeResults, RunOptions>(
    (asked) => (window as unknown as { axe: { run(of: RunOptions): Promise<AxeResults> } }).axe.run(asked),
    { ...options, resultTypes: ['violations'] },
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, html, any, all, none }) =>
        `${setting}: ${id} at ${target.join(' ')} – ${[...any, ...all, ...none].map((it) => it.message).join('; ')} – ${html.slice(0, 160)}`,
    ),
  );
}

/** Enter in a field presses the first button of its form: a second one that does something else is pressed unasked. */
function twoButtons(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.forms]
      .filter((form) =>
        [...form.elements].some((it) => it.matches('input:not([type=hidden]), select, textarea')),
      )
      .map((form) => [...form.elements].filter((it) => it.matches('[type=submit], button:not([type])')))
      // One that is never seen may stand first and only save what was typed, as where ± are buttons too.
      .filter((buttons) => buttons.length > 1 && !buttons[0]?.matches('.hidden:not([name])'))
      .map((buttons) => `a form with ${buttons.map((it) => it.textContent?.trim()).join(' and ')}`),
  );
}

/** Colours and widths as they stay: the next frame is there, and nothing is on its way any more. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const moving = () =>
      document.getAnimations().filter((it) => it.effect?.getTiming().iterations !== Infinity);
    for (let calm = 0; calm < 2;) {
      await frame();
      const animations = moving();
      calm = animations.length === 0 ? calm + 1 : 0;
      await Promise.allSettled(animations.map((it) => it.finished));
    }
    await frame();
  });
}

/** Nothing may need scrolling to the side, except what scrolls in its own box. */
async function tooWide(page: Page): Promise<string[]> {
  await drawn(page);
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const hidden = [...document.querySelectorAll('main nav [aria-current="page"]')].filter((tab) => {
      const { left, right } = tab.getBoundingClientRect();
      return left < 0 || right > width;
    });
    if (hidden.length) return ['360 px: the open tab is out of sight'];
    if (document.documentElement.scrollWidth <= width) return [];
    const far = [...document.querySelectorAll<HTMLElement>('body *')].filter(
      (element) => element.getBoundingClientRect().right > width + 1 && element.checkVisibility(),
    );
    const outermost = far
      .filter((element) => !far.includes(element.parentElement as HTMLElement))
      .slice(0, 3);
    return [
      `360 px: ${document.documentElement.scrollWidth} px wide because of ${outermost.map((it) => it.outerHTML.slice(0, 120)).join(' | ')}`,
    ];
  });
}
