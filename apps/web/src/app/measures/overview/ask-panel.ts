import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { httpResource } from '@angular/common/http';
import { FormField } from '@angular/forms/signals';
import type { Page } from '@runder-tisch/domain/lists';
import type { AskableMeasure, AskedView } from '@runder-tisch/domain/measures';
import { AskForProgress } from '@runder-tisch/domain/measures/measures-requests';
import { counted } from '@runder-tisch/domain/text';
import { addDays, berlinDay } from '@runder-tisch/domain/time';
import { DateField, ErrorSummary, TextArea } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe, ScreenClock } from '@runder-tisch/ui/text';
import { requestForm } from '../../forms';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';

const WEEKS = 14;

/** Asks those in charge how it goes, one mail for each person; a reminder goes to the silent alone. */
@Component({
  selector: 'rt-ask-panel',
  imports: [BerlinDatePipe, DateField, ErrorSummary, FormField, SidePanel, TextArea],
  template: `
    <rt-side-panel heading="Um Sachstand bitten" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="ask($event)">
        <rt-error-summary [entry]="entry" />
        <p class="rt-quiet">
          Wer zuständig ist, bekommt eine Mail mit einem Link und antwortet ohne Konto. Wer mehrere Maßnahmen
          hat, bekommt trotzdem nur eine.
        </p>
        <fieldset>
          <legend>{{ chosenWords() }}</legend>
          @for (row of rows(); track row.id) {
            <label class="row">
              <input
                type="checkbox"
                [checked]="chosen().has(row.id)"
                [disabled]="!row.recipients.length"
                (change)="toggle(row.id)"
              />
              <span>
                {{ row.number }} {{ row.title }}
                <span class="rt-cell-note">
                  @if (row.recipients.length) {
                    an {{ row.recipients.join(', ') }}
                  } @else {
                    niemand mit Mailadresse: bitte bei der Federführung eintragen
                  }
                  @if (row.lastReportOn) {
                    · letzter Sachstand {{ row.lastReportOn | berlinDate: 'short' }}
                  }
                  @if (row.silentUntil) {
                    · erbeten bis {{ row.silentUntil | berlinDate: 'short' }}, noch keine Antwort
                  }
                </span>
              </span>
            </label>
          } @empty {
            <p class="rt-quiet">Unter diesen Filtern läuft keine Maßnahme.</p>
          }
        </fieldset>
        <rt-date-field label="Antwort bis" [formField]="entry.fields.dueOn" />
        <rt-text-area
          label="Ein Satz dazu"
          hint="Zum Beispiel, wofür Sie den Sachstand brauchen. Darf leer bleiben."
          [rows]="3"
          [formField]="entry.fields.message"
        />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy() || !chosen().size">Bitten</button>
          @if (silent().length) {
            <button type="button" class="rt-button" [disabled]="act.busy()" (click)="remind()">
              Nur {{ silent().length }} ohne Antwort erinnern
            </button>
          }
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
  styles: `
    fieldset {
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      font-weight: 550;
    }
    .row {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: 10px;
      padding: 8px 0;
      border-top: 1px solid var(--rt-line);
    }
    input {
      width: 20px;
      height: 20px;
      margin: 2px 0 0;
      accent-color: var(--rt-accent);
    }
  `,
})
export class AskPanel {
  readonly query = input.required<Record<string, string>>();
  /** One measure alone, on its page. */
  readonly only = input<string>();
  readonly closed = output<void>();
  readonly done = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly today = berlinDay(inject(ScreenClock).now());
  protected readonly act = acting();
  protected readonly entry = requestForm(AskForProgress, { dueOn: addDays(this.today, WEEKS) });
  private readonly answer = httpResource<Page<AskableMeasure>>(() => ({
    url: '/api/measures/askable',
    params: this.query(),
  }));
  protected readonly rows = computed(() =>
    (this.answer.hasValue() ? this.answer.value().items : []).filter(
      ({ id }) => !this.only() || id === this.only(),
    ),
  );
  protected readonly chosen = linkedSignal<ReadonlySet<string>>(
    () => new Set(this.rows().flatMap(({ id, recipients }) => (recipients.length ? [id] : []))),
  );
  protected readonly silent = computed(() =>
    this.rows().flatMap(({ id, silentUntil }) => (silentUntil && this.chosen().has(id) ? [id] : [])),
  );
  protected readonly chosenWords = computed(
    () => `${counted(this.chosen().size, 'Maßnahme', 'Maßnahmen')} gewählt`,
  );

  protected toggle(id: string): void {
    const next = new Set(this.chosen());
    if (!next.delete(id)) next.add(id);
    this.chosen.set(next);
  }

  protected async ask(event: Event): Promise<void> {
    event.preventDefault();
    let said = '';
    this.entry.model.update((model) => ({ ...model, measureIds: [...this.chosen()] }));
    const done = await this.entry.submit(async (request) => {
      const answer = await this.api.create<AskedView>(
        '/api/measures/progress-requests',
        request,
        this.entry.intent(),
      );
      said = `${counted(answer.mails, 'Mail geht', 'Mails gehen')} hinaus.`;
    });
    if (!done) return;
    this.toasts.say(said);
    this.done.emit();
  }

  protected async remind(): Promise<void> {
    const done = await this.act(
      () => this.api.act<AskedView>('/api/measures/progress-reminders', null, { measureIds: this.silent() }),
      ({ mails }) => `${counted(mails, 'Erinnerung geht', 'Erinnerungen gehen')} hinaus.`,
    );
    if (done) this.done.emit();
  }
}
