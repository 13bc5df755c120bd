import { Component, computed, model } from '@angular/core';
import { mdiClose, mdiPlus } from '@mdi/js';
import {
  type OrganisationType,
  organisationTypeLabels,
  organisationTypes,
} from '@runder-tisch/domain/actors';
import type { NetworkTarget } from '@runder-tisch/domain/networks';
import { NumberField, SelectField } from '@runder-tisch/ui/form';
import { Icon } from '@runder-tisch/ui/icon';

/** Who should be there: how many of which kind of organisation. What lacks, the light says. */
@Component({
  selector: 'rt-network-targets',
  imports: [Icon, NumberField, SelectField],
  template: `
    <fieldset>
      <legend class="rt-label">Wer dabei sein soll</legend>
      <p class="rt-hint">Nach Art der Organisation. Was fehlt, sagt die Ampel.</p>
      @for (target of value(); track target.type; let index = $index) {
        <div class="row">
          <rt-select-field
            label="Art der Organisation"
            [required]="true"
            [choices]="choicesFor(target.type)"
            [value]="target.type"
            (valueChange)="change(index, { type: asType($event), size: target.size })"
          />
          <rt-number-field
            label="Plätze"
            [value]="target.size"
            (valueChange)="change(index, { type: target.type, size: asSize($event) })"
          />
          <button
            type="button"
            class="rt-button rt-plain rt-square"
            [attr.aria-label]="'Nicht mehr vorsehen: ' + labels[target.type]"
            (click)="remove(index)"
          >
            <rt-icon [path]="icons.remove" />
          </button>
        </div>
      }
      @if (free().length) {
        <button type="button" class="rt-button rt-small" (click)="add()">
          <rt-icon [path]="icons.add" />Art hinzufügen
        </button>
      }
    </fieldset>
  `,
  styles: `
    .row {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 6rem auto;
      gap: 10px;
      align-items: end;
      margin-bottom: 10px;
    }
  `,
})
export class NetworkTargets {
  readonly value = model<readonly NetworkTarget[]>([]);
  protected readonly labels = organisationTypeLabels;
  protected readonly icons = { remove: mdiClose, add: mdiPlus };
  protected readonly free = computed(() =>
    organisationTypes.filter((type) => !this.value().some((target) => target.type === type)),
  );

  protected choicesFor(type: OrganisationType): { value: string; label: string }[] {
    return organisationTypes
      .filter((it) => it === type || this.free().includes(it))
      .map((it) => ({ value: it, label: organisationTypeLabels[it] }));
  }

  protected asType(value: string): OrganisationType {
    return organisationTypes.find((it) => it === value) ?? 'FREE_PROVIDER';
  }

  protected asSize(value: number | null): number {
    return Math.max(1, Math.round(value ?? 1));
  }

  protected change(index: number, target: NetworkTarget): void {
    this.value.set(this.value().with(index, target));
  }

  protected remove(index: number): void {
    this.value.set(this.value().toSpliced(index, 1));
  }

  protected add(): void {
    const [type] = this.free();
    if (type) this.value.set([...this.value(), { type, size: 1 }]);
  }
}
