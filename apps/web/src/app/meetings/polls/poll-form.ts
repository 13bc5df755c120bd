import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import {
  mdiAlertCircle,
  mdiCalendarPlusOutline,
  mdiClockPlusOutline,
  mdiClose,
  mdiEmailOutline,
} from '@mdi/js';
import {
  type Invitee,
  pollLimits,
  type PollSavedView,
  type PollView,
  type SentView,
  type StaffMeetingView,
  type SlotView,
  usualPollEnd,
} from '@runder-tisch/domain/meetings';
import { SavePoll, SavePollOption } from '@runder-tisch/domain/meetings/polls/polls-requests';
import { berlinDay, isDay } from '@runder-tisch/domain/time';
import { DateField, ErrorSummary, RadioField, TextArea, TimeField } from '@runder-tisch/ui/form';
import { Icon } from '@runder-tisch/ui/icon';
import { ScreenClock } from '@runder-tisch/ui/text';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { MailWords } from '../../session/mail-words';
import { asListed } from '../compose/as-invitee';
import { InviteeEditor } from '../compose/invitee-editor';
import { mailsOfChange } from './mails-of-change';
import { slotJudging } from '../year/slot-judging';
import { SlotNote } from '../year/slot-note';
import { PollPreview } from './poll-preview';

/** A Terminumfrage from empty lines to mails that left; the same sheet changes one that runs. */
@Component({
  selector: 'rt-poll-form',
  imports: [
    DateField,
    ErrorSummary,
    FormField,
    Icon,
    InviteeEditor,
    PollPreview,
    RadioField,
    SlotNote,
    TextArea,
    TimeField,
  ],
  templateUrl: './poll-form.html',
  styleUrl: './poll-form.scss',
})
export class PollForm {
  readonly meeting = input.required<StaffMeetingView>();
  readonly poll = input<PollView | null>(null);
  /** Day and wall times the first date begins with. */
  readonly day = input('');
  readonly from = input('');
  readonly to = input('');
  readonly closed = output<void>();
  readonly saved = output<SentView | null>();

  private readonly api = inject(Api);
  private readonly mails = inject(MailWords);
  private readonly clock = inject(ScreenClock);
  protected readonly icons = {
    add: mdiCalendarPlusOutline,
    slot: mdiClockPlusOutline,
    remove: mdiClose,
    mail: mdiEmailOutline,
    wrong: mdiAlertCircle,
  };
  protected readonly limits = pollLimits;
  protected readonly folds = [
    { value: 'earlier', label: 'Sommerzeit', hint: 'vor der Umstellung' },
    { value: 'later', label: 'Winterzeit', hint: 'nach der Umstellung' },
  ];
  protected readonly entry = requestForm(SavePoll);
  protected readonly invitees = signal<readonly Invitee[]>([]);
  protected readonly required = signal<ReadonlySet<string>>(new Set());
  private readonly touched = signal(false);
  /** The end that was filled in; whoever chooses another keeps it. */
  private proposedEnd = '';
  readonly unsaved = computed(() => this.entry.dirty() || this.touched());
  /** Runs or ran: saving goes out at once to whom it concerns. */
  protected readonly running = computed(() => {
    const state = this.poll()?.state;
    return state === 'OPEN' || state === 'CLOSED';
  });
  protected readonly sendLabel = computed(() => {
    if (this.running()) return this.poll()?.state === 'CLOSED' ? 'Speichern und wieder öffnen' : 'Speichern';
    const count = this.invitees().length;
    return count > 0 ? `Terminumfrage an ${count} senden` : 'Terminumfrage senden';
  });
  protected readonly notice = computed(() => {
    const poll = this.poll();
    if (!poll || !this.running()) return null;
    const mails = this.invitees().map((it) => it.mail);
    return mailsOfChange(poll, this.entry.model().options, mails, this.mails.leave());
  });

  /** Each proposed date held against the calendar of those who are asked. */
  private readonly judging = slotJudging(() => ({
    slots: this.entry.model().options,
    meetingId: this.meeting().id,
    networkId: this.meeting().network?.id ?? null,
    committeeId: this.meeting().committee?.id ?? null,
    invitees: this.invitees(),
  }));

  private readonly voters = computed(() =>
    this.invitees().map(({ personId, organisationId, onBehalfOfId, mail, name }) => ({
      personId,
      organisationId,
      onBehalfOfId,
      mail,
      name,
      required: this.required().has(mail),
    })),
  );
  protected readonly preview = computed(() => ({ ...this.entry.model(), voters: this.voters().slice(0, 1) }));

  constructor() {
    effect(() => {
      const poll = this.poll();
      const meeting = untracked(this.meeting);
      untracked(() => this.fill(meeting, poll));
    });
    effect(() => {
      const { untilDay, options } = this.entry.model();
      if (untilDay === '' || untilDay !== this.proposedEnd) return;
      const end = this.endFor(options);
      if (end !== untilDay)
        untracked(() => this.entry.model.update((model) => ({ ...model, untilDay: end })));
    });
  }

