import { httpResource } from '@angular/common/http';
import { DestroyRef, Service, computed, inject, signal } from '@angular/core';
import type { Page } from '@runder-tisch/domain/lists';
import type { ReminderItem } from '@runder-tisch/domain/reminders';

const SHOWN = 5;

/** What comes back next, for the top bar; asked after the page itself has come. */
@Service()
export class DueReminders {
  private readonly wanted = signal(false);
  private readonly answer = httpResource<Page<ReminderItem>>(() =>
    this.wanted() ? { url: '/api/reminders', params: { part: 'DATED', limit: SHOWN } } : undefined,
  );
  /** At most five. */
  readonly due = computed(() =>
    (this.answer.hasValue() ? this.answer.value().items : []).filter((item) => item.due),
  );

  constructor() {
    const later = setTimeout(() => this.wanted.set(true), 2000);
    inject(DestroyRef).onDestroy(() => clearTimeout(later));
  }

  reload(): void {
    this.wanted.set(true);
    this.answer.reload();
  }
}
