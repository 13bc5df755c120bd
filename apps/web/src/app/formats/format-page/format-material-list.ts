import { Component, computed, inject, input } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { mdiClose } from '@mdi/js';
import type { FormatMaterial } from '@runder-tisch/domain/formats';
import { FormatMaterialInput } from '@runder-tisch/domain/formats/formats-requests';
import { TextField } from '@runder-tisch/ui/form';
import { Icon } from '@runder-tisch/ui/icon';
import { requestForm } from '../../forms';
import { CurrentFormat } from './current-format';

/** What to bring along, ticked off while packing. */
@Component({
  selector: 'rt-format-material-list',
  imports: [FormField, Icon, TextField],
  template: `
    @if (material().length) {
      <p class="rt-quiet" aria-live="polite">{{ ready() }} von {{ material().length }} bereit</p>
      <ul class="list">
        @for (thing of material(); track $index; let index = $index) {
          <li>
            <label>
              <input
                #box
                type="checkbox"
                [checked]="thing.ready"
                [disabled]="!mayChange() || current.saving()"
                (change)="tick(index, box)"
              />
              <span [class.done]="thing.ready">{{ thing.title }}</span>
            </label>
            @if (mayChange()) {
              <button
                type="button"
                class="rt-button rt-plain rt-square rt-small rt-unprinted"
                [attr.aria-label]="'Entfernen: ' + thing.title"
                [disabled]="current.saving()"
                (click)="remove(index)"
              >
                <rt-icon [path]="close" />
              </button>
            }
          </li>
        }
      </ul>
    } @else {
      <p class="rt-quiet">Nichts mitzubringen.</p>
    }
    @if (mayChange()) {
      <form class="new rt-unprinted" novalidate (submit)="add($event)">
        <rt-text-field label="Weiteres Material" [formField]="entry.fields.title" />
        <button class="rt-button" [disabled]="entry.busy() || current.saving()">Hinzufügen</button>
      </form>
    }
  `,
  styles: `
    .list {
      margin: 4px 0 0;
    }
    li {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 8px;
    }
    label {
      flex: 1;
      display: flex;
      align-items: center;
      gap: 10px;
      min-height: 38px;
      cursor: pointer;
    }
    input[type='checkbox'] {
      flex: none;
      width: 20px;
      height: 20px;
      margin: 0;
      accent-color: var(--rt-accent);
    }
    .done {
      color: var(--rt-text-quiet);
      text-decoration: line-through;
    }
    .new {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      gap: 10px;
      max-width: 480px;
      margin-top: 12px;
    }
    .new rt-text-field {
      flex: 1 1 220px;
    }
  `,
})
export class FormatMaterialList {
  readonly material = input.required<readonly FormatMaterial[]>();
  readonly mayChange = input(false);
  protected readonly current = inject(CurrentFormat);
  protected readonly close = mdiClose;
  protected readonly entry = requestForm(FormatMaterialInput);
  protected readonly ready = computed(() => this.material().filter((thing) => thing.ready).length);

  protected async tick(index: number, box: HTMLInputElement): Promise<void> {
    const thing = this.material()[index];
    if (!thing) return;
    const done = await this.current.save({
      material: this.material().with(index, { ...thing, ready: box.checked }),
    });
    // The box follows what is stored, also where that was refused.
    if (!done) box.checked = this.material()[index]?.ready ?? false;
  }

  protected async remove(index: number): Promise<void> {
    await this.current.save({ material: this.material().toSpliced(index, 1) });
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    let kept = false;
    await this.entry.submit(async ({ title }) => {
      kept = await this.current.save({ material: [...this.material(), { title, ready: false }] });
    });
    if (kept) this.entry.reset();
  }
}
