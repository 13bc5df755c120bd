import { Component, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { NeedStatementView } from '@runder-tisch/domain/findings';
import { SaveNeedStatement } from '@runder-tisch/domain/findings/need-requests';
import { DateField, ErrorSummary, SelectField, TextArea, TextField } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { ReferenceLists } from '../../reference-lists/reference-lists';

/** What there is, what is needed and what lacks, in one Planungsraum or the whole county. */
@Component({
  selector: 'rt-need-form',
  imports: [DateField, ErrorSummary, FormField, SelectField, SidePanel, TextArea, TextField],
  template: `
    <rt-side-panel heading="Bestand und Bedarf" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-select-field
          label="Planungsraum"
          placeholder="ganzer Landkreis"
          [choices]="areas()"
          [formField]="entry.fields.planningAreaId"
        />
        <rt-text-area label="Bestand" hint="Was gibt es?" [formField]="entry.fields.stock" />
        <rt-text-area label="Bedarf" hint="Was wird gebraucht?" [formField]="entry.fields.need" />
        <rt-text-area label="Lücke" hint="Was fehlt?" [formField]="entry.fields.gap" />
        <rt-text-field label="Quelle" [formField]="entry.fields.source" />
        <rt-date-field label="Stand" [formField]="entry.fields.asOf" />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">Speichern</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class NeedForm {
  readonly fieldId = input.required<string>();
  readonly of = input<NeedStatementView | null>(null);
  readonly closed = output<void>();
  readonly saved = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly areas = inject(ReferenceLists).planningAreaChoices();
  protected readonly entry = requestForm(
    SaveNeedStatement,
    {},
    { about: () => this.of()?.id ?? this.fieldId() },
  );

  constructor() {
    effect(() => {
      const it = this.of();
      if (!it) return;
      const { planningArea, stock, need, gap, source, asOf } = it;
      untracked(() =>
        this.entry.reset({ planningAreaId: planningArea?.id ?? null, stock, need, gap, source, asOf }),
      );
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const it = this.of();
    const done = await this.entry.submit(async (request) => {
      if (it) await this.api.change(`/api/need-statements/${it.id}`, it.version, request);
      else
        await this.api.create(
          '/api/need-statements',
          { ...request, fieldId: this.fieldId() },
          this.entry.intent(),
        );
    });
    if (!done) return;
    this.toasts.say('Gespeichert.');
    this.saved.emit();
  }
}
