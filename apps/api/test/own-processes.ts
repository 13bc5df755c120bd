import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Programs of the API that run in processes of their own, some of them replaced by the test. */
export interface OwnProcesses {
  folder: string;
  /** A file the replaced programs may leave or wait for. */
  file(name: string): string;
  close(): void;
}

/** Makes RT_PROCESSES a folder of its own until it is closed. `programs` get the folder as their first line's `FOLDER`. */
export function ownProcesses(programs: Readonly<Record<string, string>>): OwnProcesses {
  const real = process.env['RT_PROCESSES'] ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'rt-processes-'));
  for (const name of ['pdf-renderer', 'table-reader', 'worker']) {
    const path = join(folder, `${name}.mjs`);
    const program = programs[name];
    if (program) writeFileSync(path, `const FOLDER = ${JSON.stringify(folder)};\n${program}`);
    else if (existsSync(join(real, `${name}.mjs`))) symlinkSync(join(real, `${name}.mjs`), path);
  }
  process.env['RT_PROCESSES'] = folder;
  return {
    folder,
    file: (name) => join(folder, name),
    close: () => {
      process.env['RT_PROCESSES'] = real;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A renderer that leaves the file `begun`, and answers when the file `go` is there. */
export const heldRenderer = `
import { existsSync, writeFileSync } from 'node:fs';
process.on('message', () => {
  writeFileSync(FOLDER + '/begun', '');
  setInterval(function () {
    if (!existsSync(FOLDER + '/go')) return;
    clearInterval(this);
    process.send({ bytes: Buffer.from('%PDF-held') });
  }, 10);
});
process.on('disconnect', () => process.exit());
`;

export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 60_000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('waited too long');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
