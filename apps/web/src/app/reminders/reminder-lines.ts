import { Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiCheckboxBlankCircleOutline, mdiPencilOutline } from '@mdi/js';
import type { ReminderItem } from '@runder-tisch/domain/reminders';
import { Icon } from '@runder-tisch/ui/icon';
import { Toasts } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { acting } from '../http/acting';
import { Api } from '../http/api';

/** A few reminders with a circle to tick. */
@Component({
  selector: 'rt-reminder-lines',
  imports: [BerlinDatePipe, Icon, RouterLink],
  template: `
    <ul>
      @for (it of items(); track it.id) {
        <li>
          <button
            type="button"
            class="tick"
            [attr.aria-label]="'Erledigt: ' + (it.note || it.object.title)"
            (click)="done(it)"
          >
            <rt-icon [path]="icons.open" />
          </button>
          <span class="words">
            @if (about()) {
              <a [routerLink]="it.object.path" (click)="opened.emit()">{{ it.object.title }}</a>
            }
            @if (it.note) {
              <span class="rt-lines">{{ it.note }}</span>
            }
            <span class="rt-quiet" [class.late]="it.due">{{ it.dueOn | berlinDate: 'short' }}</span>
          </span>
          @if (!about()) {
            <button
              type="button"
              class="rt-button rt-plain rt-square"
              [attr.aria-label]="'Ändern: ' + (it.note || it.object.title)"
              (click)="edit.emit(it)"
            >
              <rt-icon [path]="icons.edit" />
            </button>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      gap: 4px;
      margin-bottom: calc(var(--rt-space) * 2);
    }
    li {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      gap: 6px;
      align-items: start;
    }
    .words {
      display: grid;
      gap: 2px;
      padding-top: 6px;
      overflow-wrap: anywhere;
    }
    .late {
      color: var(--rt-negative);
      font-weight: 600;
    }
    .tick {
      margin-inline-start: -8px;
      display: grid;
      place-items: center;
      width: 36px;
      height: 36px;
      padding: 0;
      border: 0;
      border-radius: 50%;
      background: none;
      color: var(--rt-line-strong);
      cursor: pointer;
    }
    .tick:hover {
      background: var(--rt-positive-soft);
      color: var(--rt-positive);
    }
  `,
})
export class ReminderLines {
  readonly items = input.required<readonly ReminderItem[]>();
  /** What each is about is said and led to; otherwise each can be changed. */
  readonly about = input(true);
  readonly edit = output<ReminderItem>();
  readonly opened = output<void>();
  readonly changed = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly sending = acting(() => this.changed.emit());
  protected readonly icons = { open: mdiCheckboxBlankCircleOutline, edit: mdiPencilOutline };

  protected async done(it: ReminderItem): Promise<void> {
    if (!(await this.sending(() => this.api.act(`/api/reminders/${it.id}/done`)))) return;
    this.toasts.say(
      'Erledigt.',
      async () => void (await this.sending(() => this.api.act(`/api/reminders/${it.id}/reopen`))),
    );
  }
}
