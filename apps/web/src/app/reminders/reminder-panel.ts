import { httpResource } from '@angular/common/http';
import { Component, computed, inject, output, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiStar, mdiStarOutline } from '@mdi/js';
import type { PageReminders, ReminderItem } from '@runder-tisch/domain/reminders';
import { Icon } from '@runder-tisch/ui/icon';
import { SidePanel } from '@runder-tisch/ui/overlay';
import { acting } from '../http/acting';
import { Api } from '../http/api';
import { DueReminders } from './due-reminders';
import { ReminderForm } from './reminder-form';
import { ReminderLines } from './reminder-lines';

/** What somebody has at the object of the open page, a new reminder on it, and what is due elsewhere. */
@Component({
  selector: 'rt-reminder-panel',
  imports: [Icon, ReminderForm, ReminderLines, RouterLink, SidePanel],
  templateUrl: './reminder-panel.html',
  styleUrl: './reminder-panel.scss',
})
export class ReminderPanel {
  readonly closed = output<void>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly due = inject(DueReminders);
  private readonly path = this.router.url.split(/[?#]/)[0] ?? '';
  protected readonly icons = { star: mdiStar, starless: mdiStarOutline };
  protected readonly page = httpResource<PageReminders>(() => ({
    url: '/api/reminders/page',
    params: { path: this.path },
  }));
  protected readonly here = computed(() => (this.page.hasValue() ? this.page.value() : null));
  protected readonly elsewhere = computed(() =>
    this.due.due().filter(({ object }) => object.id !== this.here()?.object.id),
  );
  protected readonly sending = acting(() => this.changed());
  protected readonly edited = signal<ReminderItem | null>(null);
  protected readonly typed = signal(false);

  protected changed(): void {
    this.edited.set(null);
    this.page.reload();
    this.due.reload();
  }

  protected keep({ object, star }: PageReminders): void {
    if (star) void this.sending(() => this.api.remove(`/api/reminders/${star.id}`), 'Nicht mehr gemerkt.');
    else {
      const request = { kind: object.kind, objectId: object.id, dueOn: null, note: '' };
      void this.sending(
        () => this.api.create('/api/reminders', request),
        'Gemerkt. Sie finden es mit Strg K und unter Heute.',
      );
    }
  }
}
