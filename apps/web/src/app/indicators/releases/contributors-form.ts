import { Component, computed, inject, input, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type IndicatorValuesView, shownPeriod } from '@runder-tisch/domain/indicators';
import { TellContributors } from '@runder-tisch/domain/indicators/releases/release-requests';
import { ErrorSummary, SelectField } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { keptObject } from '../../object-page/kept-object';

/** Who brought in how much of a value, as numbers without names: what the rule of contributors reckons with. */
@Component({
  selector: 'rt-contributors-form',
  imports: [ErrorSummary, FormField, SelectField, SidePanel],
  template: `
    <rt-side-panel
      heading="Beiträge angeben"
      [dirty]="entry.dirty() || written() !== ''"
      (closed)="closed.emit()"
    >
      <form class="rt-form" novalidate (submit)="save($event)">
        <p class="rt-quiet">
          Nur Zahlen, keine Namen. Verborgen wird ein Wert, zu dem weniger als drei beigetragen haben oder
          einer mehr als die Hälfte. Zu sehen bekommt die Beiträge niemand.
        </p>
        <rt-error-summary [entry]="entry" />
        <rt-select-field label="Wert" [choices]="choices()" [formField]="entry.fields.observationId" />
        <label class="rt-label" for="beitraege">Beiträge</label>
        <input
          id="beitraege"
          class="rt-control"
          inputmode="decimal"
          autocomplete="off"
          aria-describedby="beitraege-hinweis"
          [attr.aria-invalid]="unread() ? true : null"
          [value]="written()"
          (input)="write($event)"
        />
        <p id="beitraege-hinweis" [class.rt-quiet]="!unread()" [class.rt-note-negative]="unread()">
          {{
            unread()
              ? '„' + unread() + '“ ist keine Zahl.'
              : 'Mit Semikolon getrennt, zum Beispiel 12; 7,5; 4. Leer löscht die Angabe.'
          }}
        </p>
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy() || unread() !== ''">Speichern</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class ContributorsForm {
  readonly indicatorId = input.required<string>();
  readonly closed = output<void>();
  readonly saved = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly written = signal('');
  protected readonly values = keptObject<IndicatorValuesView>(
    () => `/api/indicators/${this.indicatorId()}/values`,
  );
  protected readonly choices = computed(() => {
    const view = this.values.view();
    const all = [...(view?.newest ?? []), ...(view?.series ?? [])];
    const known = new Map(
      all.map((it) => [it.id, `${it.areaName}, ${shownPeriod(it.periodKind, it.periodStart, it.periodEnd)}`]),
    );
    return [...known].map(([value, label]) => ({ value, label }));
  });
  private readonly words = computed(() =>
    this.written()
      .split(';')
      .map((it) => it.trim())
      .filter(Boolean),
  );
  protected readonly unread = computed(() => this.words().find((it) => !/^\d+(,\d+)?$/.test(it)) ?? '');
  protected readonly entry = requestForm(TellContributors, {}, { about: () => this.indicatorId() });

  protected write(event: Event): void {
    this.written.set((event.target as HTMLInputElement).value);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const amounts = this.words().map((it) => Number(it.replace(',', '.')));
    const done = await this.entry.submit(({ observationId }) =>
      this.api.put(`/api/indicators/${this.indicatorId()}/contributors`, { observationId, amounts }),
    );
    if (!done) return;
    this.toasts.say('Gespeichert.');
    this.saved.emit();
  }
}
