import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  mdiAccountArrowRightOutline,
  mdiAccountCheckOutline,
  mdiAccountEditOutline,
  mdiAccountGroupOutline,
  mdiCheckboxMarkedCircleOutline,
  mdiCommentTextOutline,
  mdiEmailNewsletter,
  mdiEmailOutline,
  mdiInboxArrowDownOutline,
  mdiHistory,
  mdiPhoneOutline,
} from '@mdi/js';
import type { ConversationView } from '@runder-tisch/domain/actors';
import {
  type HistoryKind,
  historyKindLabels,
  historyKinds,
  type HistoryLine,
} from '@runder-tisch/domain/history';
import { SelectField } from '@runder-tisch/ui/form';
import { Icon } from '@runder-tisch/ui/icon';
import { EmptyState } from '@runder-tisch/ui/layout';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { pagedList } from '../../lists/paged-list';
import { Session } from '../../session/session';
import { ConversationForm, type ConversationAbout } from '../conversation-form/conversation-form';

const icons: Record<HistoryKind, string> = {
  invitation: mdiEmailOutline,
  attendance: mdiAccountCheckOutline,
  feedback: mdiCommentTextOutline,
  task: mdiCheckboxMarkedCircleOutline,
  seat: mdiAccountGroupOutline,
  conversation: mdiPhoneOutline,
  letter: mdiEmailNewsletter,
  delivery: mdiInboxArrowDownOutline,
  succession: mdiAccountArrowRightOutline,
  contact: mdiAccountEditOutline,
};

/** The Verlauf of an organisation or a person: everything in one line of time, newest first. */
@Component({
  selector: 'rt-history-list',
  imports: [BerlinDatePipe, ConversationForm, EmptyState, Icon, RouterLink, SelectField],
  templateUrl: './history-list.html',
  styleUrl: './history-list.scss',
})
export class HistoryList {
  readonly about = input.required<ConversationAbout>();
  /** Where the page's head has the button for a Gespräch: how often it was used. */
  readonly notedAbove = input<number>();

  private readonly api = inject(Api);
  private readonly act = acting();
  private readonly session = inject(Session);
  protected readonly icons = icons;
  protected readonly emptyIcon = mdiHistory;
  protected readonly labels = historyKindLabels;
  protected readonly kind = signal('');
  protected readonly kinds = historyKinds.map((value) => ({ value, label: historyKindLabels[value] }));
  protected readonly mayNote = computed(() => this.session.may('conversation:note'));
  protected readonly noting = signal(false);
  protected readonly opened = signal<ConversationView | null>(null);
  protected readonly list = pagedList<HistoryLine>('/api/history', () => {
    const { of, id } = this.about();
    return { of, id, ...(this.kind() ? { kind: this.kind() } : {}) };
  });

  constructor() {
    effect(() => {
      if (this.notedAbove()) untracked(() => this.list.reload());
    });
  }

  protected async open(line: HistoryLine): Promise<void> {
    const path = `/api/conversations/${line.id}`;
    const done = await this.act(async () => this.opened.set(await this.api.get<ConversationView>(path)));
    if (!done) this.list.reload();
  }

  protected pathOf(line: HistoryLine): string[] {
    return [line.path?.split('?')[0] ?? ''];
  }

  protected queryOf(line: HistoryLine): Record<string, string> {
    return Object.fromEntries(new URLSearchParams(line.path?.split('?')[1] ?? ''));
  }

  protected close(changed: boolean): void {
    this.noting.set(false);
    this.opened.set(null);
    if (changed) this.list.reload();
  }
}
