import { httpResource } from '@angular/common/http';
import { Component, computed, input } from '@angular/core';
import { taskEventSays, type TaskEventView } from '@runder-tisch/domain/tasks';
import { BerlinDatePipe } from '@runder-tisch/ui/text';

/** What happened with a task, newest first. */
@Component({
  selector: 'rt-task-history',
  imports: [BerlinDatePipe],
  template: `
    @if (steps().length) {
      <h3>Verlauf</h3>
      <ol>
        @for (step of steps(); track step.id) {
          <li>
            {{ step.says }}
            <span class="rt-cell-note">
              {{ step.at | berlinDate: 'dayTime' }}
              @if (step.by) {
                · {{ step.by }}
              }
            </span>
            @if (step.note) {
              <span class="rt-cell-note">{{ step.note }}</span>
            }
          </li>
        }
      </ol>
    }
  `,
  styles: `
    :host {
      display: block;
      margin-block-start: 20px;
    }
    h3 {
      margin-block-end: 8px;
      font-size: 1rem;
    }
    ol {
      display: grid;
      gap: 8px;
      margin: 0;
      padding: 0;
      list-style: none;
    }
  `,
})
export class TaskHistory {
  readonly taskId = input.required<string>();

  private readonly answer = httpResource<TaskEventView[]>(() => `/api/tasks/${this.taskId()}/history`);
  protected readonly steps = computed(() =>
    (this.answer.hasValue() ? this.answer.value() : []).map((step) => ({
      ...step,
      says: taskEventSays(step),
    })),
  );
}
