// The door of every command: `npm start`, `npm test`, `npm run rt -- …`. It has no dependencies and runs on
// Node 18 and later; it installs what is missing and hands over to the Node version that is pinned with the packages.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hydrateSymlinks, installIfNeeded } from './install.mjs';
import { pinnedNode } from './node.mjs';

const workspace = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(workspace);

// Left to itself Node lets the heap of the serving process grow to three times what it needs before it looks what is
// still in use.
const servingFlags = JSON.parse(readFileSync(join(workspace, 'tools/serving-flags.json'), 'utf8'));

const [command, ...args] = process.argv.slice(2);
const status = await enter();
process.exitCode = status;

async function enter() {
  try {
    await installIfNeeded(workspace);
    hydrateSymlinks(workspace);
    return await hand(pinnedNode(workspace), command, args);
  } catch (error) {
    process.stderr.write(`${error.plain ? error.message : (error.stack ?? error)}\n`);
    return 1;
  }
}

function hand(node, name, rest) {
  const child = spawn(
    node,
    [
      '--enable-source-maps',
      '--no-warnings',
      ...(name === 'start' ? servingFlags : []),
      join(workspace, 'tools/enter.mjs'),
      name,
      ...rest,
    ],
    {
      cwd: workspace,
      // Over the channel the child learns that this process is gone, even if it was killed.
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: {
        ...process.env,
        PATH: [dirname(node), join(workspace, 'node_modules/.bin'), process.env.PATH]
          .filter(Boolean)
          .join(delimiter),
        NX_DAEMON: 'false',
        NX_TUI: 'false',
        NX_NO_CLOUD: 'true',
        NG_CLI_ANALYTICS: 'false',
      },
    },
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  endWithNpm(child);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (child.connected) child.disconnect();
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143));
    });
  });
}

/** Started by npm, this process has no reason to outlive it; npm's shell may stand between them. */
function endWithNpm(child) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const lineage = ancestors();
  setInterval(() => ancestors() !== lineage && child.kill('SIGTERM'), 500).unref();
}

function ancestors() {
  try {
    const [, above] = /\) \S (\d+)/.exec(readFileSync(`/proc/${process.ppid}/stat`, 'utf8')) ?? [];
    return `${process.ppid} ${above}`;
  } catch {
    return `${process.ppid}`;
  }
}
