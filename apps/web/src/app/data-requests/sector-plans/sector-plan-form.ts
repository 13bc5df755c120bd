import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import {
  type InterfaceView,
  sectorLabels,
  sectorPlanStateLabels,
  sectorPlanStates,
  sectors,
  type SectorPlanView,
} from '@runder-tisch/domain/data-requests';
import {
  AddSectorPlan,
  type SaveSectorPlan,
} from '@runder-tisch/domain/data-requests/interfaces/sector-plan-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { ChipSelect, DateField, ErrorSummary, SelectField, TextArea, TextField } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { KeptEntryActions } from '../../settings/kept-list/kept-entry-actions';
import type { KeptListData } from '../../settings/kept-list/kept-list-data';

/** Adds a Fachplanung as it is found, or changes what is known of it; its state then goes by its buttons. */
@Component({
  selector: 'rt-sector-plan-form',
  imports: [
    ChipSelect,
    DateField,
    ErrorSummary,
    FormField,
    KeptEntryActions,
    SelectField,
    SidePanel,
    TextArea,
    TextField,
  ],
  template: `
    <rt-side-panel [heading]="heading()" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-text-field label="Fachplanung" [formField]="entry.fields.name" />
        <rt-select-field label="Bereich" [choices]="sectors" [formField]="entry.fields.sector" />
        @if (!of()) {
          <rt-select-field label="Stand" [choices]="states" [formField]="entry.fields.state" />
          <rt-date-field
            label="Stand seit"
            hint="Zum Beispiel der Tag des Beschlusses. Darf leer bleiben."
            [formField]="entry.fields.stateOn"
          />
        }
        <rt-text-field label="Zuständige Stelle" [formField]="entry.fields.unit" />
        <rt-date-field
          label="Nächste Fortschreibung"
          hint="Ist der Tag vorbei, steht es auf der Seite Heute."
          [formField]="entry.fields.nextOn"
        />
        <rt-text-field
          label="Adresse des Plans"
          hint="Wo er zu lesen ist, mit https:// am Anfang. Darf leer bleiben."
          [formField]="entry.fields.link"
        />
        <rt-chip-select
          label="Braucht diese Schnittstellen"
          foldable
          column
          [choices]="interfaces()"
          [formField]="entry.fields.agreementIds"
        />
        <rt-text-area label="Notiz" [rows]="3" [formField]="entry.fields.note" />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">
            {{ of() ? 'Speichern' : 'Hinzufügen' }}
          </button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
      @if (of(); as it) {
        <rt-kept-entry-actions [entry]="it" [list]="list()" (done)="closed.emit()" />
      }
    </rt-side-panel>
  `,
})
export class SectorPlanForm {
  readonly of = input<SectorPlanView | null>(null);
  readonly list = input.required<KeptListData<SectorPlanView>>();
  readonly closed = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly sectors = sectors.map((value) => ({ value, label: sectorLabels[value] }));
  protected readonly states = sectorPlanStates.map((value) => ({
    value,
    label: sectorPlanStateLabels[value],
  }));
  private readonly register = httpResource<Page<InterfaceView>>(() => '/api/interfaces');
  protected readonly interfaces = computed(() =>
    (this.register.hasValue() ? this.register.value().items : []).map(({ id, partner, name }) => ({
      value: id,
      label: `${partner}: ${name}`,
    })),
  );
  protected readonly entry = requestForm(AddSectorPlan, {}, { about: () => this.of()?.id });
  protected readonly heading = computed(() =>
    this.of() ? 'Fachplanung bearbeiten' : 'Fachplanung hinzufügen',
  );

  constructor() {
    effect(() => {
      const it = this.of();
      if (!it) return;
      const { name, sector, unit, link, nextOn, note, state, stateOn, interfaces } = it;
      untracked(() =>
        this.entry.reset({
          ...{ name, sector, unit, link, nextOn, note, state, stateOn },
          agreementIds: interfaces.map(({ id }) => id),
        }),
      );
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const it = this.of();
    const done = await this.entry.submit((request) =>
      it
        ? this.api.change(`/api/sector-plans/${it.id}`, it.version, savedOf(request))
        : this.api.create('/api/sector-plans', request, this.entry.intent()),
    );
    if (!done) return;
    this.toasts.say(it ? 'Gespeichert.' : 'Fachplanung hinzugefügt.');
    this.list().reload();
    this.closed.emit();
  }
}

/** The state is no business of the form. */
function savedOf({ name, sector, unit, link, nextOn, note, agreementIds }: AddSectorPlan): SaveSectorPlan {
  return { name, sector, unit, link, nextOn, note, agreementIds };
}
