import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiFilePdfBox, mdiFileWordOutline } from '@mdi/js';
import type { ProtocolRecipientsView, SentView, StaffMeetingView } from '@runder-tisch/domain/meetings';
import { formatDate } from '@runder-tisch/domain/time';
import { Icon } from '@runder-tisch/ui/icon';
import { RecallNote } from '@runder-tisch/ui/layout';
import { Confirm, Toasts } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { actingInPlace } from '../../http/acting';
import { Api } from '../../http/api';
import { KeptSession } from '../../session/kept-session';
import { MailWords } from '../../session/mail-words';
import { Session } from '../../session/session';
import { CurrentCommitteeSession } from '../committee-session/current-committee-session';
import { type LostMail, LostMails } from '../lost-mails';
import { CurrentMeeting } from '../meeting-page/current-meeting';
import { SendProtocol } from './send-protocol';
import { SessionTimes } from './session-times';

/** How far the minutes are, with the one step that is due: finish, approve, send. */
@Component({
  selector: 'rt-minutes-state',
  imports: [BerlinDatePipe, Icon, LostMails, RecallNote, RouterLink, SendProtocol, SessionTimes],
  template: `
    <section class="rt-card">
      <h2>Protokoll</h2>
      @switch (step()) {
        @case ('running') {
          <p>Die Sitzung läuft seit {{ meeting().sessionStartedAt | berlinDate: 'time' }}.</p>
        }
        @case ('draft') {
          <p>
            <span class="rt-badge rt-badge-warning">Entwurf</span>
            Die Sitzung ist beendet. Lesen Sie das Protokoll durch und geben Sie es frei; danach steht es
            fest.
          </p>
          @if (until(); as day) {
            <p>{{ day }}</p>
          }
          <rt-session-times [meeting]="meeting()" />
        }
        @case ('approved') {
          <p>
            <span class="rt-badge rt-badge-accent">Freigegeben</span>
            am {{ meeting().minutesApprovedAt | berlinDate: 'short' }}. Verschickt ist es noch nicht.
          </p>
        }
        @case ('sent') {
          <p>
            <span class="rt-badge rt-badge-positive">{{
              mails.leave() ? 'Verschickt' : 'Im Postausgang'
            }}</span>
            {{ mails.leave() ? 'am' : 'seit' }} {{ meeting().protocolSentAt | berlinDate: 'dayTime' }},
            freigegeben am {{ meeting().minutesApprovedAt | berlinDate: 'short' }}.
          </p>
        }
      }
      @if (recallable(); as it) {
        <rt-recall-note
          [secondsLeft]="it.secondsLeft"
          [recipients]="it.recipients"
          [stay]="!mails.leave()"
          (recalled)="recall()"
          (over)="recipients.reload()"
        />
      }
      @if (lost().length) {
        <rt-lost-mails
          what="Das Protokoll"
          [people]="lost()"
          [maySend]="meeting().mayChange"
          (again)="again($event)"
        />
      }
      @if (unsent(); as people) {
        <div class="rt-note rt-note-warning">
          <span>{{ people }}</span>
        </div>
      }
      @if (refusal(); as says) {
        <p class="rt-error" role="alert">{{ says }}</p>
      }
      <div class="rt-form-actions">
        @switch (step()) {
          @case ('running') {
            <a class="rt-button" [routerLink]="['/termine', meeting().id, 'sitzung']"
              >Zur laufenden Sitzung</a
            >
          }
          @case ('draft') {
            <button type="button" class="rt-button rt-primary" [disabled]="busy()" (click)="approve()">
              Protokoll freigeben
            </button>
            <a class="rt-button" [routerLink]="['/termine', meeting().id, 'sitzung']">Bearbeiten</a>
          }
          @case ('approved') {
            <button type="button" class="rt-button rt-primary" (click)="sending.set(true)">
              Protokoll versenden
            </button>
          }
          @case ('sent') {
            <button type="button" class="rt-button" (click)="sending.set(true)">An weitere senden</button>
          }
        }
        @if (step() !== 'running') {
          <a class="rt-button rt-plain" [href]="pdf('protocol')" target="_blank">
            <rt-icon [path]="icon" />Protokoll als PDF
          </a>
          <a class="rt-button rt-plain" [href]="word()" download>
            <rt-icon [path]="wordIcon" />Protokoll als Word-Datei
          </a>
        }
        <a class="rt-button rt-plain" [href]="pdf('sign-in-list')" target="_blank">
          <rt-icon [path]="icon" />Anwesenheitsliste
        </a>
      </div>
    </section>
    @if (sending()) {
      <rt-send-protocol [meeting]="meeting()" (closed)="sending.set(false)" (sent)="sent()" />
    }
  `,
  styles: `
    .rt-form-actions {
      margin-top: 8px;
    }
  `,
})
export class MinutesState {
  readonly meeting = input.required<StaffMeetingView>();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly current = inject(CurrentMeeting);
  private readonly committeeSession = inject(CurrentCommitteeSession);
  private readonly keptSession = inject(KeptSession);
  protected readonly mails = inject(MailWords);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  protected readonly icon = mdiFilePdfBox;
  protected readonly wordIcon = mdiFileWordOutline;
  private readonly act = actingInPlace(() => this.current.reload());
  protected readonly busy = this.act.busy;
  protected readonly sending = signal(false);
  protected readonly refusal = this.act.refusal;
  protected readonly step = computed(() => {
    const { state, protocolSentAt } = this.meeting();
    if (state === 'MINUTES_APPROVED') return protocolSentAt ? 'sent' : 'approved';
    return state === 'HELD' ? 'draft' : 'running';
  });

