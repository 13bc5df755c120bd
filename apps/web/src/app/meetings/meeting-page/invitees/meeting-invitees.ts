import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiAccountGroupOutline, mdiAccountRemoveOutline, mdiArrowDown, mdiArrowUp } from '@mdi/js';
import {
  answerChannelLabels,
  answerLabels,
  type InvitationAnswer,
  type InvitationView,
  pollAnswerLabels,
  type SentView,
} from '@runder-tisch/domain/meetings';
import { Icon } from '@runder-tisch/ui/icon';
import { EmptyState } from '@runder-tisch/ui/layout';
import { Cell, DataList, type Column } from '@runder-tisch/ui/list';
import { Confirm, Toasts } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe, MailAddress, ScreenClock, UnbrokenPipe } from '@runder-tisch/ui/text';
import { acting } from '../../../http/acting';
import { Api } from '../../../http/api';
import { Block } from '../../../object-page/block';
import { contributedBlocks } from '../../../object-page/contributed';
import { MailWords } from '../../../session/mail-words';
import { type LostMail, LostMails } from '../../lost-mails';
import { answerTone } from '../../meeting-tone';
import { AnswerEntry } from './answer-entry';
import { CurrentMeeting } from '../current-meeting';
import { isPast } from '../next-step';
import { OwnAnswer } from '../own-answer';
import { ReplyDrop } from './reply-drop';

type Filter = 'ALL' | 'WAITING' | InvitationAnswer;

/** Who is invited, for whom they speak, what they answered and how; answers by phone are two clicks. */
@Component({
  selector: 'rt-meeting-invitees',
  imports: [
    AnswerEntry,
    BerlinDatePipe,
    Block,
    Cell,
    DataList,
    EmptyState,
    Icon,
    LostMails,
    MailAddress,
    OwnAnswer,
    ReplyDrop,
    RouterLink,
    UnbrokenPipe,
  ],
  templateUrl: './meeting-invitees.html',
  styleUrl: './meeting-invitees.scss',
})
export class MeetingInvitees {
  private readonly api = inject(Api);
  private readonly act = acting(() => this.current.reload());
  private readonly clock = inject(ScreenClock);
  private readonly confirm = inject(Confirm);
  private readonly mails = inject(MailWords);
  private readonly toasts = inject(Toasts);
  protected readonly current = inject(CurrentMeeting);
  protected readonly blocks = contributedBlocks('meeting-invitees');
  protected readonly icons = {
    people: mdiAccountGroupOutline,
    withdraw: mdiAccountRemoveOutline,
    forward: mdiArrowUp,
    backward: mdiArrowDown,
  };
  protected readonly pollAnswerLabels = pollAnswerLabels;
  protected readonly answerLabels = answerLabels;
  protected readonly channelLabels = answerChannelLabels;
  protected readonly tone = answerTone;
  protected readonly filter = signal<Filter>('ALL');

