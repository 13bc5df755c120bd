/** An end whose one German sentence is all the operator needs; no stack is shown. */
export class PlainError extends Error {
  // Read by name: the launcher and a bundled command each have their own copy of this class.
  override name = 'PlainError';
}

const FULL = /ENOSPC|No space left on device|disk full|EDQUOT|Disk quota exceeded/i;

/** A full disk shows in many places (files, PostgreSQL, the build): this finds it in all of them. */
export function isDiskFull(error: unknown): boolean {
  if (typeof error === 'string') return FULL.test(error);
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: unknown }).code;
  return (
    code === 'ENOSPC' ||
    code === 'EDQUOT' ||
    code === '53100' ||
    FULL.test(error.message) ||
    isDiskFull(error.cause)
  );
}

export function diskFull(folder: string): PlainError {
  return new PlainError(
    `Auf dem Datenträger von ${folder} ist kein Platz mehr: Bitte geben Sie Speicher frei (mindestens 300 MB) und starten Sie noch einmal.`,
  );
}