  /** The 30 days of a committee's minutes. */
  protected readonly until = computed(() => {
    const { minutesUntil = null, minutesLate = false } = this.committeeSession.view() ?? {};
    if (minutesUntil === null) return '';
    return minutesLate
      ? `Die Niederschrift ist überfällig: Sie sollte spätestens am ${formatDate(minutesUntil)} vorliegen.`
      : `Die Niederschrift liegt spätestens am ${formatDate(minutesUntil)} vor, 30 Tage nach der Sitzung.`;
  });

  /** Whom it went to, and whether it arrived. */
  protected readonly recipients = httpResource<ProtocolRecipientsView>(() =>
    this.step() === 'sent' && this.meeting().version
      ? `/api/meetings/${this.meeting().id}/protocol/recipients`
      : undefined,
  );
  private readonly told = computed(() => (this.recipients.hasValue() ? this.recipients.value() : null));
  protected readonly recallable = computed(() => this.told()?.recallable ?? null);
  protected readonly unsent = computed(() => {
    const people = this.told()?.recipients ?? [];
    const none = people.filter((it) => it.mailState === null).map((it) => it.name);
    return none.length > 0 ? `Noch nicht gesendet an: ${none.join(', ')}.` : '';
  });

  /** Those it did not reach; by their key, or by the address somebody typed. */
  protected readonly lost = computed((): readonly LostMail[] =>
    (this.told()?.recipients ?? []).flatMap(({ key, name, mail, mailState }) =>
      mailState?.state === 'REFUSED' && mail
        ? [{ id: key ?? mail, name, mail, reason: mailState.reason }]
        : [],
    ),
  );

  /** The known at their address of today, everybody else at the one that was typed. */
  protected async again(people: readonly LostMail[]): Promise<void> {
    const keys = new Set(this.told()?.recipients.map((it) => it.key));
    const to = people.filter((it) => keys.has(it.id)).map(({ id, mail }) => ({ key: id, mail }));
    const further = people.filter((it) => !keys.has(it.id)).map(({ name, mail }) => ({ name, mail }));
    await this.act(async () => {
      const { recipients } = await this.api.act<SentView>(
        `/api/meetings/${this.meeting().id}/protocol/send`,
        this.meeting().version,
        { to, further },
      );
      this.toasts.say(this.mails.leaveSoon('Das Protokoll', recipients));
    });
    this.recipients.reload();
  }

  protected async recall(): Promise<void> {
    await this.act(
      () => this.api.act(`/api/meetings/${this.meeting().id}/protocol/recall`),
      'Zurückgeholt. Es ist keine Mail hinausgegangen.',
    );
  }

  protected word(): string {
    return `/api/meetings/${this.meeting().id}/protocol.docx`;
  }

  protected pdf(name: 'protocol' | 'sign-in-list'): string {
    return `/api/meetings/${this.meeting().id}/${name}.pdf`;
  }

  protected async approve(): Promise<void> {
    const answer = await this.confirm.ask({
      heading: 'Protokoll freigeben?',
      text: 'Danach lässt es sich nicht mehr ändern. Verschickt wird es erst mit dem nächsten Schritt.',
      action: 'Freigeben',
    });
    if (!answer) return;
    await this.act(async () => {
      await this.api.act(`/api/meetings/${this.meeting().id}/minutes/approve`);
      this.toasts.say('Das Protokoll ist freigegeben.');
      await this.forgetAtDevice();
    });
  }

  /** The minutes are done: nothing of them stays in this browser, except what never reached us. */
  private async forgetAtDevice(): Promise<void> {
    const { accountId } = this.session.current();
    this.keptSession.forget();
    const { deviceStore } = await import('../running-meeting/record/device-store');
    if (!accountId) return;
    await deviceStore.forgetPicture({ accountId, meetingId: this.meeting().id }).catch(() => undefined);
  }

  protected sent(): void {
    this.sending.set(false);
    this.current.reload();
  }
}
