import { Component, computed, DOCUMENT, effect, inject, input, signal } from '@angular/core';
import { isActive, Router, RouterLink, RouterOutlet } from '@angular/router';
import { mdiCalendarRemoveOutline, mdiVideoOutline } from '@mdi/js';
import { answerBar } from '@runder-tisch/drawing/answer-bar';
import {
  meetingStateLabels,
  meetingSteps,
  meetingTypeLabels,
  type SentView,
  type StaffMeetingView,
  stepOf,
} from '@runder-tisch/domain/meetings';
import { formatShortPeriod } from '@runder-tisch/domain/time';
import { SceneView } from '@runder-tisch/ui/drawing/scene-view';
import { Icon } from '@runder-tisch/ui/icon';
import { EmptyState, PageHead, ProgressLine, RecallNote, StepBar, TabBar } from '@runder-tisch/ui/layout';
import { Confirm, Toasts } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe, RelativeTime, ScreenClock } from '@runder-tisch/ui/text';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { MailWords } from '../../session/mail-words';
import { stateTone } from '../meeting-tone';
import { meetingsName } from '../meetings-name';
import { CommitteeSessionCard } from '../committee-session/committee-session-card';
import { CurrentCommitteeSession } from '../committee-session/current-committee-session';
import { AddInvitees } from './invitees/add-invitees';
import { ChangeForm } from './change-form';
import { CurrentMeeting } from './current-meeting';
import { isPast, nextStep } from './next-step';

const ANSWERS_EVERY_MS = 15_000;

/** One meeting from its draft to what became of it; what a person may not do here is not offered. */
@Component({
  selector: 'rt-meeting-page',
  imports: [
    AddInvitees,
    BerlinDatePipe,
    ChangeForm,
    CommitteeSessionCard,
    EmptyState,
    Icon,
    PageHead,
    ProgressLine,
    RecallNote,
    RelativeTime,
    RouterLink,
    RouterOutlet,
    SceneView,
    StepBar,
    TabBar,
  ],
  providers: [CurrentMeeting, CurrentCommitteeSession],
  templateUrl: './meeting-page.html',
  styleUrl: './meeting-page.scss',
})
export class MeetingPage {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly clock = inject(ScreenClock);
  private readonly confirm = inject(Confirm);
  protected readonly mails = inject(MailWords);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly current = inject(CurrentMeeting);
  private readonly act = acting(() => this.reload());
  /** What is gone is not asked for again. */
  private readonly leave = acting();
  protected readonly icons = { gone: mdiCalendarRemoveOutline, online: mdiVideoOutline };
  protected readonly typeLabels = meetingTypeLabels;
  protected readonly stateLabels = meetingStateLabels;
  protected readonly steps = meetingSteps;
  protected readonly tone = stateTone;
  protected readonly editing = signal(false);
  protected readonly adding = signal(false);

  protected readonly meeting = this.current.view;
  protected readonly staff = this.current.staff;
  protected readonly when = computed(() => {
    const meeting = this.meeting();
    return meeting?.startsAt ? formatShortPeriod(meeting.startsAt, meeting.endsAt) : 'noch ohne Datum';
  });
  protected readonly back = { label: meetingsName(), link: '/termine' };
  protected readonly step = computed(() => {
    const meeting = this.meeting();
    return meeting ? stepOf(meeting.state, this.staff()?.fedBack ?? false) : null;
  });
  protected readonly next = computed(() => {
    const staff = this.staff();
    const step = staff?.mayChange ? nextStep(staff, this.clock.now()) : null;
    // On the tab it leads to, the step itself is the primary button.
    return step?.kind === 'go' && this.openTabs().some((tab) => step.link.endsWith(tab)) ? null : step;
  });
  private readonly openTabs = computed(() =>
    ['/nachlauf', '/umfrage'].filter((tab) =>
      isActive(`/termine/${this.id()}${tab}`, this.router, { paths: 'subset' })(),
    ),
  );
  protected readonly past = computed(() => {
    const staff = this.staff();
    return staff !== null && isPast(staff, this.clock.now());
  });
  protected readonly over = computed(() => {
    const state = this.meeting()?.state;
    return state === 'HELD' || state === 'MINUTES_APPROVED' || state === 'CANCELLED';
  });
  protected readonly bar = computed(() => {
    const counts = this.staff()?.counts;
    if (!counts || counts.invited === 0) return null;
    const { accepted, tentative, declined, open } = counts;
    return answerBar({ yes: accepted, maybe: tentative, no: declined, open }, { width: 300 });
  });
  protected readonly tabs = computed(() => {
    const staff = this.staff();
    const agenda = { label: 'Tagesordnung', link: 'tagesordnung', count: this.meeting()?.agenda.length };
    const attachments = { label: 'Unterlagen', link: 'unterlagen' };
    if (!staff) {
      const meeting = this.current.participant();
      const protocol = { label: 'Protokoll', link: 'nachlauf' };
      return [
        { label: 'Ihre Antwort', link: '.' },
        agenda,
        attachments,
        ...(meeting?.takesPart && meeting.state === 'MINUTES_APPROVED' ? [protocol] : []),
      ];
    }
    const invited = staff.invitations.filter((it) => it.uninvitedAt === null).length;
    const open = staff.state === 'POSTPONED' || (staff.state === 'DRAFT' && !this.past());
    const undated = staff.mayChange && open;
    return [
      { label: 'Teilnehmende', link: '.', count: invited },
      ...(staff.poll || undated ? [{ label: 'Umfrage', link: 'umfrage' }] : []),
      agenda,
      attachments,
      { label: 'Nachlauf', link: 'nachlauf' },
    ];
  });

