import { Component, computed, inject, signal } from '@angular/core';
import { mdiBookmarkOutline } from '@mdi/js';
import { counted } from '@runder-tisch/domain/text';
import { Icon } from '@runder-tisch/ui/icon';
import { DueReminders } from './due-reminders';
import { ReminderPanel } from './reminder-panel';

/** In the top bar: when shall the object of this page come back, and what is due. */
@Component({
  selector: 'rt-reminder-button',
  imports: [Icon, ReminderPanel],
  template: `
    <button
      type="button"
      class="rt-button rt-plain rt-square opener"
      aria-haspopup="dialog"
      [attr.aria-label]="label()"
      [title]="label()"
      (click)="open.set(true)"
    >
      <rt-icon [path]="icon" />
      @if (reminders.due().length; as count) {
        <span class="count rt-number" aria-hidden="true">{{ count }}</span>
      }
    </button>
    @if (open()) {
      @defer (on immediate) {
        <rt-reminder-panel (closed)="open.set(false)" />
      }
    }
  `,
  styles: `
    .opener {
      position: relative;
    }
    .count {
      position: absolute;
      top: 2px;
      inset-inline-end: 2px;
      min-width: 18px;
      padding: 0 4px;
      border-radius: 9px;
      background: var(--rt-accent);
      color: var(--rt-on-accent);
      font-size: 0.75rem;
      font-weight: 650;
      line-height: 18px;
      text-align: center;
    }
  `,
})
export class ReminderButton {
  protected readonly reminders = inject(DueReminders);
  protected readonly icon = mdiBookmarkOutline;
  protected readonly open = signal(false);
  protected readonly label = computed(() => {
    const due = this.reminders.due().length;
    return due ? `Wiedervorlage: ${counted(due, 'ist fällig', 'sind fällig')}` : 'Wiedervorlage';
  });
}
