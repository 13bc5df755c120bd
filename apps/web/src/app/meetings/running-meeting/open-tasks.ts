import { Component, computed, inject, signal } from '@angular/core';
import { Toasts } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { RunningMeeting } from './record/running-meeting';

/** What earlier meetings left to do; most rounds begin with it. */
@Component({
  selector: 'rt-open-tasks',
  imports: [BerlinDatePipe],
  template: `
    @if (tasks().length) {
      <details>
        <summary>Noch offen von früher ({{ tasks().length }})</summary>
        <ul class="tasks">
          @for (task of tasks(); track task.id) {
            <li>
              <span>
                {{ task.title }}
                <span class="rt-quiet rt-small">
                  {{ task.who }}
                  @if (task.dueOn) {
                    · bis {{ task.dueOn | berlinDate: 'short' }}
                  }
                </span>
              </span>
              <button type="button" class="rt-button rt-small" (click)="done(task.id, task.title)">
                Erledigt<span class="rt-unseen">: {{ task.title }}</span>
              </button>
            </li>
          }
        </ul>
      </details>
    }
  `,
  styles: `
    details {
      margin-top: 20px;
      padding-top: 14px;
      border-top: 1px solid var(--rt-line);
    }
    summary {
      font-weight: 600;
      cursor: pointer;
    }
    .tasks {
      display: grid;
      gap: 12px;
      margin-top: 12px;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 6px 10px;
    }
    li > span {
      flex: 1 1 150px;
      display: grid;
    }
  `,
})
export class OpenTasks {
  private readonly act = acting();
  private readonly api = inject(Api);
  private readonly running = inject(RunningMeeting);
  private readonly toasts = inject(Toasts);
  private readonly ticked = signal<readonly string[]>([]);
  protected readonly tasks = computed(() =>
    (this.running.meeting()?.openTasks ?? []).filter((task) => !this.ticked().includes(task.id)),
  );

  protected async done(id: string, title: string): Promise<void> {
    if (!(await this.move(id, 'done'))) return;
    this.ticked.update((ids) => [...ids, id]);
    this.toasts.say(`Erledigt: ${title}`, async () => {
      if (await this.move(id, 'reopen')) this.ticked.update((ids) => ids.filter((it) => it !== id));
    });
  }

  /** The page stays where it is even when the session has ended. */
  private move(id: string, verb: 'done' | 'reopen'): Promise<boolean> {
    return this.act(() => this.api.knock(`/api/tasks/${id}/${verb}`, {}));
  }
}
