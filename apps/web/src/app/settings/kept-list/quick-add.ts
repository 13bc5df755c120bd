import { Component, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { NamedEntry } from '@runder-tisch/domain/lists/list-requests';
import { TextField } from '@runder-tisch/ui/form';
import { Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';

/** The last line of a list: type a name, press Enter, go on with the next. */
@Component({
  selector: 'rt-quick-add',
  imports: [FormField, TextField],
  template: `
    <form novalidate (submit)="add($event)">
      <rt-text-field [label]="label()" [formField]="entry.fields.name" />
      <button class="rt-button" [disabled]="entry.busy()">Hinzufügen</button>
    </form>
  `,
  styles: `
    form {
      display: flex;
      flex-wrap: wrap;
      gap: 10px;
      align-items: end;
      padding: calc(var(--rt-space) * 2) calc(var(--rt-space) * 2.5);
      border-top: 1px solid var(--rt-line);
      background: var(--rt-surface-sunken);
    }
    rt-text-field {
      flex: 1 1 240px;
    }
  `,
})
export class QuickAdd {
  readonly label = input.required<string>();
  /** Where the new entry is posted, with the name and the defaults of `request`. */
  readonly path = input.required<string>();
  readonly request = input<object>({});
  readonly added = output<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly entry = requestForm(NamedEntry);

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    let id = '';
    let name = '';
    const done = await this.entry.submit(async (request) => {
      name = request.name;
      ({ id } = await this.api.create(this.path(), { ...this.request(), ...request }, this.entry.intent()));
    });
    if (!done) return;
    this.entry.reset();
    this.toasts.say(`„${name}“ ist hinzugefügt.`);
    this.added.emit(id);
  }
}
