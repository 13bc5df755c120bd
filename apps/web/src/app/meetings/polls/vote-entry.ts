import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import {
  answerChannelLabels,
  type EnteredChannel,
  enteredChannels,
  type PollAnswer,
  pollAnswerLabels,
  pollAnswers,
  type PollView,
  type PollVoterView,
} from '@runder-tisch/domain/meetings';
import type { EnterPollVotes } from '@runder-tisch/domain/meetings/polls/polls-requests';
import { formatShortPeriod } from '@runder-tisch/domain/time';
import { SidePanel } from '@runder-tisch/ui/overlay';
import { actingInPlace } from '../../http/acting';
import { Api } from '../../http/api';

/** "Frau B. hat angerufen": a press per date, or one for all of them; how it came saves it. */
@Component({
  selector: 'rt-vote-entry',
  imports: [SidePanel],
  template: `
    <rt-side-panel [heading]="'Antwort von ' + voter().name" [dirty]="dirty()" (closed)="closed.emit()">
      <div class="rt-stack">
        <div class="rt-row">
          @for (answer of answers; track answer) {
            <button type="button" class="rt-button rt-small" (click)="all(answer)">
              Alle {{ labels[answer] }}
            </button>
          }
        </div>
        <ul class="dates">
          @for (date of poll().options; track date.id) {
            <li>
              <span [id]="'rt-vote-' + date.id">{{ range(date.startsAt, date.endsAt) }}</span>
              <span class="choices" role="group" [attr.aria-labelledby]="'rt-vote-' + date.id">
                @for (answer of answers; track answer) {
                  <button
                    type="button"
                    [class]="'rt-button rt-small ' + answer"
                    [attr.aria-pressed]="given()[date.id] === answer"
                    (click)="give(date.id, answer)"
                  >
                    {{ labels[answer] }}
                  </button>
                }
              </span>
            </li>
          }
        </ul>
        <div>
          <p class="rt-label">Wie kam die Antwort?</p>
          <div class="rt-row">
            @for (channel of channels; track channel) {
              <button
                type="button"
                class="rt-button"
                [class.rt-primary]="channel === 'PHONE'"
                [disabled]="busy() || !some()"
                (click)="enter(channel)"
              >
                {{ channelLabels[channel] }}
              </button>
            }
          </div>
          <p class="rt-quiet hint">Was offen bleibt, fragt die nächste Erinnerung.</p>
        </div>
        @if (refusal(); as words) {
          <p class="rt-note rt-note-negative" role="alert">{{ words }}</p>
        }
        @if (voter().answers.length) {
          <button
            type="button"
            class="rt-button rt-plain rt-small clear"
            [disabled]="busy()"
            (click)="clear()"
          >
            Antwort löschen
          </button>
        }
      </div>
    </rt-side-panel>
  `,
  styles: `
    .dates {
      display: grid;
      gap: 14px;
      padding: 0;
      list-style: none;
    }
    .dates li {
      display: grid;
      gap: 6px;
    }
    .choices {
      display: grid;
      grid-template-columns: repeat(3, minmax(0, 1fr));
      gap: 6px;
      max-width: 360px;
    }
    .choices [aria-pressed='true'] {
      border-color: var(--tone);
      background: var(--soft);
      color: var(--rt-text);
      box-shadow: inset 0 0 0 1px var(--tone);
    }
    .YES {
      --tone: var(--rt-positive);
      --soft: var(--rt-positive-soft);
    }
    .IF_NEED_BE {
      --tone: var(--rt-warning);
      --soft: var(--rt-warning-soft);
    }
    .NO {
      --tone: var(--rt-negative);
      --soft: var(--rt-negative-soft);
    }
    .hint {
      margin-top: 8px;
    }
    .clear {
      justify-self: start;
    }
  `,
})
export class VoteEntry {
  readonly poll = input.required<PollView>();
  readonly voter = input.required<PollVoterView>();
  readonly closed = output<void>();
  readonly entered = output<void>();

  private readonly api = inject(Api);
  protected readonly answers = pollAnswers;
  protected readonly labels = pollAnswerLabels;
  protected readonly channels = enteredChannels;
  protected readonly channelLabels = answerChannelLabels;
  protected readonly range = formatShortPeriod;
  private readonly act = actingInPlace();
  protected readonly busy = this.act.busy;
  protected readonly dirty = signal(false);
  protected readonly refusal = this.act.refusal;
  protected readonly given = linkedSignal<Record<string, PollAnswer>>(() =>
    Object.fromEntries(this.voter().answers.map((it) => [it.optionId, it.answer])),
  );
  protected readonly some = computed(() => Object.keys(this.given()).length > 0);

  protected give(optionId: string, answer: PollAnswer): void {
    this.given.update((given) => ({ ...given, [optionId]: answer }));
    this.dirty.set(true);
  }

  protected all(answer: PollAnswer): void {
    this.given.set(Object.fromEntries(this.poll().options.map((it) => [it.id, answer])));
    this.dirty.set(true);
  }

  protected enter(channel: EnteredChannel): Promise<void> {
    const { id, name, comment } = this.voter();
    const votes = Object.entries(this.given()).map(([optionId, answer]) => ({ optionId, answer }));
    const request: EnterPollVotes = { votes, channel, comment };
    return this.send(
      () => this.api.act(`/api/poll-voters/${id}/votes`, null, request),
      `Eingetragen: Antwort von ${name} (${answerChannelLabels[channel]}).`,
    );
  }

  protected clear(): Promise<void> {
    const { id, name } = this.voter();
    return this.send(
      () => this.api.act(`/api/poll-voters/${id}/clear-votes`),
      `Die Antwort von ${name} ist gelöscht.`,
    );
  }

  private async send(work: () => Promise<void>, said: string): Promise<void> {
    if (await this.act(work, said)) this.entered.emit();
  }
}
