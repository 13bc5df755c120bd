import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type TaskChange, type TasksChangedView } from '@runder-tisch/domain/tasks';
import { counted } from '@runder-tisch/domain/text';
import { Toasts } from '@runder-tisch/ui/overlay';
import { acting } from '../http/acting';
import { Api } from '../http/api';
import { type AskedChange, SeveralForm } from './several-form';

const did: Record<TaskChange, string> = {
  done: 'erledigt',
  reopen: 'wieder geöffnet',
  drop: 'entfallen',
  due: 'mit neuer Frist',
  'hand-over': 'übergeben',
  remind: 'mit Erinnerung',
};

/** What can be done with the chosen tasks; what was not possible is said below, task by task. */
@Component({
  selector: 'rt-task-selection',
  imports: [SeveralForm],
  template: `
    @if (ids().length) {
      <div class="bar rt-unprinted" role="group" aria-label="Mit den ausgewählten Aufgaben">
        <span class="count" role="status">{{ ids().length }} ausgewählt</span>
        @if (ids().length < shown()) {
          <button type="button" class="rt-button rt-plain rt-small" (click)="all.emit()">
            Alle {{ shown() }} gezeigten
          </button>
        }
        <button type="button" class="rt-button rt-small" (click)="panel.set('done')">Erledigt …</button>
        @if (mayChange()) {
          <button type="button" class="rt-button rt-small" (click)="panel.set('due')">Neue Frist …</button>
          <button type="button" class="rt-button rt-small" (click)="panel.set('hand-over')">
            Andere Zuständige …
          </button>
          <button type="button" class="rt-button rt-small" [disabled]="act.busy()" (click)="remind()">
            Erinnern
          </button>
        }
        <button type="button" class="rt-button rt-plain rt-small" (click)="none.emit()">
          Auswahl aufheben
        </button>
      </div>
    }
    @if (left().length) {
      <div class="rt-note rt-note-warning left" role="alert">
        <p>{{ leftWords() }}</p>
        <ul>
          @for (task of left(); track task.id) {
            <li>
              <strong>{{ task.title }}</strong>: {{ task.says }}
            </li>
          }
        </ul>
        <button type="button" class="rt-button rt-small" (click)="left.set([])">Verstanden</button>
      </div>
    }
    @if (panel(); as change) {
      <rt-several-form
        [ids]="ids()"
        [change]="change"
        (closed)="panel.set(null)"
        (changed)="told(change, $event)"
      />
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .bar {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 6px;
      margin-block-end: 12px;
      padding: 10px 12px;
      border: 1px solid var(--rt-accent);
      border-radius: var(--rt-radius);
      background: var(--rt-surface-raised);
    }
    .count {
      margin-right: 4px;
      font-weight: 650;
    }
    .left {
      display: grid;
      justify-items: start;
      gap: 8px;
      margin-block-end: 12px;
    }
  `,
})
export class TaskSelection {
  readonly ids = input.required<readonly string[]>();
  readonly shown = input.required<number>();
  /** Ticking off is for whoever does a task; the rest for whoever gives it. */
  readonly mayChange = input(false);
  readonly all = output<void>();
  readonly none = output<void>();
  readonly changed = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly act = acting();
  protected readonly panel = signal<AskedChange | null>(null);
  protected readonly left = signal<TasksChangedView['left']>([]);
  protected readonly leftWords = computed(() =>
    this.left().length === 1 ? 'Eine Aufgabe blieb, wie sie war:' : 'Diese Aufgaben blieben, wie sie waren:',
  );

  protected async remind(): Promise<void> {
    const request = { ids: this.ids(), change: 'remind' };
    await this.act(async () => {
      this.told('remind', await this.api.act<TasksChangedView>('/api/tasks/several', null, request));
    });
  }

  protected told(change: TaskChange, { batchId, changed, left }: TasksChangedView): void {
    this.panel.set(null);
    this.left.set(left);
    const undo = batchId === null ? null : () => this.takeBack(batchId);
    if (changed > 0) this.toasts.say(`${counted(changed, 'Aufgabe', 'Aufgaben')} ${did[change]}.`, undo);
    else if (left.length === 0) this.toasts.say('Da war nichts zu ändern.');
    this.none.emit();
    this.changed.emit();
  }

  private async takeBack(batchId: string): Promise<void> {
    await this.act(async () => {
      const { left } = await this.api.act<TasksChangedView>(`/api/tasks/several/${batchId}/undo`);
      this.left.set(left);
    });
    this.changed.emit();
  }
}
