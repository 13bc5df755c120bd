import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiBookmarkOutline } from '@mdi/js';
import { counted } from '@runder-tisch/domain/text';
import { type ReminderItem, type ReminderPart, reminderPartLabels } from '@runder-tisch/domain/reminders';
import { EmptyState, PageHead } from '@runder-tisch/ui/layout';
import { Cell, type Column, DataList, type Filter, FilterBar } from '@runder-tisch/ui/list';
import { Toasts } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { acting } from '../http/acting';
import { Api } from '../http/api';
import { pagedList } from '../lists/paged-list';
import { DueReminders } from './due-reminders';

const nothing: Record<ReminderPart, { heading: string; text: string }> = {
  DATED: {
    heading: 'Nichts wird wieder vorgelegt.',
    text: 'Öffnen Sie ein Netzwerk, einen Termin oder einen Hinweis und wählen Sie oben das Lesezeichen.',
  },
  STARRED: {
    heading: 'Nichts gemerkt.',
    text: 'Was Sie oft brauchen, merken Sie sich mit dem Lesezeichen oben auf seiner Seite.',
  },
  DONE: { heading: 'Noch nichts erledigt.', text: '' },
};

/** All of one's reminders, what is kept at hand, and what is done. */
@Component({
  selector: 'rt-reminder-list-page',
  imports: [BerlinDatePipe, Cell, DataList, EmptyState, FilterBar, PageHead, RouterLink],
  templateUrl: './reminder-list-page.html',
  styles: `
    .late {
      color: var(--rt-negative);
      font-weight: 600;
    }
  `,
})
export class ReminderListPage {
  readonly part = input<ReminderPart>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly due = inject(DueReminders);
  protected readonly icon = mdiBookmarkOutline;
  protected readonly shown = computed(() => this.part() ?? 'DATED');
  protected readonly nothing = computed(() => nothing[this.shown()]);
  protected readonly reminders = pagedList<ReminderItem>('/api/reminders', () => ({ part: this.shown() }));
  private readonly sending = acting(() => this.reminders.reload());
  protected readonly result = computed(() => {
    const total = this.reminders.total();
    return total === null ? null : counted(total, 'Eintrag', 'Einträge');
  });
  protected readonly columns = computed<readonly Column[]>(() => [
    { key: 'object', label: 'Was', card: 'plain' },
    { key: 'note', label: 'Notiz', width: '32%' },
    ...(this.shown() === 'DATED' ? [{ key: 'day', label: 'Am', width: '9rem' }] : []),
    { key: 'act', label: 'Tun', width: '12rem' },
  ]);
  protected readonly filters: readonly Filter[] = [
    {
      kind: 'choice',
      key: 'part',
      label: 'Was',
      all: reminderPartLabels.DATED,
      options: [
        { value: 'STARRED', label: reminderPartLabels.STARRED },
        { value: 'DONE', label: reminderPartLabels.DONE },
      ],
    },
  ];

  constructor() {
    // What was ticked here is not due in the top bar either.
    effect(() => {
      if (this.reminders.answer()) this.due.reload();
    });
  }

  protected async act(it: ReminderItem, verb: 'done' | 'reopen'): Promise<void> {
    if (!(await this.sending(() => this.api.act(`/api/reminders/${it.id}/${verb}`)))) return;
    const back = verb === 'done' ? 'reopen' : 'done';
    this.toasts.say(
      verb === 'done' ? 'Erledigt.' : 'Steht wieder da.',
      async () => void (await this.sending(() => this.api.act(`/api/reminders/${it.id}/${back}`))),
    );
  }

  protected async remove(it: ReminderItem): Promise<void> {
    await this.sending(() => this.api.remove(`/api/reminders/${it.id}`), 'Entfernt.');
  }
}
