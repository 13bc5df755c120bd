import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type CycleDefaults, proposedEnd, type TemplateListItem } from '@runder-tisch/domain/cycles';
import { BeginCycle } from '@runder-tisch/domain/cycles/cycles/cycle-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { dayParts, isDay, joinDay, berlinDay } from '@runder-tisch/domain/time';
import { DateField, ErrorSummary, SelectField, TextField } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { ScreenClock } from '@runder-tisch/ui/text';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';

/** A cycle out of the Bauplan in one action: its steps get their days from its length. */
@Component({
  selector: 'rt-begin-cycle-form',
  imports: [DateField, ErrorSummary, FormField, SelectField, SidePanel, TextField],
  template: `
    <rt-side-panel heading="Zyklus beginnen" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-select-field label="Bauplan" [choices]="versions()" [formField]="entry.fields.templateId" />
        <rt-text-field label="Name" [formField]="entry.fields.name" />
        <rt-date-field label="Beginnt am" [formField]="entry.fields.beginsOn" />
        <rt-date-field
          label="Endet am"
          [hint]="'Leer: nach der eingestellten Länge' + endHint()"
          [formField]="entry.fields.endsOn"
        />
        @if ((defaults()?.nextNumber ?? 1) > 1) {
          <p class="rt-note">
            Übernommen werden das Datenkonzept als neue Fassung, die Netzwerke, die offenen Maßnahmen und die
            offenen Schritte. Der bisherige Zyklus bleibt lesbar, wie er ist.
          </p>
        }
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">Zyklus beginnen</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class BeginCycleForm {
  readonly closed = output<void>();
  readonly begun = output<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly today = berlinDay(inject(ScreenClock).now());
  protected readonly entry = requestForm(BeginCycle);
  private readonly answer = httpResource<CycleDefaults>(() => '/api/cycles/defaults');
  private readonly templates = httpResource<Page<TemplateListItem>>(() => '/api/process-templates');
  protected readonly defaults = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  protected readonly versions = computed(() =>
    (this.templates.hasValue() ? this.templates.value().items : [])
      .filter(({ state }) => state === 'RELEASED')
      .map(({ id, number }) => ({ value: id, label: `Fassung ${number}` })),
  );
  protected readonly endHint = computed(() => {
    const [years, from] = [this.defaults()?.years, this.entry.model().beginsOn];
    if (!years || !isDay(from)) return '';
    const { year, month, dayOfMonth } = dayParts(proposedEnd(from, years));
    return ` (${years} Jahre, bis ${dayOfMonth}.${month}.${year})`;
  });

  constructor() {
    effect(() => {
      const given = this.defaults();
      if (!given) return;
      untracked(() =>
        this.entry.reset({
          templateId: given.templateId ?? '',
          name: `${given.nextNumber}. Zyklus`,
          beginsOn: given.beginsOn ?? joinDay(dayParts(this.today).year, 1, 1),
        }),
      );
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    let id = '';
    const done = await this.entry.submit(async (request) => {
      ({ id } = await this.api.create('/api/cycles', request, this.entry.intent()));
    });
    if (!done) return;
    this.toasts.say('Der Zyklus hat begonnen.');
    this.begun.emit(id);
  }
}
