import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { counted } from '@runder-tisch/domain/text';
import { PageHead } from '@runder-tisch/ui/layout';
import { FilterBar, type Filter } from '@runder-tisch/ui/list';
import { Session } from '../session/session';
import { TaskForm } from '../tasks/task-form';
import { TaskList } from '../tasks/task-list';

/** All tasks one may see; filters stand in the address. */
@Component({
  selector: 'rt-task-list-page',
  imports: [FilterBar, PageHead, TaskForm, TaskList],
  template: `
    <rt-page-head heading="Aufgaben" [back]="{ label: 'Heute', link: '/heute' }">
      <ng-container actions>
        @if (mayAdd()) {
          <button type="button" class="rt-button rt-primary" (click)="openForm(true)">Aufgabe anlegen</button>
        }
      </ng-container>
    </rt-page-head>
    <rt-filter-bar [filters]="filters" [result]="result()" />
    <rt-task-list [query]="query()" [open]="aufgabe()" (counted)="total.set($event)" />
    @if (neu() && mayAdd()) {
      <rt-task-form (closed)="openForm(false)" (saved)="added()" />
    }
  `,
})
export class TaskListPage {
  readonly search = input<string>();
  readonly of = input<string>();
  readonly state = input<string>();
  readonly aufgabe = input<string>();
  readonly neu = input<string>();

  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly mayAdd = computed(() => this.session.may('task:change'));
  protected readonly total = signal<number | null>(null);
  protected readonly query = computed(() => ({
    search: this.search(),
    of: this.of(),
    state: stateFor(this.state()),
  }));
  private readonly list = viewChild.required(TaskList);
  protected readonly result = computed(() => {
    const total = this.total();
    if (total === null) return null;
    return counted(total, 'Aufgabe', 'Aufgaben');
  });
  protected readonly filters: readonly Filter[] = [
    { kind: 'search', key: 'search', label: 'Suchen in Aufgaben' },
    {
      kind: 'choice',
      key: 'of',
      label: 'Wessen Aufgaben',
      all: 'Alle, die ich sehe',
      options: [
        { value: 'mine', label: 'Meine' },
        { value: 'networks', label: 'Meine Netzwerke' },
      ],
    },
    {
      kind: 'choice',
      key: 'state',
      label: 'Stand',
      all: 'Offene',
      options: [
        { value: 'OVERDUE', label: 'Überfällige' },
        { value: 'DONE', label: 'Erledigte' },
        { value: 'DROPPED', label: 'Entfallene' },
        { value: 'alle', label: 'Alle' },
      ],
    },
  ];

  protected openForm(open: boolean): void {
    void this.router.navigate([], { queryParams: { neu: open ? 1 : null }, queryParamsHandling: 'merge' });
  }

  protected added(): void {
    this.openForm(false);
    this.list().reload();
  }
}

/** Without a choice only what is open: done tasks are rarely what somebody looks for. */
function stateFor(chosen: string | undefined): string | undefined {
  return chosen === 'alle' ? undefined : (chosen ?? 'OPEN');
}
