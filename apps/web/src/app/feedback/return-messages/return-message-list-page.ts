import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiAccountAlertOutline, mdiEmailFastOutline, mdiEmailOutline } from '@mdi/js';
import type { ReturnMessagesView } from '@runder-tisch/domain/feedback';
import { Icon } from '@runder-tisch/ui/icon';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { Cell, DataList, type Column } from '@runder-tisch/ui/list';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { problemOf } from '../../http/problem-error';
import { asParams } from '../../http/query';
import { Session } from '../../session/session';

/** Ergebnisbriefe: whom we still owe a word, what lies as a draft, what went out. Also for one meeting or format alone. */
@Component({
  selector: 'rt-return-message-list-page',
  imports: [BerlinDatePipe, Cell, DataList, EmptyState, Icon, PageHead, ProgressLine, RouterLink],
  templateUrl: './return-message-list-page.html',
  styleUrl: './return-message-list-page.scss',
})
export class ReturnMessageListPage {
  /** The meeting or format this page is reached from: `/termine/:id/ergebnisbrief`. */
  readonly id = input<string>();
  /** Which of the two, as the route says. */
  readonly about = input<'meeting' | 'format'>();

  private readonly session = inject(Session);
  protected readonly icons = {
    letter: mdiEmailOutline,
    due: mdiEmailFastOutline,
    nobody: mdiAccountAlertOutline,
  };

  protected readonly answer = httpResource<ReturnMessagesView>(() => ({
    url: '/api/return-messages',
    params: asParams(this.about() === 'format' ? { formatId: this.id() } : { meetingId: this.id() }),
  }));
  protected readonly letters = computed(() => (this.answer.hasValue() ? this.answer.value().items : []));
  protected readonly due = computed(() => (this.answer.hasValue() ? this.answer.value().due : []));
  protected readonly problem = problemOf(this.answer);
  protected readonly mayWrite = computed(() => this.session.may('feedback:triage'));
  protected readonly back = computed(() => {
    const id = this.id();
    if (!id) return null;
    return this.about() === 'format'
      ? { label: 'Format', link: `/beteiligung/formate/${id}` }
      : { label: 'Termin', link: `/termine/${id}` };
  });
  protected readonly columns: readonly Column[] = [
    { key: 'subject', label: 'Betreff' },
    { key: 'told', label: 'Hinweise', width: '24%' },
    { key: 'recipients', label: 'Empfangende', align: 'end', width: '8rem' },
    { key: 'sent', label: 'Gesendet', width: '9rem' },
  ];
}
