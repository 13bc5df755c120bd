import type { Locator, Page } from '@playwright/test';
import { expect } from './world';

/** A desk, a phone, and a desk at 400 %. */
export const sizes = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
  { width: 320, height: 256 },
] as const;

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
  if (right <= left || bottom <= top) return `${name} is out of sight`;
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
  return seen ? '' : `${name} is covered`;
}
