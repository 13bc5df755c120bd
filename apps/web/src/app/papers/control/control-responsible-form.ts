import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { NamedReference, Page } from '@runder-tisch/domain/lists';
import type { ControlView } from '@runder-tisch/domain/papers/control';
import { NameResponsible } from '@runder-tisch/domain/papers/control/control-requests';
import { ErrorSummary, SelectField } from '@runder-tisch/ui/form';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';

/** Entrusts it to somebody who has an account here, or to nobody. */
@Component({
  selector: 'rt-control-responsible-form',
  imports: [ErrorSummary, FormField, SelectField],
  template: `
    <form class="rt-form" novalidate (submit)="save($event)">
      <rt-error-summary [entry]="entry" />
      <rt-select-field
        label="Wer kümmert sich?"
        hint="Die Person findet den Beschluss auf ihrer Seite Heute."
        placeholder="noch niemand"
        [choices]="people()"
        [formField]="entry.fields.personId"
      />
      <div class="rt-form-actions">
        <button class="rt-button rt-primary" [disabled]="entry.busy()">Speichern</button>
        <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
      </div>
    </form>
  `,
})
export class ControlResponsibleForm {
  readonly of = input.required<ControlView>();
  readonly closed = output<void>();
  readonly saved = output<ControlView>();

  private readonly api = inject(Api);
  private readonly answer = httpResource<Page<NamedReference>>(() => '/api/controls/people');
  protected readonly entry = requestForm(NameResponsible, {}, { about: () => this.of().id });
  readonly dirty = this.entry.dirty;
  /** Whoever follows it up now stands in it, even without an account by now. */
  protected readonly people = computed(() => {
    const now = this.of().responsible;
    const all = this.answer.hasValue() ? this.answer.value().items : [];
    const known = !now || all.some(({ id }) => id === now.id);
    return (known ? all : [now, ...all]).map(({ id, name }) => ({ value: id, label: name }));
  });

  constructor() {
    effect(() => {
      const personId = this.of().responsible?.id ?? null;
      untracked(() => this.entry.reset({ personId }));
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { id, version } = this.of();
    let view: ControlView | null = null;
    const done = await this.entry.submit(async (request) => {
      view = await this.api.act<ControlView>(`/api/controls/${id}/responsible`, version, request);
    });
    if (done && view) this.saved.emit(view);
  }
}
