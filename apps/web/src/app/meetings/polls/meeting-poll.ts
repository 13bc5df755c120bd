import { Component, computed, effect, inject, input, signal, untracked, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiCalendarQuestionOutline } from '@mdi/js';
import {
  type PollOptionView,
  type PollPageView,
  pollStateLabels,
  type PollView,
  type PollVoterView,
  type SentView,
} from '@runder-tisch/domain/meetings';
import { formatShortDate, formatShortDateTime } from '@runder-tisch/domain/time';
import { EmptyState, ProgressLine, RecallNote } from '@runder-tisch/ui/layout';
import { Confirm, Toasts } from '@runder-tisch/ui/overlay';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { keptObject } from '../../object-page/kept-object';
import { MailWords } from '../../session/mail-words';
import { type LostMail, LostMails } from '../lost-mails';
import { CurrentMeeting } from '../meeting-page/current-meeting';
import { ChooseDate } from './choose-date';
import { PollDates } from './poll-dates';
import { PollForm } from './poll-form';
import { PollMatrix } from './poll-matrix';
import { VoteEntry } from './vote-entry';

const tones: Record<PollView['state'], string> = {
  DRAFT: '',
  OPEN: 'rt-badge-accent',
  CLOSED: 'rt-badge-warning',
  CHOSEN: 'rt-badge-positive',
  CANCELLED: 'rt-badge-negative',
};

/** The Terminumfrage of a meeting: ask, watch the answers come in, choose, and the date is the meeting's. */
@Component({
  selector: 'rt-meeting-poll',
  imports: [
    ChooseDate,
    EmptyState,
    LostMails,
    PollDates,
    PollForm,
    PollMatrix,
    ProgressLine,
    RecallNote,
    RouterLink,
    VoteEntry,
  ],
  templateUrl: './meeting-poll.html',
  styleUrl: './meeting-poll.scss',
})
export class MeetingPoll {
  /** Times to begin with, from the composing page. */
  readonly von = input<string>();
  readonly bis = input<string>();
  readonly tag = input<string>();

  private readonly form = viewChild(PollForm);

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  protected readonly mails = inject(MailWords);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly act = acting(() => this.again());
  protected readonly current = inject(CurrentMeeting);
  protected readonly icon = mdiCalendarQuestionOutline;
  protected readonly stateLabels = pollStateLabels;
  protected readonly tones = tones;
  protected readonly editing = signal(false);
  protected readonly entering = signal<PollVoterView | null>(null);
  protected readonly choosing = signal<PollOptionView | null>(null);

  private readonly id = computed(() => this.current.staff()?.id);
  protected readonly kept = keptObject<PollPageView>(() =>
    this.id() ? `/api/meetings/${this.id()}/poll` : undefined,
  );
  protected readonly poll = computed(() => this.kept.view()?.poll ?? null);
  protected readonly undated = computed(() => {
    const state = this.current.staff()?.state;
    return state === 'DRAFT' || state === 'POSTPONED';
  });
  /** The sheet itself: for the first poll, a draft, a new one after the last, or while one is changed. */
  protected readonly writing = computed(() => {
    if (!this.current.staff()?.mayChange) return false;
    const state = this.poll()?.state;
    return this.editing() || ((!state || state === 'DRAFT') && this.undated());
  });
  protected readonly marked = computed(
    () => this.poll()?.chosenOptionId ?? this.poll()?.proposal?.optionId ?? null,
  );
  protected readonly stands = computed(() => {
    const poll = this.poll();
    if (!poll) return '';
    const votes = poll.voters.length - poll.silent;
    const voted = `${votes} von ${poll.voters.length} ${votes === 1 ? 'hat' : 'haben'} abgestimmt`;
    switch (poll.state) {
      case 'OPEN':
        return `bis ${formatShortDateTime(poll.closesAt)} · ${voted}`;
      case 'CLOSED':
        return `${voted}. Bitte wählen Sie den Termin.`;
      case 'CANCELLED':
        return poll.cancelledReason;
      default:
        return voted;
    }
  });
  /** Those who can be asked once more: the poll runs and their last mail came to nothing. */
  protected readonly lost = computed((): readonly LostMail[] =>
    this.may('remind')
      ? (this.poll()?.voters ?? []).flatMap(({ id, name, mail, mailState, askedAt }) =>
          askedAt !== null && mailState?.state === 'REFUSED'
            ? [{ id, name, mail, reason: mailState.reason }]
            : [],
        )
      : [],
  );
  protected readonly reminder = computed(() => {
    const poll = this.poll();
    if (poll?.state !== 'OPEN') return '';
    if (poll.remindedAt)
      return `Die Stillen wurden am ${formatShortDate(poll.remindedAt)} von selbst erinnert.`;
    return poll.remindAt && poll.silent > 0
      ? `Wer dann noch still ist, wird am ${formatShortDateTime(poll.remindAt)} von selbst erinnert.`
      : '';
  });