  protected readonly columns: readonly Column[] = [
    { key: 'name', label: 'Person', width: '36%', card: 'plain' },
    { key: 'answer', label: 'Antwort', card: 'plain' },
    { key: 'do', label: '', card: 'plain', align: 'end', width: '10.5rem' },
  ];
  protected readonly past = computed(() => {
    const staff = this.current.staff();
    return staff !== null && isPast(staff, this.clock.now());
  });
  private readonly listed = computed(() =>
    (this.current.staff()?.invitations ?? []).filter((it) => it.uninvitedAt === null),
  );
  protected readonly rows = computed(() => {
    const filter = this.filter();
    if (filter === 'ALL') return this.listed();
    const shown = this.listed().filter((it) => standing(it) === filter);
    return filter === 'WAITING'
      ? shown.sort((one, other) => (one.waitingPlace ?? 0) - (other.waitingPlace ?? 0))
      : shown;
  });
  protected readonly filters = computed((): readonly { value: Filter; label: string; count: number }[] => {
    const having = (value: Filter): number => this.listed().filter((it) => standing(it) === value).length;
    const order = ['ACCEPTED', 'WAITING', 'TENTATIVE', 'DECLINED', 'NEEDS_ACTION'] as const;
    return [
      { value: 'ALL', label: 'Alle', count: this.listed().length },
      ...order
        .filter((value) => having(value) > 0)
        .map((value) => ({
          value,
          label: value === 'WAITING' ? 'Warteliste' : answerLabels[value],
          count: having(value),
        })),
    ];
  });
  protected readonly withdrawn = computed(
    () => (this.current.staff()?.invitations ?? []).filter((it) => it.uninvitedAt !== null).length,
  );
  /** Answers are noted from the invitation until the minutes are approved. */
  protected readonly mayEnter = computed(() => {
    const meeting = this.current.staff();
    return !!meeting?.mayChange && (meeting.state === 'INVITED' || meeting.state === 'HELD');
  });
  protected readonly mayWithdraw = computed(() => {
    const meeting = this.current.staff();
    return !!meeting?.mayChange && !['HELD', 'MINUTES_APPROVED', 'CANCELLED'].includes(meeting.state);
  });

  /** Those to whom the invitation can go once more: the meeting is still to come and their last mail came to nothing. */
  protected readonly lost = computed((): readonly LostMail[] => {
    const meeting = this.current.staff();
    if (!meeting?.mayChange || meeting.state !== 'INVITED' || this.past()) return [];
    return this.listed().flatMap(({ id, name, mail, mailState, invitedAt }) =>
      invitedAt !== null && mailState?.state === 'REFUSED'
        ? [{ id, name, mail, reason: mailState.reason }]
        : [],
    );
  });

  protected async again(invitations: readonly LostMail[]): Promise<void> {
    const id = this.current.staff()?.id;
    await this.act(async () => {
      const { recipients } = await this.api.act<SentView>(`/api/meetings/${id}/invitations/again`, null, {
        ids: invitations.map((it) => it.id),
      });
      this.toasts.say(this.mails.leaveSoon('Die Einladung', recipients));
    });
  }

  protected mailTrouble(invitation: InvitationView): string | null {
    const mail = invitation.mailState;
    return mail?.state === 'REFUSED' ? `Mail kam nicht an: ${mail.reason}` : null;
  }

  protected answered(): void {
    this.current.reload();
  }

  protected async place(invitation: InvitationView, place: number): Promise<void> {
    await this.act(
      () => this.api.act(`/api/invitations/${invitation.id}/waiting-place`, null, { place }),
      `${invitation.name} steht auf Platz ${place} der Warteliste.`,
    );
  }

  protected async withdraw(invitation: InvitationView): Promise<void> {
    const answer = await this.confirm.ask({
      heading: `${invitation.name} ausladen?`,
      text:
        invitation.invitedAt === null || invitation.mailState?.state === 'QUEUED'
          ? 'Es ist noch keine Mail hinausgegangen, und es geht auch keine hinaus.'
          : this.mails.leave(invitation.mail)
            ? 'Nur diese Person erhält Bescheid, und der Eintrag verschwindet aus ihrem Kalender.'
            : this.mails.goes('Bescheid', invitation.mail),
      action: 'Ausladen',
      danger: true,
      ...(invitation.invitedAt ? { reason: { label: 'Nachricht an die Person', required: false } } : {}),
    });
    if (!answer) return;
    const { reason } = answer;
    await this.act(
      () => this.api.act<SentView>(`/api/invitations/${invitation.id}/withdraw`, null, { reason }),
      ({ recipients }) =>
        recipients
          ? this.mails.goes('Bescheid', invitation.mail)
          : `${invitation.name} steht nicht mehr in der Liste.`,
    );
  }
}

function standing({ invitedAt, answer, waitingPlace }: InvitationView): InvitationAnswer | 'WAITING' | null {
  if (invitedAt === null) return null;
  return waitingPlace ? 'WAITING' : answer;
}
