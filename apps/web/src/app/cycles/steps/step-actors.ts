import { Component, inject, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import {
  type ActorSide,
  actorSideLabels,
  type Coordination,
  coordinationLabels,
  coordinations,
} from '@runder-tisch/domain/cycles';
import type { StepActorInput } from '@runder-tisch/domain/cycles/steps/step-requests';
import { berlinDay } from '@runder-tisch/domain/time';
import {
  DateField,
  EntityPicker,
  type PickItem,
  SelectField,
  TextArea,
  TextField,
} from '@runder-tisch/ui/form';
import { ScreenClock } from '@runder-tisch/ui/text';
import { Lookups } from '../../lists/lookups';

/** With whom a step is coordinated, inside the house and outside of it: how it stands, since when. */
@Component({
  selector: 'rt-step-actors',
  imports: [DateField, EntityPicker, SelectField, TextArea, TextField],
  template: `
    @for (side of sides; track side) {
      <fieldset>
        <legend class="rt-label">{{ sideLabels[side] }}</legend>
        @for (row of value(); track $index; let at = $index) {
          @if (row.side === side) {
            <div class="row">
              <rt-text-field label="Akteur" [value]="row.name" (valueChange)="set(at, { name: $event })" />
              @if (side === 'EXTERNAL') {
                <rt-entity-picker
                  label="Organisation"
                  hint="Ihre Leute sehen den Schritt unter „Meine Schritte“."
                  [lookup]="lookups.organisations"
                  [chosen]="chosen(row.organisationId)"
                  [value]="row.organisationId ?? ''"
                  (valueChange)="set(at, { organisationId: $event || null })"
                />
              }
              <rt-select-field
                label="Stand"
                [required]="true"
                [choices]="choices"
                [value]="row.standing"
                (valueChange)="stand(at, $event)"
              />
              @if (row.standing !== 'NOT_ASKED') {
                <rt-date-field
                  label="Seit"
                  [value]="row.on ?? ''"
                  (valueChange)="set(at, { on: $event || null })"
                />
                <rt-text-area
                  [label]="row.standing === 'COMMENTED' ? 'Anmerkung' : 'Notiz'"
                  [rows]="2"
                  [value]="row.words"
                  (valueChange)="set(at, { words: $event })"
                />
              }
              <button
                type="button"
                class="rt-button rt-plain rt-small"
                [attr.aria-label]="(row.name || 'Akteur') + ' entfernen'"
                (click)="remove(at)"
              >
                Entfernen
              </button>
            </div>
          }
        }
        <button type="button" class="rt-button rt-small" (click)="add(side)">
          {{ side === 'INTERNAL' ? 'Fachbereich hinzufügen' : 'Externen Akteur hinzufügen' }}
        </button>
      </fieldset>
    }
  `,
  styles: `
    fieldset {
      margin: 0 0 16px;
      padding: 0;
      border: 0;
    }
    .row {
      display: grid;
      gap: 8px;
      margin-bottom: 12px;
      padding-left: 12px;
      border-left: 3px solid var(--rt-line);
    }
    .row button {
      justify-self: start;
    }
  `,
})
export class StepActors implements FormValueControl<readonly StepActorInput[]> {
  readonly value = model<readonly StepActorInput[]>([]);
  /** Organisations by their id, for what is chosen already. */
  readonly organisations = input<readonly PickItem[]>([]);

  protected readonly lookups = inject(Lookups);
  private readonly today = berlinDay(inject(ScreenClock).now());
  protected readonly sides: readonly ActorSide[] = ['INTERNAL', 'EXTERNAL'];
  protected readonly sideLabels = actorSideLabels;
  protected readonly choices = coordinations.map((value) => ({ value, label: coordinationLabels[value] }));

  protected chosen(id: string | null): PickItem | null {
    return this.organisations().find((it) => it.id === id) ?? null;
  }

  protected add(side: ActorSide): void {
    const empty = {
      id: null,
      side,
      name: '',
      organisationId: null,
      standing: 'NOT_ASKED',
      on: null,
      words: '',
    } as const;
    this.value.update((rows) => [...rows, empty]);
  }

  protected remove(at: number): void {
    this.value.update((rows) => rows.filter((_, index) => index !== at));
  }

  /** What is known now is mostly known since today. */
  protected stand(at: number, standing: string): void {
    const on = standing === 'NOT_ASKED' ? null : this.today;
    this.set(at, { standing: standing as Coordination, on });
  }

  protected set(at: number, change: Partial<StepActorInput>): void {
    this.value.update((rows) => rows.map((row, index) => (index === at ? { ...row, ...change } : row)));
  }
}
