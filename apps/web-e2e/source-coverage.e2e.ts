import { readFileSync } from 'node:fs';
import type { Role } from '@runder-tisch/domain/accounts';
import type { DemoIds } from './demo';
import { test } from './demo-test';
import { Settled } from './settled';
import { signInAgain } from './sign-in';
import { expect } from './world';

const rows = readFileSync(new URL('../../docs/source-coverage.md', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => /^\| [A-G]\d/.test(line))
  .map((line) => {
    const [point = '', asked = '', page = '', as = '', words = '', state = ''] = line
      .split('|')
      .slice(1)
      .map((cell) => cell.trim());
    return { point, asked, page: page.replaceAll('`', ''), as: as as Role | 'public', words, state };
  });

test('every point of the source has a page that answers it', async ({ demo, world, page }) => {
  test.setTimeout(240_000);
  const settled = new Settled(page);
  for (const point of ['A', 'B', 'C', 'D', 'E', 'F', 'G'])
    expect(rows.filter((row) => row.point.startsWith(point)).length, point).toBeGreaterThan(1);
  await signInAgain(page, world, demo.app, demo.accounts.planner);
  for (const { point, asked, page: address, words, state } of rows) {
    if (state === 'later') continue;
    await test.step(`${point} ${asked}`, async () => {
      await settled.goto(address.replace(/:(\w+)/, (_, key: keyof DemoIds) => String(demo.ids[key])));
      await expect.soft(page.getByRole('main').getByText(words).first(), `${point} ${address}`).toBeVisible();
    });
  }
});