  /** Answers arrive while the page is open; nothing moves under somebody who is typing. */
  private readonly waitsForAnswers = computed(
    () =>
      (this.staff()?.state === 'INVITED' || this.staff()?.poll?.state === 'OPEN') &&
      !this.editing() &&
      !this.adding(),
  );
  private readonly document = inject(DOCUMENT);

  constructor() {
    effect((onCleanup) => {
      if (!this.waitsForAnswers()) return;
      const timer = setInterval(() => {
        if (!this.document.hidden) this.current.reload();
      }, ANSWERS_EVERY_MS);
      onCleanup(() => clearInterval(timer));
    });
  }

  protected reload(): void {
    this.current.reload();
  }

  protected saved(sent: SentView | null): void {
    this.editing.set(false);
    this.toasts.say(
      sent && sent.recipients > 0
        ? `Gespeichert. ${this.mails.reach(sent.recipients, 'eine Mail mit der Änderung')}`
        : 'Gespeichert. Dafür ging keine Mail hinaus.',
    );
    this.reload();
  }

  /** One press starts it and leads there; nobody presses the same words twice. */
  protected async start(meeting: StaffMeetingView): Promise<void> {
    if (await this.leave(() => this.api.act(`/api/meetings/${meeting.id}/session/start`)))
      await this.router.navigate(['/termine', meeting.id, 'sitzung']);
  }

  protected async remind(meeting: StaffMeetingView): Promise<void> {
    await this.act(async () => {
      const { recipients } = await this.api.act<SentView>(`/api/meetings/${meeting.id}/remind`);
      this.toasts.say(this.mails.leaveSoon('Die Erinnerung', recipients), () => this.recall(meeting.id));
    });
  }

  protected async schedule(meeting: StaffMeetingView): Promise<void> {
    await this.act(
      () => this.api.act(`/api/meetings/${meeting.id}/schedule`),
      'Der Termin steht fest und ist für die Mitglieder sichtbar. Eingeladen ist noch niemand.',
    );
  }

  protected async cancel(meeting: StaffMeetingView): Promise<void> {
    const told = meeting.counts.invited;
    const answer = await this.confirm.ask({
      heading: 'Termin absagen?',
      text: told
        ? `${this.mails.reach(told, 'eine Absage')}${this.mails.leave() ? ' Der Eintrag verschwindet aus den Kalendern.' : ''} Das lässt sich nicht zurücknehmen.`
        : 'Eingeladen ist niemand, es geht keine Mail hinaus.',
      action: 'Absagen',
      danger: true,
      reason: { label: 'Grund, steht in der Mail', required: false },
    });
    if (!answer) return;
    await this.act(
      () => this.api.act<SentView>(`/api/meetings/${meeting.id}/cancel`, null, { reason: answer.reason }),
      ({ recipients }) =>
        recipients ? `Abgesagt. ${this.mails.reach(recipients, 'Bescheid')}` : 'Abgesagt.',
    );
  }

  protected async postpone(meeting: StaffMeetingView): Promise<void> {
    const told = meeting.counts.invited;
    const answer = await this.confirm.ask({
      heading: 'Verschieben, ohne neues Datum?',
      text:
        'Wenn Sie das neue Datum schon wissen, tragen Sie es unter „Ändern“ ein.' +
        (told ? ` ${this.mails.reach(told, 'Bescheid')} Mit dem neuen Datum laden Sie wieder ein.` : ''),
      action: 'Verschieben',
      reason: { label: 'Grund, steht in der Mail', required: false },
    });
    if (!answer) return;
    await this.act(
      () => this.api.act<SentView>(`/api/meetings/${meeting.id}/postpone`, null, { reason: answer.reason }),
      ({ recipients }) =>
        recipients ? `Verschoben. ${this.mails.reach(recipients, 'Bescheid')}` : 'Verschoben.',
    );
  }

  protected async remove(meeting: StaffMeetingView): Promise<void> {
    const answer = await this.confirm.ask({ heading: 'Entwurf löschen?', action: 'Löschen', danger: true });
    if (!answer) return;
    const path = `/api/meetings/${meeting.id}`;
    if (await this.leave(() => this.api.remove(path), 'Der Entwurf ist gelöscht.'))
      await this.router.navigate(['/termine']);
  }

  protected async recall(id: string): Promise<void> {
    await this.act(
      () => this.api.act(`/api/meetings/${id}/recall`),
      'Zurückgeholt. Es ist keine Mail hinausgegangen.',
    );
  }
}
