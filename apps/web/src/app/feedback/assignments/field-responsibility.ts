import { httpResource } from '@angular/common/http';
import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormField } from '@angular/forms/signals';
import { ActivatedRoute } from '@angular/router';
import { ASSIGNED_DAYS, type ResponsibilityView } from '@runder-tisch/domain/feedback';
import { SaveResponsibility } from '@runder-tisch/domain/feedback/assignments/assignment-requests';
import { counted } from '@runder-tisch/domain/text';
import { ErrorSummary, NumberField, SelectField } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { acting } from '../../http/acting';
import { problemOf } from '../../http/problem-error';
import { inView } from '../../object-page/in-view';

/** Who answers for the Hinweise of a Handlungsfeld, and within how many days. */
@Component({
  selector: 'rt-field-responsibility',
  imports: [ErrorSummary, FormField, NumberField, SelectField, SidePanel],
  template: `
    <section class="rt-card">
      <div class="rt-card-head">
        <h2>Zuständig für Hinweise</h2>
        @if (view()) {
          <button type="button" class="rt-button" (click)="edit()">
            {{ view()?.responsible ? 'Ändern' : 'Festlegen' }}
          </button>
        }
      </div>
      @if (problem(); as refusal) {
        <p class="rt-note rt-note-negative" role="alert">{{ refusal.says }}</p>
      }
      @if (view(); as it) {
        @if (it.responsible; as person) {
          <p>
            <strong>{{ person.name }}</strong>, innerhalb von {{ days(person.days) }}. Neue Hinweise dieses
            Handlungsfelds sind damit zugewiesen.
          </p>
          @if (it.lapsed) {
            <p class="rt-note rt-note-warning">
              {{ person.name }} darf keine Hinweise mehr bearbeiten. Bis Sie jemand anderen festlegen, bleiben
              neue Hinweise ohne Zuweisung.
            </p>
          }
          <button
            type="button"
            class="rt-button rt-plain rt-small rt-unprinted"
            [disabled]="act.busy()"
            (click)="remove(person)"
          >
            Niemand ist zuständig
          </button>
        } @else {
          <p class="rt-quiet">Niemand. Hinweise bleiben ohne Zuweisung, bis jemand sie zuweist.</p>
        }
      }
    </section>
    @if (editing()) {
      <rt-side-panel heading="Zuständig für Hinweise" [dirty]="entry.dirty()" (closed)="editing.set(false)">
        <form class="rt-form" novalidate (submit)="save($event)">
          <rt-error-summary [entry]="entry" />
          <p class="rt-note">
            Gilt für Hinweise, die dieses Handlungsfeld als erstes bekommen und noch niemandem zugewiesen
            sind. Was schon zugewiesen ist, bleibt.
          </p>
          <rt-select-field
            label="Person"
            hint="Koordinierende bekommen nur Hinweise, die sie bearbeiten dürfen; die übrigen bleiben ohne Zuweisung."
            [choices]="choices()"
            [formField]="entry.fields.accountId"
          />
          <rt-number-field
            label="Zu beantworten innerhalb von"
            unit="Tagen"
            [formField]="entry.fields.days"
          />
          <div class="rt-form-actions">
            <button class="rt-button rt-primary" [disabled]="entry.busy()">Speichern</button>
            <button type="button" class="rt-button" (click)="editing.set(false)">Abbrechen</button>
          </div>
        </form>
      </rt-side-panel>
    }
  `,
})
export class FieldResponsibility {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly params = toSignal(inject(ActivatedRoute).paramMap, { requireSync: true });
  private readonly fieldId = computed(() => this.params().get('id') ?? '');
  private readonly seen = inView();
  private readonly answer = httpResource<ResponsibilityView>(() =>
    this.seen() ? `/api/feedback-responsibilities/${this.fieldId()}` : undefined,
  );
  protected readonly problem = problemOf(this.answer);
  protected readonly view = linkedSignal(() => (this.answer.hasValue() ? this.answer.value() : null));
  protected readonly act = acting(() => this.answer.reload());
  protected readonly editing = signal(false);
  protected readonly entry = requestForm(SaveResponsibility, {}, { about: () => this.fieldId() });
  protected readonly choices = computed(() =>
    (this.view()?.people ?? []).map(({ id, name }) => ({ value: id, label: name })),
  );

  protected days(count: number): string {
    return counted(count, 'Tag', 'Tagen');
  }

  protected edit(): void {
    const it = this.view();
    const now = it?.lapsed ? null : it?.responsible;
    this.entry.reset({ accountId: now?.id ?? '', days: it?.responsible?.days ?? ASSIGNED_DAYS });
    this.editing.set(true);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const done = await this.entry.submit(async (request) =>
      this.view.set(
        await this.api.put<ResponsibilityView>(`/api/feedback-responsibilities/${this.fieldId()}`, request),
      ),
    );
    if (!done) return;
    this.editing.set(false);
    this.toasts.say('Gespeichert.');
  }

  protected async remove({ id, days }: { id: string; days: number }): Promise<void> {
    const fieldId = this.fieldId();
    const request = { accountId: id, days };
    const done = await this.act(() => this.api.remove(`/api/feedback-responsibilities/${fieldId}`));
    if (!done) return;
    this.toasts.say('Niemand ist mehr zuständig.', async () => {
      await this.act(
        () => this.api.put(`/api/feedback-responsibilities/${fieldId}`, request),
        'Zurückgenommen.',
      );
    });
  }
}
