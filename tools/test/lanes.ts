import { existsSync, globSync, readFileSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildWeb } from '../start/web-build';
import { chromiumArgs, findChromium } from './chromium';
import { type Ended, runNode } from './process';
import { type Result, fromFile, nothing, sumOf, verdict } from './result';

/** One piece of work; `needs` names those that must be done before. */
export interface Job {
  name: string;
  lane: Lane;
  /** How many processor cores it keeps busy. */
  weight: number;
  needs?: readonly string[];
  run(): Promise<Result>;
}

export const lanes = ['rules', 'lint', 'api', 'web', 'browser'] as const;
export type Lane = (typeof lanes)[number];

export interface Run {
  seed: number;
  /** The folder everything of this run lies in. */
  scratch: string;
  /** Files and flags for a single lane, as given after its name. */
  rest: readonly string[];
  /** A single lane speaks for itself; in the whole run only failures do. */
  aloud: boolean;
  /** Several pieces of work run at once, so each takes fewer workers. */
  workers: number;
  say(line: string): void;
}

const MINUTE = 60_000;
const jestFlags = '--experimental-vm-modules --no-warnings';

export function jobsOf(run: Run): Job[] {
  return [
    { name: 'api', lane: 'api', weight: 2, run: () => jest(run, 'api', ['apps/api', 'tools'], 2, 45) },
    ...typeJobs(),
    { name: 'web-build', lane: 'browser', weight: 1, run: () => webBuild(run) },
    {
      name: 'lint',
      lane: 'lint',
      weight: 1,
      run: () => lint(),
    },
    {
      name: 'circles',
      lane: 'lint',
      weight: 1,
      run: () => check('circles', [resolve('tools/checks/circles.mjs')], 5),
    },
    {
      name: 'rooms',
      lane: 'lint',
      weight: 1,
      run: () => check('rooms', [resolve('tools/checks/rooms.mjs')], 5),
    },
    {
      name: 'registries',
      lane: 'lint',
      weight: 1,
      run: () => check('registries', ['--no-warnings', resolve('tools/checks/registries.mjs')], 5),
    },
    {
      name: 'docs',
      lane: 'lint',
      weight: 1,
      run: () => check('docs', [resolve('tools/checks/docs.mjs')], 5),
    },
    {
      name: 'format',
      lane: 'lint',
      weight: 1,
      run: () =>
        check('format', [binary('prettier'), '--check', '--log-level', 'warn', ...prettierCache, '.'], 10),
    },
    {
      name: 'rules',
      lane: 'rules',
      weight: 1,
      run: () => jest(run, 'rules', ['libs/domain', 'libs/drawing'], run.workers, 15),
    },
    {
      name: 'web',
      lane: 'web',
      weight: 1,
      run: () => jest(run, 'web', ['apps/web', 'libs/ui'], run.workers, 20),
    },
    { name: 'browser', lane: 'browser', weight: 2, needs: ['web-build'], run: () => browser(run) },
  ];
}

const prettierCache = [
  '--cache',
  '--cache-strategy',
  'content',
  '--cache-location',
  'node_modules/.cache/prettier/check',
];

/** The type check that each project of the workspace names for itself. */
function typeJobs(): Job[] {
  return globSync('{apps,libs,tools}/**/project.json', { exclude: (path) => path.includes('node_modules') })
    .sort()
    .flatMap((file) => {
      const project = JSON.parse(readFileSync(file, 'utf8')) as {
        name: string;
        targets?: { typecheck?: { command: string } };
      };
      const command = project.targets?.typecheck?.command;
      if (!command) return [];
      const [program = '', ...args] = command.split(' ');
      const name = `types of ${project.name}`;
      return [
        { name, lane: 'lint' as const, weight: 1, run: () => check(name, [binary(program), ...args], 15) },
      ];
    });
}