  constructor() {
    effect(() => {
      // The page of the meeting asks again now and then; nothing moves under somebody who is typing.
      const read = this.current.view();
      if (read && !untracked(() => this.writing() || this.entering() || this.choosing())) this.kept.reload();
    });
  }

  /** For the router: leaving with unsaved dates is asked about. */
  async mayLeave(): Promise<boolean> {
    if (!this.form()?.unsaved()) return true;
    const answer = await this.confirm.ask({
      heading: 'Eingaben verwerfen?',
      text: 'Die Terminumfrage ist noch nicht gespeichert.',
      action: 'Verwerfen',
      cancel: 'Hier bleiben',
      danger: true,
    });
    return answer !== null;
  }

  protected may(move: PollView['moves'][number]): boolean {
    return this.poll()?.moves.includes(move) ?? false;
  }

  protected saved(sent: SentView | null): void {
    const changed = this.editing();
    this.editing.set(false);
    if (sent === null) this.toasts.say('Als Entwurf gespeichert. Gefragt ist noch niemand.');
    else if (sent.recipients === 0) this.toasts.say('Gespeichert. Dafür ging keine Mail hinaus.');
    else if (changed) this.toasts.say(`Gespeichert. ${this.mails.reach(sent.recipients, 'eine Mail')}`);
    this.again();
  }

  protected entered(): void {
    this.entering.set(null);
    this.again();
  }

  protected async chosen(sent: SentView | null): Promise<void> {
    this.choosing.set(null);
    this.toasts.say(
      sent
        ? `Der Termin steht. ${this.mails.reach(sent.recipients, 'die Einladung')}`
        : 'Der Termin steht. Eingeladen ist noch niemand.',
    );
    this.current.reload();
    await this.router.navigate(['/termine', this.id()]);
  }

  protected askAgain(poll: PollView, voters: readonly LostMail[]): Promise<boolean> {
    return this.act(async () => {
      const { recipients } = await this.api.act<SentView>(`/api/polls/${poll.id}/again`, null, {
        ids: voters.map((it) => it.id),
      });
      this.toasts.say(this.mails.leaveSoon('Die Umfrage', recipients), () => this.recall(poll));
    });
  }

  protected remind(poll: PollView): Promise<boolean> {
    return this.act(async () => {
      const { recipients } = await this.api.act<SentView>(`/api/polls/${poll.id}/remind`);
      this.toasts.say(this.mails.leaveSoon('Die Erinnerung', recipients), () => this.recall(poll));
    });
  }

  protected async recall(poll: PollView): Promise<void> {
    await this.act(
      () => this.api.act(`/api/polls/${poll.id}/recall`),
      'Zurückgeholt. Es ist keine Mail hinausgegangen.',
    );
  }

  protected async close(poll: PollView): Promise<void> {
    const answer = await this.confirm.ask({
      heading: 'Umfrage jetzt beenden?',
      text: 'Niemand kann danach noch selbst abstimmen. Sie können sie wieder öffnen; eine Mail geht nicht hinaus.',
      action: 'Beenden',
    });
    if (answer) await this.act(() => this.api.act(`/api/polls/${poll.id}/close`));
  }

  protected async cancel(poll: PollView): Promise<void> {
    const asked = poll.voters.filter((it) => it.askedAt !== null).length;
    const answer = await this.confirm.ask({
      heading: 'Terminumfrage absagen?',
      text: `${this.mails.reach(asked, 'eine Absage')} Niemand muss dann noch antworten. Das lässt sich nicht zurücknehmen.`,
      action: 'Umfrage absagen',
      cancel: 'Abbrechen',
      danger: true,
      reason: { label: 'Grund, steht in der Mail', required: false },
    });
    if (!answer) return;
    await this.act(
      () => this.api.act<SentView>(`/api/polls/${poll.id}/cancel`, null, { reason: answer.reason }),
      ({ recipients }) =>
        recipients ? `Abgesagt. ${this.mails.reach(recipients, 'Bescheid')}` : 'Abgesagt.',
    );
  }

  protected async remove(poll: PollView): Promise<void> {
    const answer = await this.confirm.ask({
      heading: 'Entwurf der Umfrage löschen?',
      action: 'Löschen',
      danger: true,
    });
    if (answer) await this.act(() => this.api.remove(`/api/polls/${poll.id}`));
  }

  protected again(): void {
    this.kept.reload();
    this.current.reload();
  }
}
