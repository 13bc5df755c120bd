import type { KeptDraft } from './device-store';
import type { LineOwners } from './line-owners';
import type { MeetingDevice } from './meeting-device';
import type { ShownLine } from './shown-line';

/** What is being typed and nobody has kept yet: written down with every keystroke, back after a reload. */
export class Drafts {
  private readonly kept = new Map<string, KeptDraft>();

  constructor(
    private readonly device: () => MeetingDevice | null,
    private readonly owners: LineOwners,
  ) {}

  restore(drafts: readonly KeptDraft[]): void {
    for (const draft of drafts) this.kept.set(draft.place, draft);
  }

  of(place: string): KeptDraft | null {
    return this.kept.get(place) ?? null;
  }

  keep(draft: KeptDraft): void {
    if (!draft.before && !this.owners.isTyped(draft.draft, this.owners.emptyDraft()))
      return this.drop(draft.place);
    this.kept.set(draft.place, draft);
    this.device()?.keepDraft(draft);
  }

  drop(place: string): void {
    if (this.kept.delete(place)) this.device()?.dropDraft(place);
  }

  /** Begun changes of lines that are gone meanwhile: their words have no place on the screen any more. */
  orphans(lines: readonly ShownLine[]): readonly (KeptDraft & { before: ShownLine })[] {
    const known = new Set(lines.map((line) => line.id));
    return [...this.kept.values()].flatMap((kept) =>
      kept.before && !known.has(kept.before.id) ? [{ ...kept, before: kept.before }] : [],
    );
  }
}