/** The rule on the borders of projects says nothing unless the drawing of all projects has been made before. */
async function lint(): Promise<Result> {
  const drawn = await check('lint', [binary('nx'), 'show', 'projects'], 10);
  return drawn.failed > 0 ? drawn : check('lint', [binary('eslint'), '.', '--max-warnings', '0'], 30);
}

async function check(name: string, command: readonly string[], minutes: number): Promise<Result> {
  const { code, words } = await runNode(command, { limit: minutes * MINUTE });
  return verdict(name, code === 0, words.trim());
}

function binary(name: string): string {
  return realpathSync(join('node_modules/.bin', name));
}

async function jest(
  run: Run,
  name: string,
  projects: readonly string[],
  workers: number,
  minutes: number,
): Promise<Result> {
  const results: Result[] = [];
  for (const project of projects) results.push(await jestOf(run, name, project, workers, minutes));
  return sumOf(results);
}

async function jestOf(
  run: Run,
  name: string,
  project: string,
  workers: number,
  minutes: number,
): Promise<Result> {
  const config = `${project}/jest.config.mjs`;
  if (!existsSync(config)) return verdict(`${name}: ${config}`, false, 'Diese Datei fehlt.');
  const file = join(run.scratch, `${project.replaceAll('/', '-')}.json`);
  const reporters = [...(run.aloud ? ['default'] : []), resolve('tools/test/calm-jest-reporter.mjs')];
  const args = [
    '--randomize',
    '--seed',
    String(run.seed),
    '--maxWorkers',
    String(workers),
    '--passWithNoTests',
  ];
  const ended = await runNode(
    [
      binary('jest'),
      '--config',
      config,
      ...run.rest,
      // After the paths: Jest would take them for further reporters.
      ...reporters.map((each) => `--reporters=${each}`),
      ...args,
    ],
    {
      env: { NODE_OPTIONS: jestFlags, TZ: 'America/St_Johns', LOG_LEVEL: 'silent', RT_TEST_RESULT: file },
      aloud: run.aloud,
      limit: minutes * MINUTE,
    },
  );
  return quietIfSaid(run, fromFile(file, `${name} (${project})`, ended.code, ended.words));
}

/** A lane that spoke for itself has already shown its failures. */
function quietIfSaid(run: Run, result: Result): Result {
  return run.aloud ? { ...result, failures: [] } : result;
}

async function webBuild(run: Run): Promise<Result> {
  await buildWeb(run.aloud ? run.say : () => undefined);
  return nothing;
}

async function browser(run: Run): Promise<Result> {
  const config = 'apps/web-e2e/playwright.config.ts';
  if (!existsSync(config)) return verdict(`browser: ${config}`, false, 'Diese Datei fehlt.');
  const chromium = await findChromium(run.say);
  const file = join(run.scratch, 'browser.json');
  const reporters = [...(run.aloud ? ['list'] : []), resolve('tools/test/calm-playwright-reporter.mjs')];
  const ended: Ended = await runNode(
    [binary('playwright'), 'test', '--config', config, '--reporter', reporters.join(','), ...run.rest],
    {
      env: {
        ...chromium.env,
        CHROMIUM_PATH: chromium.executablePath,
        RT_CHROMIUM_ARGS: chromiumArgs.join(' '),
        RT_BROWSER_WORLD: await bundledWorld(),
        RT_ANSWER_SCHEMAS: resolve('dist/tools/answer-schemas.json'),
        RT_PROCESSES: resolve('dist/tools/processes'),
        RT_WEB_ROOT: resolve('dist/web'),
        TZ: 'America/St_Johns',
        LOG_LEVEL: 'silent',
        RT_TEST_RESULT: file,
      },
      aloud: run.aloud,
      limit: 30 * MINUTE,
    },
  );
  return quietIfSaid(run, fromFile(file, 'browser', ended.code, ended.words));
}

async function bundledWorld(): Promise<string> {
  const { code, words } = await runNode([resolve('tools/test/bundle-browser-world.mjs')], {
    limit: 5 * MINUTE,
  });
  if (code !== 0) throw new Error(words);
  return words.trim();
}
