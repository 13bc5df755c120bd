import { Service, computed, inject } from '@angular/core';
import type { FormatView } from '@runder-tisch/domain/formats';
import type { SaveFormat } from '@runder-tisch/domain/formats/formats-requests';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { KeptObject, objectOfRoute } from '../../object-page/kept-object';

/** The format of the open page, for the page and its tabs: each change in place is saved at once. */
@Service({ autoProvided: false })
export class CurrentFormat extends KeptObject<FormatView> {
  private readonly api = inject(Api);
  private readonly act = acting();
  readonly saving = this.act.busy;
  /** Nothing is changed any more once the participants have heard, or the format was cancelled. */
  readonly ended = computed(() => ['FED_BACK', 'CANCELLED'].includes(this.view()?.state ?? ''));

  constructor() {
    super(objectOfRoute('/api/formats'), (format) => format.title);
  }

  /** Saves the format with these changes. False where it was refused; the reason has then been said. */
  async save(changes: Partial<SaveFormat>): Promise<boolean> {
    const format = this.view();
    if (!format || this.saving()) return false;
    const done = await this.act(() => this.send(format, { ...asRequest(format), ...changes }));
    if (!done) this.reload();
    return done;
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
