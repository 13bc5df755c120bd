import { openDatabase } from '../start/database';
import { PlainError } from '../start/plain-error';
import { commands } from './commands';
import { scratchDatabase } from './scratch-database';

/** `npm run rt -- COMMAND …`: what an operator does without a page. */
export async function main([name, ...rest]: readonly string[]): Promise<number> {
  const command = name === undefined ? undefined : commands[name];
  if (!command) {
    say(overview());
    if (name === undefined || name === 'help' || name === '--help') return 0;
    throw new PlainError(`Den Befehl „${name}“ gibt es nicht.`);
  }
  const flags = new Set(rest.filter((arg) => arg.startsWith('--')));
  const args = rest.filter((arg) => !arg.startsWith('--'));
  const known = new Set(['--empty', ...(command.usage.match(/--\w+/g) ?? [])]);
  const unknown = [...flags].find((flag) => !known.has(flag));
  if (unknown)
    throw new PlainError(
      `„${unknown}“ kennt dieser Befehl nicht. So wird er gerufen: npm run rt -- ${command.usage}`,
    );

  if (command.withoutDatabase) return command.run({ args, flags, say });
  const database = command.scratch
    ? await scratchDatabase()
    : await openDatabase({
        empty: flags.has('--empty'),
        beside: true,
        progress: (line) => process.stderr.write(`${line}\n`),
      });
  try {
    return await command.run({ database, args, flags, say });
  } finally {
    await database.close();
  }
}

function overview(): string {
  const width = Math.max(...Object.values(commands).map(({ usage }) => usage.length));
  const lines = Object.values(commands).map(({ usage, does }) => `  ${usage.padEnd(width)}  ${does}`);
  return [
    'npm run rt -- BEFEHL …',
    '',
    ...lines,
    '',
    'Gearbeitet wird mit DATABASE_URL (und DATABASE_OWNER_URL), sonst mit der Datenbank in .data/:',
    'mit der Demo, oder mit --empty mit der eigenen Einrichtung.',
  ].join('\n');
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
