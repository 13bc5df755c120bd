import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  type Invitee,
  otherDays,
  type SlotVerdict,
  slotReasons,
  slotSentence,
} from '@runder-tisch/domain/meetings';
import { berlinDay, formatShortDay } from '@runder-tisch/domain/time';
import { ScreenClock } from '@runder-tisch/ui/text';
import { type Slot, slotJudging } from './slot-judging';
import { SlotNote } from './slot-note';

const SHOWN = 3;

/** Below the fields of a date: why it is good, and where it is not, which days near it are. */
@Component({
  selector: 'rt-slot-check',
  imports: [RouterLink, SlotNote],
  template: `
    <div class="said" aria-live="polite">
      @if (chosen(); as slot) {
        <rt-slot-note [slot]="slot" />
      }
    </div>
    @if (better().length) {
      <div class="better">
        <p id="rt-better-days">Besser wäre:</p>
        <ul aria-labelledby="rt-better-days">
          @for (it of better(); track it.day) {
            <li>
              <button type="button" class="rt-button rt-small" (click)="picked.emit(it.day)">
                {{ it.name }}
              </button>
              <span class="rt-quiet rt-small">{{ it.why }}</span>
            </li>
          }
        </ul>
      </div>
    }
    @if (slot().day) {
      <p class="rt-small">
        <a routerLink="/termine/jahr" [queryParams]="{ ansicht: 'monat', tag: slot().day }" target="_blank"
          >Im Kalender ansehen</a
        >
      </p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
    }
    .better ul {
      display: grid;
      gap: 6px;
      margin-top: 4px;
      padding: 0;
      list-style: none;
    }
    .better li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 10px;
    }
  `,
})
export class SlotCheck {
  readonly slot = input.required<Slot>();
  readonly meetingId = input<string | null | undefined>(null);
  readonly networkId = input<string | null | undefined>(null);
  readonly committeeId = input<string | null | undefined>(null);
  readonly invitees = input<readonly Invitee[]>([]);
  /** Another day that was pressed. */
  readonly picked = output<string>();

  private readonly clock = inject(ScreenClock);
  private readonly others = computed(() =>
    otherDays(this.slot().day, berlinDay(this.clock.now())).map((day) => ({ ...this.slot(), day })),
  );
  private readonly judging = slotJudging(() =>
    this.slot().day
      ? {
          slots: [this.slot(), ...this.others()],
          meetingId: this.meetingId(),
          networkId: this.networkId(),
          committeeId: this.committeeId(),
          invitees: this.invitees(),
        }
      : null,
  );
  protected readonly chosen = computed(() => this.judging.of(this.slot()));
  /** Only where the chosen day is a bad one: else nobody looks for another. */
  protected readonly better = computed(() => {
    const chosen = this.chosen();
    if (!chosen || slotReasons(chosen).verdict !== 'POOR') return [];
    const known = this.others().flatMap((it) => {
      const found = this.judging.of(it);
      return found ? [{ day: it.day, reasons: slotReasons(found) }] : [];
    });
    const of = (verdict: SlotVerdict) => known.filter((it) => it.reasons.verdict === verdict);
    return [...of('GOOD'), ...of('FAIR')]
      .slice(0, SHOWN)
      .map(({ day, reasons }) => ({ day, name: formatShortDay(day), why: slotSentence(reasons) }));
  });
}
