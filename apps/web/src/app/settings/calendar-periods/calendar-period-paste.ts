import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import {
  type CalendarPeriodKind,
  calendarPeriodKinds,
  calendarPeriodLabels,
  calendarPeriodLimits,
  readPeriodLines,
} from '@runder-tisch/domain/settings';
import { counted } from '@runder-tisch/domain/text';
import { formatShortDate } from '@runder-tisch/domain/time';
import { RadioField, TextArea } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { actingInPlace } from '../../http/acting';
import { Api, newIntent } from '../../http/api';

/** A whole year's list, as it was copied from a page or a letter; what was understood is seen before it is kept. */
@Component({
  selector: 'rt-calendar-period-paste',
  imports: [RadioField, SidePanel, TextArea],
  template: `
    <rt-side-panel heading="Liste einfügen" [dirty]="text().trim() !== ''" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-radio-field label="Was" [choices]="kinds" [(value)]="chosen" />
        <rt-text-area
          label="Eine Zeile je Zeitraum"
          hint="Name, erster und letzter Tag, in beliebiger Reihenfolge."
          placeholder="Winterferien 31.01.2026 – 06.02.2026"
          [rows]="8"
          [(value)]="text"
        />
        @if (lines().length) {
          <div>
            <h3 class="rt-label">Verstanden wurde</h3>
            <ul>
              @for (line of lines(); track $index) {
                @if (line.ok) {
                  <li>
                    {{ line.name }}:
                    <span class="rt-number">{{ date(line.fromDay) }} – {{ date(line.toDay) }}</span>
                  </li>
                } @else {
                  <li class="wrong">„{{ line.line }}“: {{ line.says }}</li>
                }
              }
            </ul>
          </div>
        }
        @if (act.refusal(); as words) {
          <p class="rt-note rt-note-negative" role="alert">{{ words }}</p>
        }
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="act.busy() || good().length === 0">
            {{ label() }}
          </button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
  styles: `
    ul {
      padding-left: 20px;
      margin-top: 4px;
    }
    .wrong {
      color: var(--rt-negative);
    }
  `,
})
export class CalendarPeriodPaste {
  readonly kind = input.required<CalendarPeriodKind>();
  readonly closed = output<void>();
  readonly saved = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly act = actingInPlace();
  private readonly intent = newIntent();
  protected readonly chosen = linkedSignal<string>(() => this.kind());
  protected readonly text = signal('');
  protected readonly date = formatShortDate;
  protected readonly kinds = calendarPeriodKinds.map((value) => ({
    value,
    label: calendarPeriodLabels[value],
  }));
  protected readonly lines = computed(() =>
    readPeriodLines(this.text().slice(0, calendarPeriodLimits.pasted)).slice(0, calendarPeriodLimits.atOnce),
  );
  protected readonly good = computed(() => this.lines().flatMap((line) => (line.ok ? [line] : [])));
  protected readonly label = computed(() => {
    const count = this.good().length;
    return count === 0 ? 'Eintragen' : `${counted(count, 'Zeitraum', 'Zeiträume')} eintragen`;
  });

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const periods = this.good().map(({ name, fromDay, toDay }) => ({
      ...{ kind: this.chosen(), name, fromDay, toDay },
    }));
    const done = await this.act(() => this.api.create('/api/calendar-periods', { periods }, this.intent));
    if (!done) return;
    this.toasts.say(`${counted(periods.length, 'Zeitraum', 'Zeiträume')} eingetragen.`);
    this.saved.emit();
    this.closed.emit();
  }
}
