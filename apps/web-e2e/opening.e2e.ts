import { test } from './demo-test';
import { Settled } from './settled';
import { signInAgain } from './sign-in';
import { expect } from './world';

test('a Handlungsfeld opens with two answers; what stands below asks once somebody scrolls there', async ({
  demo,
  world,
  page,
}, info) => {
  const { app, ids, accounts } = demo;
  const settled = new Settled(page);
  const asked: string[] = [];
  const opened: string[] = [];
  let began = 0;
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (!pathname.includes(ids.fullField) && !pathname.includes('need-statements')) return;
    asked.push(pathname);
    if (!pathname.startsWith('/api/')) return;
    // Whoever looks at the page for three seconds gets the rest without scrolling.
    began ||= Date.now();
    if (Date.now() < began + 2500) opened.push(pathname);
  });
  await signInAgain(page, world, app, accounts.planner);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`/planung/handlungsfelder/${ids.fullField}`);
  await expect(page.getByRole('heading', { name: 'Widersprüche' })).toBeVisible();
  await settled.rest();
  const api = (path: string): string => `/api/${path.replace('ID', ids.fullField)}`;
  const atOpening = ['fields-of-action/ID', 'fields-of-action/ID/briefing'].map(api);
  expect([...new Set(opened)].sort()).toEqual(atOpening.sort());

  for (const [width, colorScheme] of [
    [1280, 'light'],
    [1280, 'dark'],
    [360, 'light'],
    [360, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await settled.goto(`/planung/handlungsfelder/${ids.fullField}`);
    await info.attach(`${width}-${colorScheme}`, {
      body: await page.screenshot({ fullPage: true }),
      contentType: 'image/png',
    });
  }
  const below = [
    'need-statements',
    'feedback-responsibilities/ID',
    'fields-of-action/ID/publications',
    'belongings/field-of-action/ID',
    'trace/field-of-action/ID',
  ];
  expect([...new Set(asked)].sort()).toEqual(expect.arrayContaining(below.map(api).sort()));
});
