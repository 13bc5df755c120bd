import { Component, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { ArgumentView } from '@runder-tisch/domain/feedback';
import { CreateArgument } from '@runder-tisch/domain/feedback/condensing/condensing-requests';
import { counted } from '@runder-tisch/domain/text';
import { ErrorSummary, SelectField, TextArea, TextField } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { ReferenceLists } from '../../reference-lists/reference-lists';

/** Summarises what many say, or mends the words of an argument. */
@Component({
  selector: 'rt-argument-form',
  imports: [ErrorSummary, FormField, SelectField, SidePanel, TextArea, TextField],
  template: `
    <rt-side-panel
      [heading]="of() ? 'Argument bearbeiten' : 'Argument anlegen'"
      [dirty]="entry.dirty()"
      (closed)="closed.emit()"
    >
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        @if (feedbackIds().length) {
          <p class="rt-note">
            {{ carriers() }} dieses Argument. Was einen einzelnen Hinweis besonders macht, halten Sie danach
            an ihm fest.
          </p>
        }
        @if (of()) {
          <p class="rt-note">
            Stützt sich schon etwas auf dieses Argument, steht es nach der Änderung dort als „zu prüfen“.
          </p>
        }
        <rt-text-field
          label="Das Argument in einem Satz"
          hint="Zum Beispiel: Abends fährt kein Bus in die Ortsteile."
          [formField]="entry.fields.title"
        />
        <rt-text-area
          label="Zusammenfassung"
          hint="Was die Hinweise gemeinsam sagen, ohne Namen und ohne Einzelfall."
          [rows]="6"
          [formField]="entry.fields.summary"
        />
        <rt-select-field label="Handlungsfeld" [choices]="fields()" [formField]="entry.fields.fieldId" />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">
            {{ of() ? 'Speichern' : 'Anlegen' }}
          </button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class ArgumentForm {
  readonly of = input<ArgumentView | null>(null);
  /** What carries a new one from its beginning. */
  readonly feedbackIds = input<readonly string[]>([]);
  readonly fieldId = input('');
  readonly title = input('');
  readonly closed = output<void>();
  readonly saved = output<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly fields = inject(ReferenceLists).fieldChoices();
  protected readonly entry = requestForm(CreateArgument, {}, { about: () => this.of()?.id });

  constructor() {
    effect(() => {
      const it = this.of();
      const begin = it
        ? { title: it.title, summary: it.summary, fieldId: it.field.id }
        : { title: this.title(), fieldId: this.fieldId() };
      untracked(() => this.entry.reset(begin));
    });
  }

  protected carriers(): string {
    const { length } = this.feedbackIds();
    return `${counted(length, 'Hinweis', 'Hinweise')} ${length === 1 ? 'trägt' : 'tragen'}`;
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const it = this.of();
    let id = it?.id ?? '';
    const done = await this.entry.submit(async ({ feedbackIds: _none, ...words }) => {
      const request = { ...words, feedbackIds: [...this.feedbackIds()] };
      if (it) await this.api.change(`/api/arguments/${it.id}`, it.version, words);
      else ({ id } = await this.api.create('/api/arguments', request, this.entry.intent()));
    });
    if (!done) return;
    this.toasts.say(it ? 'Gespeichert.' : 'Argument angelegt.');
    this.saved.emit(id);
  }
}
