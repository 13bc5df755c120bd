import { httpResource } from '@angular/common/http';
import { Component, computed, debounced, input, linkedSignal } from '@angular/core';
import { mdiEmailOutline } from '@mdi/js';
import type { PollMailView } from '@runder-tisch/domain/meetings';
import type { SavePoll } from '@runder-tisch/domain/meetings/polls/polls-requests';
import { isDay } from '@runder-tisch/domain/time';
import { DocumentView } from '@runder-tisch/ui/document/document-view';
import { Icon } from '@runder-tisch/ui/icon';
import { asProblemError } from '../../http/problem-error';

const CLOCK = /^\d{2}:\d{2}$/;

/** The mail of the poll as the first of those asked will read it, a moment after one stopped typing. */
@Component({
  selector: 'rt-poll-preview',
  imports: [DocumentView, Icon],
  template: `
    <div class="frame">
      <header>
        <h2><rt-icon [path]="icon" />So kommt die Mail an</h2>
      </header>
      @if (hindrance(); as words) {
        <p class="rt-note rt-note-warning">{{ words }}</p>
      }
      @if (mail(); as it) {
        <dl class="envelope">
          <dt>Von</dt>
          <dd>{{ it.from }}</dd>
          <dt>An</dt>
          <dd>{{ it.to }}</dd>
          <dt>Betreff</dt>
          <dd>
            <strong>{{ it.subject }}</strong>
          </dd>
        </dl>
        <div class="letter rt-paper">
          <p class="title">{{ it.content.title }}</p>
          <rt-document [blocks]="it.content.blocks" />
        </div>
      } @else if (!hindrance()) {
        <p class="rt-quiet wait">Sobald ein Tag da ist, sehen Sie hier die Mail.</p>
      }
    </div>
  `,
  styleUrl: '../compose/mail-preview.scss',
})
export class PollPreview {
  readonly meetingId = input.required<string>();
  readonly poll = input.required<SavePoll>();

  protected readonly icon = mdiEmailOutline;
  /** What is only half typed is left out, so that the mail shows what is there. */
  private readonly request = computed(() => {
    const { options, ...poll } = this.poll();
    const whole = options.filter(
      ({ day, startTime, endTime }) => isDay(day) && CLOCK.test(startTime) && CLOCK.test(endTime),
    );
    return whole.length > 0 && poll.untilDay ? JSON.stringify({ ...poll, options: whole, send: false }) : '';
  });
  private readonly settled = debounced(() => this.request(), 400);
  private readonly answer = httpResource<PollMailView>(() => {
    const body = this.settled.hasValue() ? this.settled.value() : '';
    if (!body) return undefined;
    return {
      url: `/api/meetings/${this.meetingId()}/poll/preview`,
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/json' },
    };
  });
  /** The last readable state stays while somebody is in the middle of a word. */
  protected readonly mail = linkedSignal<PollMailView | null, PollMailView | null>({
    source: () => (this.answer.hasValue() ? this.answer.value() : null),
    computation: (now, previous) => now ?? previous?.value ?? null,
  });
  protected readonly hindrance = computed(() => {
    const failed = this.answer.error();
    if (!failed) return null;
    const refusal = asProblemError(failed);
    return refusal.errors[0]?.detail ?? refusal.says;
  });
}