  protected known(index: number): SlotView | null {
    const option = this.entry.model().options[index];
    return option ? this.judging.of(option) : null;
  }

  /** Errors that belong to a whole list, once somebody has tried to send. */
  protected listError(name: 'options' | 'voters'): string | null {
    if (this.entry.failedAttempts() === 0) return null;
    return this.entry.fields[name]().errors()[0]?.message ?? null;
  }

  /** Only in the autumn night: the hour that comes twice, at the date the server asked about. */
  protected asksFold(index: number): boolean {
    const refusal = this.entry.refusal();
    return (
      this.entry.model().options[index]?.fold !== '' ||
      (refusal?.code === 'meeting-time-twice' &&
        refusal.errors.some((it) => it.path.startsWith(`options.${index}.`)))
    );
  }

  protected addDate(): void {
    const last = this.entry.model().options.at(-1);
    this.setOptions([...this.entry.model().options, { ...emptyDate(last), day: '' }]);
  }

  /** Another time on the same day, as long as this one. */
  protected addSlot(index: number): void {
    const options = [...this.entry.model().options];
    const before = options[index];
    if (!before) return;
    options.splice(index + 1, 0, slotAfter(before));
    this.setOptions(options);
  }

  protected removeDate(index: number): void {
    this.setOptions(this.entry.model().options.filter((_, at) => at !== index));
  }

  protected setInvitees(invitees: readonly Invitee[]): void {
    this.invitees.set(invitees);
    this.touched.set(true);
  }

  protected toggle(mail: string): void {
    this.touched.set(true);
    this.required.update((all) => {
      const next = new Set(all);
      if (!next.delete(mail)) next.add(mail);
      return next;
    });
  }

  protected async save(send: boolean, event?: Event): Promise<void> {
    event?.preventDefault();
    this.entry.model.update((model) => ({ ...model, send, voters: this.voters() }));
    let result: PollSavedView | null = null;
    const done = await this.entry.submit(async (request) => {
      const poll = this.poll();
      result =
        poll && (this.running() || poll.state === 'DRAFT')
          ? await this.api.change<PollSavedView>(`/api/polls/${poll.id}`, poll.version, request)
          : await this.api.create<PollSavedView>(
              `/api/meetings/${this.meeting().id}/poll`,
              request,
              this.entry.intent(),
            );
    });
    if (done) this.touched.set(false);
    if (done && result) this.saved.emit((result as PollSavedView).sent);
  }

  private setOptions(options: SavePollOption[]): void {
    this.touched.set(true);
    this.entry.model.update((model) => ({ ...model, options }));
  }

  private fill(meeting: StaffMeetingView, poll: PollView | null): void {
    const again =
      poll && (poll.state === 'DRAFT' || poll.state === 'OPEN' || poll.state === 'CLOSED') ? poll : null;
    this.invitees.set(meeting.invitations.filter((it) => it.uninvitedAt === null).map(asListed));
    this.required.set(new Set(again?.voters.filter((it) => it.required).map((it) => it.mail)));
    this.touched.set(false);
    this.entry.reset(again ? savedPoll(again) : this.fresh(meeting));
  }

  private fresh(meeting: StaffMeetingView): Partial<SavePoll> {
    const times = { startTime: this.from() || '14:00', endTime: this.to() || '16:00', fold: '' };
    const known = meeting.times.day ? { ...meeting.times, fold: '' } : { ...times, day: this.day() };
    const options = [known, { ...times, day: '' }].map(({ day, startTime, endTime, fold }) => ({
      day,
      startTime,
      endTime,
      fold,
    }));
    return { untilDay: this.endFor(options), options };
  }

  private endFor(options: readonly { day: string }[]): string {
    const days = options.map(({ day }) => day);
    return (this.proposedEnd = usualPollEnd(berlinDay(this.clock.now()), days));
  }
}

function emptyDate(like: SavePollOption | undefined): SavePollOption {
  const { startTime = '14:00', endTime = '16:00', day = '' } = like ?? {};
  return { day: isDay(day) ? day : '', startTime, endTime, fold: '' };
}

/** Begins where the one before ends and lasts as long; over midnight nothing is guessed. */
function slotAfter({ day, startTime, endTime }: SavePollOption): SavePollOption {
  const [from, until] = [startTime, endTime].map((time) => {
    const [hours = NaN, minutes = NaN] = time.split(':').map(Number);
    return hours * 60 + minutes;
  });
  const end = (until ?? NaN) + (until ?? NaN) - (from ?? NaN);
  const clock = (value: number): string => String(value).padStart(2, '0');
  const known = end > (until ?? NaN) && end < 24 * 60;
  return {
    day,
    startTime: endTime,
    endTime: known ? `${clock(Math.floor(end / 60))}:${clock(end % 60)}` : '',
    fold: '',
  };
}

function savedPoll(poll: PollView): SavePoll {
  return {
    message: poll.message,
    untilDay: poll.untilDay,
    options: poll.options.map(({ times: { day, startTime, endTime, fold } }) => ({
      day,
      startTime,
      endTime,
      fold: fold ?? '',
    })),
    voters: [],
    send: false,
  };
}
