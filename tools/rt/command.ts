import type { OpenDatabase } from '../start/database';

export interface Call {
  database: OpenDatabase;
  args: readonly string[];
  flags: ReadonlySet<string>;
  /** What stands behind a flag that wants a value. */
  values: ReadonlyMap<string, string>;
  say(line: string): void;
}

interface Told {
  usage: string;
  does: string;
}

export interface DatabaseCommand extends Told {
  /** Works on an empty database that is gone afterwards. */
  scratch?: boolean;
  withoutDatabase?: never;
  run(call: Call): Promise<number>;
}

/** Reads a file and prints what it finds; no database is opened. */
export interface FileCommand extends Told {
  withoutDatabase: true;
  run(call: Omit<Call, 'database'>): Promise<number>;
}

export type Command = DatabaseCommand | FileCommand;
