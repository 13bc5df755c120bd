import { Component, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { ActorAnalysisView, ActorProposal } from '@runder-tisch/domain/cycles';
import { AddOrganisations } from '@runder-tisch/domain/cycles/actors/actor-analysis-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { counted } from '@runder-tisch/domain/text';
import { EntitiesPicker, ErrorSummary, type PickItem } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';

const SHOWN = 12;

/** Takes organisations of the register into the Akteursanalyse, several at once. */
@Component({
  selector: 'rt-add-organisations-form',
  imports: [EntitiesPicker, ErrorSummary, FormField, SidePanel],
  template: `
    <rt-side-panel heading="Organisationen aufnehmen" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-entities-picker
          label="Organisationen"
          hint="Vorgeschlagen wird, wer noch nicht in der Analyse steht, zuerst die mit Sitzen in Netzwerken."
          [lookup]="proposals"
          [formField]="entry.fields.organisationIds"
        />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">Aufnehmen</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class AddOrganisationsForm {
  readonly cycleId = input.required<string>();
  readonly closed = output<void>();
  readonly added = output<ActorAnalysisView>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly entry = requestForm(AddOrganisations, {}, { about: () => this.cycleId() });

  protected readonly proposals = async (search: string): Promise<readonly PickItem[]> => {
    const path = `/api/actor-analyses/${this.cycleId()}/proposals`;
    const page = await this.api.get<Page<ActorProposal>>(path, { search, limit: SHOWN });
    return page.items.map(({ id, name, municipality, networks }) => ({
      id,
      title: name,
      subtitle: [municipality, networks ? counted(networks, 'Netzwerk', 'Netzwerke') : 'ohne Netzwerk']
        .filter((it) => it)
        .join(' · '),
    }));
  };

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    let view: ActorAnalysisView | null = null;
    let count = 0;
    const done = await this.entry.submit(async (request) => {
      count = request.organisationIds.length;
      const path = `/api/actor-analyses/${this.cycleId()}/organisations`;
      view = await this.api.act<ActorAnalysisView>(path, null, request);
    });
    if (!done || !view) return;
    this.toasts.say(`${counted(count, 'Organisation', 'Organisationen')} aufgenommen.`);
    this.added.emit(view);
  }
}
