import { Component, DestroyRef, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiEmailCheckOutline, mdiEmailOutline, mdiPaperclip } from '@mdi/js';
import {
  messageDocument,
  messageKindLabels,
  type MessageFileView,
  type MessageRecipientItem,
  type MessageView,
  type RecipientPart,
  recipientOutcomeLabels,
  recipientPartLabels,
  recipientParts,
} from '@runder-tisch/domain/messages';
import { type MailState, mailStateLabels } from '@runder-tisch/domain/outbox';
import { counted } from '@runder-tisch/domain/text';
import { DocumentView } from '@runder-tisch/ui/document/document-view';
import { Icon } from '@runder-tisch/ui/icon';
import { EmptyState, PageHead, RecallNote } from '@runder-tisch/ui/layout';
import { Cell, DataList, type Column } from '@runder-tisch/ui/list';
import { Confirm } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { fileWords } from '../../attachments/attachment-words';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { pagedList } from '../../lists/paged-list';
import { Block } from '../../object-page/block';
import { contributedBlocks } from '../../object-page/contributed';
import { MailWords } from '../../session/mail-words';

const LOOK_MS = 5_000;

const tones: Record<MailState, string> = {
  QUEUED: 'rt-badge-accent',
  SENDING: 'rt-badge-accent',
  SENT: 'rt-badge-positive',
  REFUSED: 'rt-badge-negative',
  RECALLED: '',
  HELD: 'rt-badge-warning',
};

/** What became of a Nachricht: to whom it went, who did not get it and why, who wrote back. */
@Component({
  selector: 'rt-sent-message',
  imports: [
    BerlinDatePipe,
    Block,
    Cell,
    DataList,
    DocumentView,
    EmptyState,
    Icon,
    PageHead,
    RecallNote,
    RouterLink,
  ],
  templateUrl: './sent-message.html',
  styleUrl: './sent-message.scss',
})
export class SentMessage {
  readonly message = input.required<MessageView>();
  readonly changed = output<void>();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  protected readonly mails = inject(MailWords);
  private readonly act = acting(() => this.refresh());
  protected readonly busy = this.act.busy;
  protected readonly icons = { sent: mdiEmailCheckOutline, file: mdiPaperclip, mail: mdiEmailOutline };
  protected readonly kinds = messageKindLabels;
  protected readonly outcomes = recipientOutcomeLabels;
  protected readonly states = mailStateLabels;
  protected readonly tones = tones;
  protected readonly mailBlocks = contributedBlocks('mails-about');
  protected readonly part = signal<RecipientPart | ''>('');
  protected readonly list = pagedList<MessageRecipientItem>(
    () => `/api/messages/${this.message().id}/recipients`,
    () => ({ part: this.part() || undefined }),
  );
  protected readonly columns: readonly Column[] = [
    { key: 'name', label: 'An' },
    { key: 'state', label: 'Stand', card: 'plain', width: '45%' },
  ];
  protected readonly document = computed(() => {
    const { subject, text } = this.message();
    return messageDocument({ subject, text, linked: [] });
  });
  /** Each with the part of the list it leads to. */
  protected readonly figures = computed(() => {
    const counts = this.message().counts;
    if (!counts) return [];
    const by: Record<RecipientPart, number> = {
      WAITING: counts.waiting + counts.held,
      SENT: counts.sent,
      REFUSED: counts.refused + counts.bounced,
      ANSWERED: counts.answered,
      NOT_REACHED: counts.notReached,
    };
    return recipientParts.map((part) => ({ part, label: recipientPartLabels[part], count: by[part] }));
  });
  protected readonly refusedWords = computed(() => {
    const counts = this.message().counts;
    if (!counts || counts.refused + counts.bounced === 0) return '';
    return [
      counts.refused && `${counts.refused} vom Mailserver abgelehnt`,
      counts.bounced && `${counts.bounced} später zurückgekommen`,
    ]
      .filter(Boolean)
      .join(', ');
  });

  constructor() {
    const timer = setInterval(() => {
      if (this.message().counts?.waiting && !this.message().recallable) this.refresh();
    }, LOOK_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  protected choose(part: RecipientPart): void {
    this.part.update((now) => (now === part ? '' : part));
  }

  protected why(row: MessageRecipientItem): string {
    if (row.outcome !== 'GETS') return row.detail;
    return row.state === 'SENT' || (row.state === 'HELD' && !this.mails.leave()) ? '' : row.reason;
  }

  protected fileNote({ ending, size }: MessageFileView): string {
    return fileWords({ ending, size });
  }

  protected async recall(): Promise<void> {
    await this.act(
      () => this.api.act(`/api/messages/${this.message().id}/recall`),
      'Zurückgeholt. Es ist keine Mail hinausgegangen, die Nachricht ist wieder ein Entwurf.',
    );
  }

  protected async again(): Promise<void> {
    const count = this.message().againTo;
    const answer = await this.confirm.ask({
      heading: 'Erneut senden?',
      text: `${counted(count, 'Person hat', 'Personen haben')} die Nachricht nicht bekommen und eine Mailadresse. Sie geht sofort an die Adresse, die jetzt verzeichnet ist.`,
      action: 'Erneut senden',
    });
    if (!answer) return;
    await this.act(
      () => this.api.act<{ recipients: number }>(`/api/messages/${this.message().id}/again`),
      ({ recipients }) => `Erneut an ${counted(recipients, 'Person', 'Personen')} gesendet.`,
    );
  }

  protected refresh(): void {
    this.changed.emit();
    this.list.reload();
  }
}
