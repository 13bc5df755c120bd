import { Component, inject, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { scopeLabels, scopes, type ScopeView } from '@runder-tisch/domain/indicators';
import { DecideScope } from '@runder-tisch/domain/indicators/indicators-requests';
import { counted } from '@runder-tisch/domain/text';
import { DateField, ErrorSummary, RadioField, TextArea, TextField } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { keptObject } from '../../object-page/kept-object';

/** Whether the Sozialplanung covers everything or social infrastructure, with who decided it and when. */
@Component({
  selector: 'rt-scope-card',
  imports: [BerlinDatePipe, DateField, ErrorSummary, FormField, RadioField, SidePanel, TextArea, TextField],
  template: `
    @if (answer.view(); as view) {
      <section class="rt-card" aria-labelledby="umfang">
        <h2 id="umfang">Umfang der Sozialplanung</h2>
        <p>{{ labels[view.scope] }}</p>
        @if (view.scope === 'B') {
          <p class="rt-quiet">
            {{ counted(view.notInfrastructure, 'Indikator ist', 'Indikatoren sind') }} dadurch freiwillig.
            Alle Werte bleiben erhalten.
          </p>
        }
        @for (it of view.decisions; track it.createdAt) {
          <p class="rt-quiet">
            @if (it.decidedOn; as day) {
              {{ day | berlinDate: 'short' }}, {{ it.body }}: {{ labels[it.scope] }}.
            } @else {
              {{ labels[it.scope] }}.
            }
            {{ it.reason }} Eingetragen von {{ it.changedBy }}.
          </p>
        }
        @if (view.mayChange) {
          <button type="button" class="rt-button rt-small rt-unprinted" (click)="begin(view)">
            Entscheidung eintragen
          </button>
        }
      </section>
      @if (deciding()) {
        <rt-side-panel
          heading="Umfang der Sozialplanung"
          [dirty]="entry.dirty()"
          (closed)="deciding.set(false)"
        >
          <form class="rt-form" novalidate (submit)="save($event)">
            <rt-error-summary [entry]="entry" />
            <rt-radio-field label="Umfang" column [choices]="choices" [formField]="entry.fields.scope" />
            <rt-date-field label="Beschlossen am" [formField]="entry.fields.decidedOn" />
            <rt-text-field
              label="Beschlossen von"
              hint="Zum Beispiel Kreistag."
              [formField]="entry.fields.body"
            />
            <rt-text-area label="Begründung" [rows]="3" [formField]="entry.fields.reason" />
            <div class="rt-form-actions">
              <button class="rt-button rt-primary" [disabled]="entry.busy()">Eintragen</button>
              <button type="button" class="rt-button" (click)="deciding.set(false)">Abbrechen</button>
            </div>
          </form>
        </rt-side-panel>
      }
    }
  `,
  styles: `
    p + p,
    button {
      margin-top: 10px;
    }
  `,
})
export class ScopeCard {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly labels = scopeLabels;
  protected readonly counted = counted;
  protected readonly answer = keptObject<ScopeView>(() => '/api/data-concepts/scope');
  protected readonly deciding = signal(false);
  protected readonly entry = requestForm(DecideScope);
  protected readonly choices = scopes.map((value) => ({
    value,
    label: scopeLabels[value],
    hint: value === 'B' ? 'Andere Indikatoren werden freiwillig; nichts geht verloren.' : '',
  }));

  protected begin({ scope }: ScopeView): void {
    this.entry.reset({ scope });
    this.deciding.set(true);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const done = await this.entry.submit((request) =>
      this.api.create('/api/data-concepts/scope', request, this.entry.intent()),
    );
    if (!done) return;
    this.toasts.say('Eingetragen.');
    this.deciding.set(false);
    this.answer.reload();
  }
}
