import { Component, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { ActorAnalysisView, TypedGapView } from '@runder-tisch/domain/cycles';
import { SaveTypedGap } from '@runder-tisch/domain/cycles/actors/actor-analysis-requests';
import { CheckboxField, ErrorSummary, TextArea, TextField } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';

/** A gap in one's own words, with what is to be done about it. */
@Component({
  selector: 'rt-actor-gap-form',
  imports: [CheckboxField, ErrorSummary, FormField, SidePanel, TextArea, TextField],
  template: `
    <rt-side-panel
      [heading]="of() ? 'Lücke bearbeiten' : 'Lücke benennen'"
      [dirty]="entry.dirty()"
      (closed)="closed.emit()"
    >
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-text-field label="Wer oder was fehlt?" [formField]="entry.fields.gap" />
        <rt-text-area label="Was ist zu tun?" [rows]="4" [formField]="entry.fields.remedy" />
        <rt-checkbox-field label="Die Lücke ist geschlossen" [formField]="entry.fields.settled" />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">Speichern</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class ActorGapForm {
  readonly cycleId = input.required<string>();
  readonly of = input<TypedGapView | null>(null);
  readonly closed = output<void>();
  readonly saved = output<ActorAnalysisView>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly entry = requestForm(SaveTypedGap, {}, { about: () => this.of()?.id ?? this.cycleId() });

  constructor() {
    effect(() => {
      const it = this.of();
      if (!it) return;
      const { gap, remedy, settled } = it;
      untracked(() => this.entry.reset({ gap, remedy, settled }));
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const it = this.of();
    const path = `/api/actor-analyses/${this.cycleId()}/gaps`;
    let view: ActorAnalysisView | null = null;
    const done = await this.entry.submit(async (request) => {
      view = it
        ? await this.api.change<ActorAnalysisView>(`${path}/${it.id}`, it.version, request)
        : await this.api.create<ActorAnalysisView>(path, request, this.entry.intent());
    });
    if (!done || !view) return;
    this.toasts.say('Gespeichert.');
    this.saved.emit(view);
  }
}
