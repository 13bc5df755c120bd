import { Service, inject, signal } from '@angular/core';
import type { FormatView } from '@runder-tisch/domain/formats';
import type { SaveFormat } from '@runder-tisch/domain/formats/formats-requests';
import { Toasts } from '@runder-tisch/ui/overlay';
import { Api } from '../../http/api';
import { asProblemError } from '../../http/problem-error';

/** The format of the open page, for its tabs: each change in place is saved at once. */
@Service({ autoProvided: false })
export class CurrentFormat {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  readonly view = signal<FormatView | null>(null);
  /** Counts what asks the page to read the format again. */
  readonly outdated = signal(0);
  readonly saving = signal(false);

  /** Saves the format with these changes. False where it was refused; the reason has then been said. */
  async save(changes: Partial<SaveFormat>): Promise<boolean> {
    const format = this.view();
    if (!format || this.saving()) return false;
    this.saving.set(true);
    try {
      await this.send(format, { ...asRequest(format), ...changes });
      return true;
    } catch (failed) {
      const refusal = asProblemError(failed);
      this.toasts.warn(refusal.says);
      if (refusal.code === 'stale-version') this.outdated.update((count) => count + 1);
      return false;
    } finally {
      this.saving.set(false);
    }
  }

  /** The same for a form that shows refusals at its fields. */
  async send(format: FormatView, request: SaveFormat): Promise<void> {
    const path = `/api/formats/${format.id}`;
    this.view.set(await this.api.change<FormatView>(path, format.version, request));
  }
}

export function asRequest(format: FormatView): SaveFormat {
  return {
    title: format.title,
    purpose: format.purpose,
    networkId: format.network?.id ?? null,
    planningAreaId: format.planningArea?.id ?? null,
    municipalityId: format.municipality?.id ?? null,
    fieldIds: format.fields.map((field) => field.id),
    targetGroups: format.targetGroups,
    capacity: format.capacity,
    accessibilityNeeds: format.accessibilityNeeds,
    phases: format.phases,
    material: format.material,
    agenda: format.agenda,
    invitationText: format.invitationText,
    results: format.results,
  };
}
