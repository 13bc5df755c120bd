import { pathToFileURL } from 'node:url';
import { type Demo, openDemo } from './demo';
import { test as base, type World } from './world';

/** The test of all that looks at the kept demo. */
export const test = base.extend<object, { demo: Demo }>({
  // One demo for all that a worker walks; nothing in it changes on the way, except at the very end.
  demo: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const world = (await import(pathToFileURL(process.env['RT_BROWSER_WORLD'] ?? '').href)) as World;
      const demo = await openDemo(world, process.env['RT_WEB_ROOT'] ?? '');
      await use(demo);
      await demo.close();
    },
    { scope: 'worker' },
  ],
  app: async ({ demo }, use) => {
    await use(demo.app);
  },
});
