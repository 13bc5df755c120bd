import { Component, computed, input, output, signal } from '@angular/core';
import { mdiAlertOutline, mdiLightbulbOnOutline } from '@mdi/js';
import type { PollOptionView, PollView } from '@runder-tisch/domain/meetings';
import { formatShortPeriod } from '@runder-tisch/domain/time';
import { Icon } from '@runder-tisch/ui/icon';

/** The proposed dates with their votes, by time or the best first; the best one says why it is. */
@Component({
  selector: 'rt-poll-dates',
  imports: [Icon],
  template: `
    <div class="head">
      <h2 id="rt-poll-list">Termine zur Wahl</h2>
      <div class="rt-row" role="group" aria-label="Reihenfolge der Termine">
        <button
          type="button"
          class="rt-button rt-small"
          [attr.aria-pressed]="!bestFirst()"
          (click)="bestFirst.set(false)"
        >
          Nach Datum
        </button>
        <button
          type="button"
          class="rt-button rt-small"
          [attr.aria-pressed]="bestFirst()"
          (click)="bestFirst.set(true)"
        >
          Beste zuerst
        </button>
      </div>
    </div>
    <ul aria-labelledby="rt-poll-list">
      @for (date of sorted(); track date.id) {
        <li [class.best]="date.id === marked()">
          <div class="words">
            <p class="when">
              {{ range(date.startsAt, date.endsAt) }}
              @if (date.id === poll().chosenOptionId) {
                <span class="rt-badge rt-badge-positive">gewählt</span>
              } @else if (date.id === poll().proposal?.optionId && !poll().chosenOptionId) {
                <span class="rt-badge rt-badge-accent">Vorschlag</span>
              }
            </p>
            <p class="bar" aria-hidden="true">
              @for (part of parts(date); track part.kind) {
                <span [class]="part.kind" [style.flex-grow]="part.count"></span>
              }
            </p>
            <p class="counts rt-number">{{ counts(date) }}</p>
            @if (date.requiredNo.length) {
              <p class="must">
                <rt-icon [path]="icons.missing" />{{ date.requiredNo.join(', ') }}
                {{ date.requiredNo.length === 1 ? 'kann' : 'können' }} nicht, muss dabei sein
              </p>
            }
            @if (date.id === poll().proposal?.optionId && !poll().chosenOptionId) {
              <p class="why"><rt-icon [path]="icons.why" />{{ poll().proposal?.reason }}</p>
            }
          </div>
          @if (mayChoose()) {
            <button
              type="button"
              class="rt-button"
              [class.rt-primary]="date.id === poll().proposal?.optionId"
              [attr.aria-label]="range(date.startsAt, date.endsAt) + ' wählen'"
              (click)="choose.emit(date)"
            >
              Wählen
            </button>
          }
        </li>
      }
    </ul>
  `,
  styleUrl: './poll-dates.scss',
})
export class PollDates {
  readonly poll = input.required<PollView>();
  readonly marked = input<string | null>(null);
  readonly mayChoose = input(false);
  readonly choose = output<PollOptionView>();

  protected readonly icons = {
    why: mdiLightbulbOnOutline,
    missing: mdiAlertOutline,
  };
  protected readonly range = formatShortPeriod;
  protected readonly bestFirst = signal(false);
  readonly sorted = computed(() => {
    const { options } = this.poll();
    return this.bestFirst() ? [...options].sort((one, other) => one.rank - other.rank) : options;
  });

  protected parts(date: PollOptionView): { kind: string; count: number }[] {
    return [
      { kind: 'yes', count: date.yes },
      { kind: 'maybe', count: date.ifNeedBe },
      { kind: 'no', count: date.no },
      { kind: 'open', count: date.open },
    ].filter((it) => it.count > 0);
  }

  protected counts({ yes, ifNeedBe, no, open }: PollOptionView): string {
    return [`${yes} Ja`, `${ifNeedBe} Notfalls`, `${no} Nein`, open > 0 ? `${open} offen` : '']
      .filter(Boolean)
      .join(' · ');
  }
}
