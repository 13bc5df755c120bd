import type { Locator, Page } from '@playwright/test';

type Place = Page | Locator;

/** A text, date or time field by its label as it stands on the screen. */
export function field(place: Place, label: string): Locator {
  return place.getByRole('textbox', { name: label, exact: true });
}

/** The head of the page with its one primary action; an empty list below may offer the same. */
export function head(page: Page): Locator {
  return page.locator('rt-page-head');
}

export async function press(place: Place, button: string | RegExp): Promise<void> {
  await place.getByRole('button', { name: button }).click();
}

/** Types into a field that searches and takes the first thing it finds with this name. */
export async function pick(page: Page, place: Place, label: string, name: string): Promise<void> {
  await place.getByRole('combobox', { name: label, exact: true }).fill(name);
  await page.getByRole('option', { name }).first().click();
}

/** The question before something that cannot be taken back, answered with its verb. */
export async function confirm(page: Page, heading: string | RegExp, verb: string): Promise<void> {
  await page.getByRole('dialog', { name: heading }).getByRole('button', { name: verb, exact: true }).click();
}
