import { httpResource } from '@angular/common/http';
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
import { Session } from '../session/session';
import { TaskForm } from './task-form';
import { TaskSelection } from './task-selection';

/** Tasks with a circle to tick: of a network, a person, or all one may see. */
@Component({
  selector: 'rt-task-list',
  imports: [
    BerlinDatePipe,
    Cell,
    DataList,
    EmptyState,
    Icon,
    RouterLink,
    TaskForm,
    TaskSelection,
    UnbrokenPipe,
  ],
  templateUrl: './task-list.html',
  styleUrl: './task-list.scss',
})
export class TaskList {
  readonly query = input.required<Record<string, string | undefined>>();
  /** A new task belongs to it, and its name needs no repeating in the rows. */
  readonly network = input<NamedReference | null>(null);
  readonly mayAdd = input(false);
  /** Several can be chosen and changed at once. */
  readonly choosable = input(false);
  /** Opens the panel of one task, as a link from Heute asks for. */
  readonly open = input<string | undefined>();
  readonly changed = output<void>();
  readonly counted = output<number | null>();

  private readonly api = inject(Api);
  private readonly session = inject(Session);
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
  /** The task a link leads to; it may stand far below what the list shows first. */
  private readonly asked = httpResource<TaskListItem>(() => {
    const id = this.open();
    return id ? `/api/tasks/${id}` : undefined;
  });
  protected readonly mayChange = computed(() => this.session.may('task:change'));
  protected readonly noneChosen: ReadonlySet<string> = new Set<string>();
  protected readonly chosen = signal(this.noneChosen);
  /** What a filter has taken out of sight is not changed behind anybody's back. */
  protected readonly chosenIds = computed(() =>
    this.tasks
      .rows()
      .filter((row) => this.chosen().has(row.id))
      .map(({ id }) => id),
  );
  protected readonly columns = computed<readonly Column[]>(() => [
    { key: 'title', label: 'Aufgabe', card: 'plain' },
    { key: 'who', label: 'Wer', width: '22%' },
    ...(this.network() ? [] : [{ key: 'network', label: 'Netzwerk', width: '20%' }]),
    { key: 'due', label: 'Bis', width: '8rem' },
  ]);

  constructor() {
    effect(() => this.counted.emit(this.tasks.total()));
    effect(() => {
      const task = this.asked.hasValue() ? this.asked.value() : null;
      if (task?.mayChange) untracked(() => this.panel.set(task));
    });
  }

  /** After something changed elsewhere on the page. */
  reload(): void {
    this.tasks.reload();
  }

  protected choose(id: string): void {
    const chosen = new Set(this.chosen());
    if (!chosen.delete(id)) chosen.add(id);
    this.chosen.set(chosen);
  }

  protected chooseAll(): void {
    this.chosen.set(
      new Set(
        this.tasks
          .rows()
          .filter((row) => row.mayMove || row.mayChange)
          .map(({ id }) => id),
      ),
    );
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
