import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiCheckboxBlankCircleOutline, mdiCheckCircle, mdiCheckCircleOutline } from '@mdi/js';
import type { NamedReference } from '@runder-tisch/domain/lists';
import { taskStateLabels, type TaskListItem } from '@runder-tisch/domain/tasks';
import { Icon } from '@runder-tisch/ui/icon';
import { EmptyState } from '@runder-tisch/ui/layout';
import { Cell, DataList, type Column } from '@runder-tisch/ui/list';
import { Confirm, Toasts } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe, UnbrokenPipe } from '@runder-tisch/ui/text';
import { acting } from '../http/acting';
import { Api } from '../http/api';
import { pagedList } from '../lists/paged-list';
import { TaskForm } from './task-form';

/** Tasks with a circle to tick: of a network, a person, or all one may see. */
@Component({
  selector: 'rt-task-list',
  imports: [BerlinDatePipe, Cell, DataList, EmptyState, Icon, RouterLink, TaskForm, UnbrokenPipe],
  templateUrl: './task-list.html',
  styleUrl: './task-list.scss',
})
export class TaskList {
  readonly query = input.required<Record<string, string | undefined>>();
  /** A new task belongs to it, and its name needs no repeating in the rows. */
  readonly network = input<NamedReference | null>(null);
  readonly mayAdd = input(false);
  /** Opens the panel of one task, as a link from Heute asks for. */
  readonly open = input<string | undefined>();
  readonly changed = output<void>();
  readonly counted = output<number | null>();

  private readonly api = inject(Api);
  private readonly sending = acting(() => {
    this.tasks.reload();
    this.changed.emit();
  });
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  protected readonly icons = {
    open: mdiCheckboxBlankCircleOutline,
    done: mdiCheckCircle,
    none: mdiCheckCircleOutline,
  };
  protected readonly stateLabels = taskStateLabels;
  protected readonly withClosed = signal(false);
  /** On the page of a network only what is open, until somebody asks for more. */
  protected readonly tasks = pagedList<TaskListItem>('/api/tasks', () =>
    this.network() && !this.withClosed() ? { ...this.query(), state: 'OPEN' } : this.query(),
  );
  protected readonly panel = signal<TaskListItem | 'new' | null>(null);
  protected readonly edited = computed(() => {
    const panel = this.panel();
    return panel === 'new' ? null : panel;
  });
  protected readonly columns = computed<readonly Column[]>(() => [
    { key: 'title', label: 'Aufgabe', card: 'plain' },
    { key: 'who', label: 'Wer', width: '22%' },
    ...(this.network() ? [] : [{ key: 'network', label: 'Netzwerk', width: '20%' }]),
    { key: 'due', label: 'Bis', width: '8rem' },
  ]);

  constructor() {
    effect(() => this.counted.emit(this.tasks.total()));
    effect(() => {
      const id = this.open();
      const task = this.tasks.rows().find((row) => row.id === id);
      if (task?.mayChange) untracked(() => this.panel.set(task));
    });
  }

  /** After something changed elsewhere on the page. */
  reload(): void {
    this.tasks.reload();
  }

  protected async toggle(task: TaskListItem): Promise<void> {
    const done = task.state === 'OPEN';
    if (!(await this.act(task, done ? 'done' : 'reopen'))) return;
    if (done) this.toasts.say(`Erledigt: ${task.title}`, async () => void (await this.act(task, 'reopen')));
  }

  protected async drop(task: TaskListItem): Promise<void> {
    const answer = await this.confirm.ask({
      heading: 'Aufgabe entfällt?',
      text: `„${task.title}“ muss dann niemand mehr erledigen.`,
      action: 'Entfällt',
    });
    if (!answer) return;
    this.panel.set(null);
    if (await this.act(task, 'drop'))
      this.toasts.say('Die Aufgabe ist entfallen.', async () => void (await this.act(task, 'reopen')));
  }

  protected saved(): void {
    this.panel.set(null);
    this.tasks.reload();
    this.changed.emit();
  }

  private act(task: TaskListItem, verb: 'done' | 'reopen' | 'drop'): Promise<boolean> {
    return this.sending(() => this.api.act(`/api/tasks/${task.id}/${verb}`));
  }
}
