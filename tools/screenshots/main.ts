import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from '@playwright/test';
import { type Demo, openDemo } from '@runder-tisch/web-e2e/demo';
import { nameOf, pages } from '@runder-tisch/web-e2e/routes';
import type { World } from '@runder-tisch/web-e2e/world';
import { startEmbeddedPostgres } from '../start/embedded-postgres';
import { PlainError } from '../start/plain-error';
import { buildWeb } from '../start/web-build';
import { chromiumArgs, findChromium } from '../test/chromium';
import { runNode } from '../test/process';
import { contactSheets } from './contact-sheets';
import { Photographer, photographReadme } from './photographer';

const TARGET = resolve('tmp/screenshots');

/** `npm run screenshots [-- PART OF A NAME]`: every page of the demo, light and dark, wide and on a phone. */
export async function main(args: readonly string[]): Promise<number> {
  const wanted = pages.filter((entry) => args.every((word) => nameOf(entry).includes(word)));
  if (wanted.length === 0) throw new PlainError(`Zu „${args.join(' ')}“ gibt es keine Seite.`);
  const webRoot = await buildWeb(say);
  const browserFound = await findChromium(say);
  const scratch = mkdtempSync(join(tmpdir(), 'rt-screenshots-'));
  const server = await startEmbeddedPostgres({ folder: scratch, scratch: true });
  let browser: Browser | undefined;
  let demo: Demo | undefined;
  try {
    process.env['RT_TEST_POSTGRES'] = server.adminUrl();
    process.env['RT_ANSWER_SCHEMAS'] = resolve('dist/tools/answer-schemas.json');
    process.env['RT_PROCESSES'] = resolve('dist/tools/processes');
    const world = await bundledWorld();
    demo = await openDemo(world, webRoot);
    browser = await chromium.launch({
      executablePath: browserFound.executablePath,
      args: chromiumArgs,
      env: { ...process.env, ...browserFound.env },
    });
    rmSync(TARGET, { recursive: true, force: true });
    mkdirSync(TARGET, { recursive: true });
    const photographer = new Photographer(browser, world, demo);
    if (args.length === 0) await photographReadme(photographer, resolve('docs/images/heute.png'));
    const shots = await photographer.all(wanted, say);
    const sheets = await contactSheets(browser, shots, TARGET);
    say(`${shots.length} Bilder auf ${sheets} Bögen in ${TARGET}`);
    return 0;
  } finally {
    await browser?.close();
    await demo?.close();
    await server.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function bundledWorld(): Promise<World> {
  const { code, words } = await runNode([resolve('tools/test/bundle-browser-world.mjs')], { limit: 120_000 });
  if (code !== 0) throw new Error(words);
  return (await import(pathToFileURL(words.trim()).href)) as World;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
