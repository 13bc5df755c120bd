import type { ImportCounts, ImportView } from '@runder-tisch/domain/imports';

/** "2 Organisationen und 3 Personen", or nothing where there are none. */
export function counted(counts: readonly ImportCounts[], of: (it: ImportCounts) => number): string {
  return counts
    .filter((it) => of(it) > 0)
    .map((it) => `${of(it)} ${of(it) === 1 ? it.label : plural(it.label)}`)
    .join(' und ');
}

export function total(counts: readonly ImportCounts[], of: (it: ImportCounts) => number): number {
  return counts.reduce((sum, it) => sum + of(it), 0);
}

function plural(label: string): string {
  return /(on|ung)$/.test(label) ? `${label}en` : label;
}

/** What the import did, in one sentence or two. */
export function resultSentence({ counts }: Pick<ImportView, 'counts'>): string {
  const created = counted(counts, (it) => it.create);
  const merged = counted(counts, (it) => it.merge);
  if (!created && !merged) return 'Nichts Neues: Alles aus dieser Liste ist schon da.';
  return [created && `Neu angelegt: ${created}.`, merged && `Mit Vorhandenem zusammengeführt: ${merged}.`]
    .filter(Boolean)
    .join(' ');
}
