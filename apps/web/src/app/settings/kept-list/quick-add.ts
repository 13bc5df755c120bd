import { Component, inject, input, output, signal, viewChild } from '@angular/core';
import { TextField } from '@runder-tisch/ui/form';
import { Toasts } from '@runder-tisch/ui/overlay';
import { Api, newIntent } from '../../http/api';
import { asProblemError } from '../../http/problem-error';

/** The last line of a list: type a name, press Enter, go on with the next. Leaving it empty is no mistake. */
@Component({
  selector: 'rt-quick-add',
  imports: [TextField],
  template: `
    <form novalidate (submit)="add($event)">
      <rt-text-field
        [label]="label()"
        [maxLength]="120"
        [(value)]="name"
        [touched]="problem() !== null"
        [errors]="errors()"
      />
      <button class="rt-button" [disabled]="busy()">Hinzufügen</button>
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
  /** Where the new entry is posted, with the name and the rest of `request`. */
  readonly path = input.required<string>();
  readonly request = input<object>({});
  readonly added = output<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly field = viewChild.required(TextField);
  private intent = newIntent();
  protected readonly name = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);

  protected errors(): { kind: string; message: string }[] {
    const message = this.problem();
    return message ? [{ kind: 'refused', message }] : [];
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const name = this.name().trim();
    this.problem.set(name.length < 2 ? 'Bitte geben Sie den Namen an.' : null);
    if (this.problem() === null) await this.send(name);
    this.field().focus();
  }

  private async send(name: string): Promise<void> {
    this.busy.set(true);
    try {
      const { id } = await this.api.create(this.path(), { ...this.request(), name }, this.intent);
      this.intent = newIntent();
      this.name.set('');
      this.toasts.say(`„${name}“ ist hinzugefügt.`);
      this.added.emit(id);
    } catch (failed) {
      const problem = asProblemError(failed);
      this.problem.set(problem.errors[0]?.detail ?? problem.says);
    } finally {
      this.busy.set(false);
    }
  }
}
