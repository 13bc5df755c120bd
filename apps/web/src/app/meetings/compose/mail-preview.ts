import { httpResource } from '@angular/common/http';
import { Component, computed, debounced, inject, input, linkedSignal, signal } from '@angular/core';
import { mdiCalendarCheckOutline, mdiEmailFastOutline, mdiEmailOutline } from '@mdi/js';
import type { Invitee, InvitationPreviewView } from '@runder-tisch/domain/meetings';
import type { SaveAgendaItem, SaveMeeting } from '@runder-tisch/domain/meetings/meetings-requests';
import { formatShortPeriod } from '@runder-tisch/domain/time';
import { DocumentView } from '@runder-tisch/ui/document/document-view';
import { Icon } from '@runder-tisch/ui/icon';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { asProblemError } from '../../http/problem-error';
import { MailWords } from '../../session/mail-words';

export interface PreviewedPlan {
  meeting: SaveMeeting;
  agenda: readonly SaveAgendaItem[];
}

/** The mail as its recipient will see it, a moment after one stopped typing, and a test to oneself. */
@Component({
  selector: 'rt-mail-preview',
  imports: [DocumentView, Icon],
  templateUrl: './mail-preview.html',
  styleUrl: './mail-preview.scss',
})
export class MailPreview {
  readonly plan = input.required<PreviewedPlan>();
  readonly invitees = input.required<readonly Invitee[]>();

  private readonly api = inject(Api);
  private readonly mails = inject(MailWords);
  protected readonly icons = {
    mail: mdiEmailOutline,
    calendar: mdiCalendarCheckOutline,
    test: mdiEmailFastOutline,
  };
  private readonly act = acting();
  protected readonly sending = this.act.busy;
  protected readonly chosen = signal('');
  private readonly recipient = computed(
    () => this.invitees().find((it) => it.mail === this.chosen()) ?? this.invitees()[0] ?? null,
  );
  private readonly request = computed(() => {
    const invitee = this.recipient();
    return {
      meeting: this.plan().meeting,
      agenda: this.plan().agenda.filter((item) => item.title.trim() !== ''),
      invitee: invitee && {
        personId: invitee.personId,
        organisationId: invitee.organisationId,
        onBehalfOfId: invitee.onBehalfOfId,
        mail: invitee.mail,
        name: invitee.name,
      },
    };
  });
  private readonly settled = debounced(
    () => (this.plan().meeting.title.trim().length < 3 ? '' : JSON.stringify(this.request())),
    400,
  );
  private readonly answer = httpResource<InvitationPreviewView>(() => {
    const body = this.settled.hasValue() ? this.settled.value() : '';
    return body
      ? {
          url: '/api/meetings/preview',
          method: 'POST',
          body,
          headers: { 'Content-Type': 'application/json' },
        }
      : undefined;
  });
  /** The last readable state stays while somebody is in the middle of a word. */
  protected readonly mail = linkedSignal<InvitationPreviewView | null, InvitationPreviewView | null>({
    source: () => (this.answer.hasValue() ? this.answer.value() : null),
    computation: (now, previous) => now ?? previous?.value ?? null,
  });
  protected readonly hindrance = computed(() => {
    const failed = this.answer.error();
    if (!failed) return null;
    const refusal = asProblemError(failed);
    return refusal.errors[0]?.detail ?? refusal.says;
  });
  protected readonly when = computed(() => {
    const calendar = this.mail()?.calendar;
    return calendar ? formatShortPeriod(calendar.startsAt, calendar.endsAt) : null;
  });

  protected async test(): Promise<void> {
    const request = { ...this.request(), invitee: null };
    await this.act(
      () => this.api.act<{ to: string }>('/api/meetings/test-mail', null, request),
      ({ to }) => this.mails.goes('Die Testmail', to),
    );
  }
}
