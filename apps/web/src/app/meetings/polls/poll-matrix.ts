import { Component, input, output } from '@angular/core';
import { mdiCheck, mdiClose, mdiHelp, mdiPencilOutline, mdiStar } from '@mdi/js';
import {
  answerChannelLabels,
  type PollAnswer,
  pollAnswerLabels,
  type PollOptionView,
  type PollView,
  type PollVoterView,
} from '@runder-tisch/domain/meetings';
import { unbroken } from '@runder-tisch/domain/text';
import { formatShortDate, formatTimeRange } from '@runder-tisch/domain/time';
import { Icon } from '@runder-tisch/ui/icon';
import { BerlinDatePipe } from '@runder-tisch/ui/text';

/** Who can when: people as rows, dates as columns, each cell a sign with its word. */
@Component({
  selector: 'rt-poll-matrix',
  imports: [BerlinDatePipe, Icon],
  template: `
    <div class="scroll" tabindex="0" role="region" aria-label="Wer kann wann">
      <table>
        <thead>
          <tr>
            <th scope="col" class="who">Person</th>
            @for (date of dates(); track date.id) {
              <th scope="col" [class.best]="date.id === marked()">
                <span class="day">{{ date.startsAt | berlinDate: 'day' }}</span>
                <span class="rt-quiet rt-number">{{ hours(date.startsAt, date.endsAt) }}</span>
              </th>
            }
          </tr>
        </thead>
        <tbody>
          @for (voter of poll().voters; track voter.id) {
            <tr>
              <th scope="row" class="who">
                <span class="line">
                  <span class="name">
                    {{ voter.name }}
                    @if (voter.required) {
                      <span class="must" title="muss dabei sein"
                        ><rt-icon [path]="icons.must" /><span class="rt-unseen">muss dabei sein</span></span
                      >
                    }
                  </span>
                  @if (mayEnter()) {
                    <button
                      type="button"
                      class="rt-button rt-plain rt-square rt-small"
                      title="Antwort eintragen"
                      [attr.aria-label]="'Antwort von ' + voter.name + ' eintragen'"
                      (click)="enter.emit(voter)"
                    >
                      <rt-icon [path]="icons.enter" />
                    </button>
                  }
                </span>
                @if (note(voter); as words) {
                  <span class="note">{{ words }}</span>
                }
                @if (voter.comment) {
                  <span class="note rt-lines">„{{ voter.comment }}“</span>
                }
              </th>
              @for (date of dates(); track date.id) {
                <td [class]="answerOf(voter, date.id) ?? 'OPEN'" [class.best]="date.id === marked()">
                  @if (answerOf(voter, date.id); as answer) {
                    <span class="sign"><rt-icon [path]="signs[answer]" /></span>
                    <span class="word">{{ labels[answer] }}</span>
                  } @else {
                    <span class="word rt-quiet">offen</span>
                  }
                </td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styleUrl: './poll-matrix.scss',
})
export class PollMatrix {
  readonly poll = input.required<PollView>();
  /** In the order the page shows them. */
  readonly dates = input.required<readonly PollOptionView[]>();
  /** The chosen or proposed date. */
  readonly marked = input<string | null>(null);
  readonly mayEnter = input(false);
  readonly enter = output<PollVoterView>();

  protected readonly hours = (start: string, end: string): string => unbroken(formatTimeRange(start, end));
  protected readonly icons = { must: mdiStar, enter: mdiPencilOutline };
  protected readonly signs: Record<PollAnswer, string> = { YES: mdiCheck, IF_NEED_BE: mdiHelp, NO: mdiClose };
  protected readonly labels = pollAnswerLabels;

  protected answerOf(voter: PollVoterView, optionId: string): PollAnswer | null {
    return voter.answers.find((it) => it.optionId === optionId)?.answer ?? null;
  }

  /** How the answer came, or what keeps it away. */
  protected note(voter: PollVoterView): string {
    if (voter.mailState?.state === 'REFUSED') return `Mail kam nicht an: ${voter.mailState.reason ?? ''}`;
    if (voter.channel && voter.answeredAt)
      return `${answerChannelLabels[voter.channel]}, ${formatShortDate(voter.answeredAt)}`;
    if (voter.remindedAt) return `erinnert am ${formatShortDate(voter.remindedAt)}`;
    return voter.onBehalfOf && voter.onBehalfOf.name !== voter.name ? voter.onBehalfOf.name : '';
  }
}
