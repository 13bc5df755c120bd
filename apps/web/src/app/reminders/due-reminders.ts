import { httpResource } from '@angular/common/http';
import { Service, computed, inject } from '@angular/core';
import type { Page } from '@runder-tisch/domain/lists';
import type { ReminderItem } from '@runder-tisch/domain/reminders';
import { Session } from '../session/session';

const SHOWN = 5;

/**
 * What comes back next, for the top bar; asked with the page. Later would be taken for somebody's doing, and a session of
 * which nobody makes use would go on.
 */
@Service()
export class DueReminders {
  private readonly session = inject(Session);
  private readonly accountId = computed(() => this.session.current().accountId);
  /** Asked anew for whoever signs in next in the same window. */
  private readonly answer = httpResource<Page<ReminderItem>>(() =>
    this.accountId() ? { url: '/api/reminders', params: { part: 'DATED', limit: SHOWN } } : undefined,
  );
  /** At most five. */
  readonly due = computed(() =>
    (this.answer.hasValue() ? this.answer.value().items : []).filter((item) => item.due),
  );

  reload(): void {
    this.answer.reload();
  }
}
