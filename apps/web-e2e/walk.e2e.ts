import { declaredRoutes } from './declared-routes';
import { startSession } from './demo';
import { test } from './demo-test';
import { type PageEntry, addressOf, nameOf, pages } from './routes';
import { Settled } from './settled';
import { signInAgain } from './sign-in';
import { faultsOf } from './walk-checks';
import { expect, test as base } from './world';

/** Pages a browser opens one after another as the same person. */
const STRETCH = 15;

test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const stretch of stretches()) {
  const [first] = stretch;
  test(`walk as ${first?.as} from ${first ? nameOf(first) : ''}`, async ({ demo, world, page }) => {
    test.setTimeout(process.env['RT_WALK'] === 'full' ? 600_000 : 300_000);
    const settled = new Settled(page);
    if (first && first.as !== 'public') await signInAgain(page, world, demo.app, demo.accounts[first.as]);
    for (const entry of stretch) {
      await test.step(nameOf(entry), async () => {
        if (entry.after === 'session-started') {
          await startSession(world, demo);
          await signInAgain(page, world, demo.app, demo.accounts.coordinator);
        }
        await settled.goto(addressOf(entry, demo.ids));
        expect.soft(await page.title(), nameOf(entry)).toMatch(/\S/);
        expect.soft(await faultsOf(page), nameOf(entry)).toEqual([]);
      });
    }
  });
}

base('the first thing a new county sees: its set-up page', async ({ app, world, page }) => {
  const link = new URL((await app.get(world.SetUpLink).create()) ?? '');
  await new Settled(page).goto(link.pathname + link.search);
  expect(await faultsOf(page)).toEqual([]);
});

test('every page of the product has its place in the walk, and the other way round', ({ world }) => {
  const written = pages.filter(
    ({ route }) => route === '/' || world.serverWrittenPaths.some((path) => route.startsWith(path)),
  );
  const ofTheWeb = pages.filter((entry) => !written.includes(entry)).map(({ route }) => route);
  expect([...new Set(ofTheWeb)].sort()).toEqual(declaredRoutes());
  const noPages = ['/api/', '/pages.css', '/logo', '/unterlage/'];
  const missing = world.serverWrittenPaths.filter(
    (path) => !noPages.includes(path) && !written.some(({ route }) => route.startsWith(path)),
  );
  expect(missing).toEqual([]);
});

function stretches(): PageEntry[][] {
  const found: PageEntry[][] = [];
  for (const entry of pages) {
    const last = found.at(-1);
    if (last && last[0]?.as === entry.as && last.length < STRETCH) last.push(entry);
    else found.push([entry]);
  }
  return found;
}
