import type { Locator, Page } from '@playwright/test';
import { Settled } from './settled';
import { expect } from './world';

/** A desk, a phone, and a desk at 400 %. */
export const sizes = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
  { width: 320, height: 256 },
] as const;

/** Where the keyboard may stand once what it pressed is gone: at something to press, or at what says where one is. */
const SOMEWHERE = /^(A|BUTTON|H\d|INPUT|SELECT|SUMMARY|TEXTAREA) \S/;

/** Presses it as with the keyboard. */
export async function enter(page: Page, control: Locator): Promise<void> {
  await control.focus();
  await expect(control).toBeFocused();
  await page.keyboard.press('Enter');
}

/** What has the keyboard: its tag and words; a covered page counts as nothing. */
export function focus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const active = document.activeElement;
    if (!active || active === document.body || active.closest('[aria-hidden=true], [inert]'))
      return 'nothing';
    const label = (active as HTMLInputElement).labels?.[0];
    const words = active.getAttribute('aria-label') ?? (label ?? active).textContent ?? '';
    return `${active.tagName} ${words.replace(/\s+/g, ' ').trim()}`;
  });
}

/** The same, or why it cannot be seen where it stands. */
export async function place(page: Page): Promise<string> {
  return (await page.evaluate(hidden)) || focus(page);
}

/** Why what has the keyboard cannot be seen, looked at in the page itself; nothing where some of it can. */
export function hidden(): string {
  const active = document.activeElement;
  // After the last stop the keyboard leaves for the browser.
  if (!active || active === document.body) return '';
  const box = active.closest('label')?.getBoundingClientRect() ?? active.getBoundingClientRect();
  const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
  const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
  const name = `${active.tagName} ${active.getAttribute('aria-label') ?? active.textContent?.trim().slice(0, 40) ?? ''}`;
  if (right <= left || bottom <= top) return `out of sight: ${name}`;
  const shares = [0.1, 0.5, 0.9];
  const seen = shares.some((down) =>
    shares.some((across) => {
      const there = document.elementFromPoint(left + (right - left) * across, top + (bottom - top) * down);
      return (
        there !== null &&
        (active.contains(there) || there.contains(active) || there.closest('label')?.contains(active))
      );
    }),
  );
  return seen ? '' : `covered: ${name}`;
}

/** Presses one thing after another and looks each time where the keyboard stands afterwards. */
export class Keyboard {
  private readonly settled: Settled;
  private readonly softly = expect.configure({ soft: true, timeout: 8_000 });

  constructor(private readonly page: Page) {
    this.settled = new Settled(page);
  }

  goto(address: string): Promise<void> {
    return this.settled.goto(address);
  }

  /** Until what was pressed has had its effect; then the keyboard stands in sight, where it belongs. */
  async press(control: Locator, until: () => Promise<void>, where = SOMEWHERE): Promise<void> {
    await enter(this.page, control);
    await until();
    await this.stands(`after ${String(control)}`, where);
  }

  /** Once the page has all it asked for. */
  async stands(when: string, where = SOMEWHERE): Promise<void> {
    await this.settled.rest();
    const message = `${when} at ${this.page.viewportSize()?.width} px`;
    await this.softly.poll(() => place(this.page), { message }).toMatch(where);
  }
}
