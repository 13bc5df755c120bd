import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { DataRequestView, InterfaceView } from '@runder-tisch/domain/data-requests';
import { SaveDataRequest } from '@runder-tisch/domain/data-requests/data-requests-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { addDays, berlinDay } from '@runder-tisch/domain/time';
import { DateField, ErrorSummary, SelectField, TextArea, TextField } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { ScreenClock } from '@runder-tisch/ui/text';
import { requestForm } from '../forms';
import { Api } from '../http/api';

const DAYS_TO_DELIVER = 21;

/** Makes a new one or changes a draft, in a panel beside the page. */
@Component({
  selector: 'rt-request-form',
  imports: [DateField, ErrorSummary, FormField, SelectField, SidePanel, TextArea, TextField],
  template: `
    <rt-side-panel
      [heading]="of() ? 'Anforderung bearbeiten' : 'Daten anfordern'"
      [dirty]="entry.dirty()"
      (closed)="closed.emit()"
    >
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-select-field
          label="Schnittstelle"
          hint="Von wem die Sozialplanung was bekommt. Fehlt eine, legen Sie sie unter Planung, Schnittstellen an."
          [choices]="choices()"
          [formField]="entry.fields.agreementId"
        />
        <rt-text-field label="Was soll geliefert werden?" [formField]="entry.fields.what" />
        <rt-text-field
          label="Zeitraum"
          hint="Zum Beispiel „1. Quartal 2025“."
          [formField]="entry.fields.period"
        />
        <rt-date-field label="Bis" [formField]="entry.fields.dueOn" />
        <rt-text-area
          label="Mailadressen"
          hint="Eine je Zeile. Jede Adresse bekommt einen eigenen Link; niemand sieht die anderen."
          [rows]="3"
          [formField]="entry.fields.recipients"
        />
        <rt-text-area
          label="Nachricht"
          hint="Steht in der Mail und auf der Seite. Darf leer bleiben."
          [rows]="4"
          [formField]="entry.fields.message"
        />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">
            {{ of() ? 'Speichern' : 'Entwurf anlegen' }}
          </button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
        @if (!of()) {
          <p class="rt-quiet rt-small">
            Noch geht keine Mail hinaus: Auf der nächsten Seite sehen Sie sie, wie sie ankommt.
          </p>
        }
      </form>
    </rt-side-panel>
  `,
})
export class RequestForm {
  readonly of = input<DataRequestView | null>(null);
  /** A new one asks by this row of the register. */
  readonly agreementId = input<string>();
  /** And for this period. */
  readonly period = input<string>();
  readonly closed = output<void>();
  readonly saved = output<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly today = berlinDay(inject(ScreenClock).now());
  protected readonly entry = requestForm(
    SaveDataRequest,
    { dueOn: addDays(this.today, DAYS_TO_DELIVER) },
    { about: () => this.of()?.id },
  );
  private readonly register = httpResource<Page<InterfaceView>>(() => '/api/interfaces');
  private readonly usable = computed(() =>
    (this.register.hasValue() ? this.register.value().items : []).filter(
      ({ active, direction }) => active && direction === 'TO_PLANNING',
    ),
  );
  protected readonly choices = computed(() =>
    this.usable().map(({ id, partner, name }) => ({ value: id, label: `${partner}: ${name}` })),
  );
  private begunWith = '';

  constructor() {
    effect(() => {
      const it = this.of();
      if (!it) return;
      const { what, period, dueOn, message, recipients } = it;
      this.begunWith = it.agreement.id;
      untracked(() =>
        this.entry.reset({ agreementId: it.agreement.id, what, period, dueOn, message, recipients }),
      );
    });
    effect(() => {
      const wanted = this.agreementId();
      if (!wanted || !this.usable().some(({ id }) => id === wanted)) return;
      untracked(() => this.entry.model.update((model) => ({ ...model, agreementId: wanted })));
    });
    // What the register knows already is not typed a second time; what somebody typed stays.
    effect(() => {
      const chosen = this.usable().find(({ id }) => id === this.entry.model().agreementId);
      if (!chosen || chosen.id === this.begunWith) return;
      const before = this.usable().find(({ id }) => id === this.begunWith);
      this.begunWith = chosen.id;
      untracked(() =>
        this.entry.model.update((model) => ({
          ...model,
          what: model.what && model.what !== before?.name ? model.what : chosen.name,
          period:
            model.period && model.period !== before?.lastPeriod
              ? model.period
              : this.period() || (chosen.lastPeriod ?? ''),
          recipients: model.recipients && model.recipients !== before?.mail ? model.recipients : chosen.mail,
        })),
      );
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const it = this.of();
    let id = it?.id ?? '';
    const done = await this.entry.submit(async (request) => {
      if (it) await this.api.change(`/api/data-requests/${it.id}`, it.version, request);
      else ({ id } = await this.api.create('/api/data-requests', request, this.entry.intent()));
    });
    if (!done) return;
    this.toasts.say(it ? 'Gespeichert.' : 'Entwurf angelegt.');
    this.saved.emit(id);
  }
}
