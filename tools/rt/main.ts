import { openDatabase } from '../start/database';
import { PlainError } from '../start/plain-error';
import type { Call } from './command';
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
  const { flags, values, args } = parted(rest, command.usage);
  const known = new Set(['--empty', ...(command.usage.match(/--\w+/g) ?? [])]);
  const unknown = [...flags].find((flag) => !known.has(flag));
  if (unknown)
    throw new PlainError(
      `„${unknown}“ kennt dieser Befehl nicht. So wird er gerufen: npm run rt -- ${command.usage}`,
    );
  if (command.withoutDatabase) return command.run({ args, flags, values, say });

  const database = command.scratch
    ? await scratchDatabase()
    : await openDatabase({
        empty: flags.has('--empty'),
        beside: true,
        progress: (line) => process.stderr.write(`${line}\n`),
      });
  try {
    return await command.run({ database, args, flags, values, say });
  } finally {
    await database.close();
  }
}

/** "--mapping DATEI" in the usage of a command means that the flag is followed by a value. */
function parted(rest: readonly string[], usage: string): Pick<Call, 'flags' | 'values' | 'args'> {
  const valued = new Set([...usage.matchAll(/(--\w+) [A-ZÄÖÜ]+/g)].map(([, flag]) => flag ?? ''));
  const flags = new Set<string>();
  const values = new Map<string, string>();
  const args: string[] = [];
  for (let at = 0; at < rest.length; at += 1) {
    const arg = rest[at] ?? '';
    if (!arg.startsWith('--')) args.push(arg);
    else if (valued.has(arg)) {
      flags.add(arg);
      const value = rest[(at += 1)];
      if (value === undefined) throw new PlainError(`Hinter „${arg}“ fehlt die Angabe.`);
      values.set(arg, value);
    } else flags.add(arg);
  }
  return { flags, values, args };
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
