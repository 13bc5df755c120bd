import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The Node from node_modules; npm does not always link it into .bin, so it is found by its platform. */
export function pinnedNode(workspace) {
  const windows = process.platform === 'win32';
  const folder = join(
    workspace,
    'node_modules',
    `node-${windows ? 'win' : process.platform}-${process.arch}`,
  );
  const pinned = join(folder, windows ? 'bin/node.exe' : 'bin/node');
  if (existsSync(pinned) && spawnSync(pinned, ['-v'], { stdio: 'ignore' }).status === 0) return pinned;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 24 || (major === 24 && minor >= 9)) return process.execPath;
  throw Object.assign(
    new Error(
      `Für dieses System liegt kein Node.js bei, und das vorhandene (${process.version}) ist zu alt: Bitte installieren Sie Node.js 24.`,
    ),
    { plain: true },
  );
}
