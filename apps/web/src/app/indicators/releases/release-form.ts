import { Component, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { DisclosureRule } from '@runder-tisch/domain/indicators/catalogue';
import { PrepareFigureRelease } from '@runder-tisch/domain/indicators/releases/release-requests';
import { DateField, ErrorSummary, SelectField, TextArea } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';

/** Which values are to be released; what may be shown is found by the check. */
@Component({
  selector: 'rt-figure-release-form',
  imports: [DateField, ErrorSummary, FormField, SelectField, SidePanel, TextArea],
  template: `
    <rt-side-panel heading="Freigabe vorbereiten" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <p class="rt-quiet">
          Geprüft wird nach der Regel des Indikators, zusammen mit allem, was schon freigegeben war.
          Veröffentlicht wird erst, wenn Sie danach „Freigeben“ wählen.
        </p>
        <rt-error-summary [entry]="entry" />
        <rt-date-field
          label="Werte ab"
          hint="Darf leer bleiben: alle von Anfang an."
          [formField]="entry.fields.firstDay"
        />
        <rt-date-field label="Werte bis" hint="Darf leer bleiben." [formField]="entry.fields.lastDay" />
        <rt-select-field label="Nullen" [choices]="zeros" [formField]="entry.fields.zeros" />
        @if (rule() === 'R4') {
          <rt-text-area
            label="Warum reichen die Beitragenden?"
            hint="Nur nötig, wo keine Beiträge angegeben sind: Sie bestätigen damit unter Ihrem Namen, dass zu jedem Wert mindestens drei beigetragen haben und keiner überwiegt."
            [rows]="2"
            [formField]="entry.fields.contributorsReason"
          />
        }
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">Prüfen lassen</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class FigureReleaseForm {
  readonly indicatorId = input.required<string>();
  readonly rule = input.required<DisclosureRule>();
  readonly closed = output<void>();
  readonly saved = output<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly zeros = [
    { value: 'published', label: 'Nullen stehen offen da' },
    { value: 'hidden', label: 'Nullen gelten als kleine Zahlen' },
  ];
  protected readonly entry = requestForm(PrepareFigureRelease, {}, { about: () => this.indicatorId() });

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    let id = '';
    const done = await this.entry.submit(async (request) => {
      ({ id } = await this.api.create(
        `/api/indicators/${this.indicatorId()}/releases`,
        request,
        this.entry.intent(),
      ));
    });
    if (!done) return;
    this.toasts.say('Die Prüfung hat begonnen.');
    this.saved.emit(id);
  }
}
