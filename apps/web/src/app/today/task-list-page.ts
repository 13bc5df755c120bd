import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { mdiPrinterOutline } from '@mdi/js';
import type { NamedReference, Page } from '@runder-tisch/domain/lists';
import { taskDueLabels, taskDues, taskOriginLabels, taskOrigins } from '@runder-tisch/domain/tasks';
import { counted } from '@runder-tisch/domain/text';
import { EntityPicker } from '@runder-tisch/ui/form';
import { Icon } from '@runder-tisch/ui/icon';
import { PageHead } from '@runder-tisch/ui/layout';
import { FilterBar, type Filter } from '@runder-tisch/ui/list';
import { asParams } from '../http/query';
import { Lookups, picked } from '../lists/lookups';
import { ReferenceLists } from '../reference-lists/reference-lists';
import { Session } from '../session/session';
import { TaskForm } from '../tasks/task-form';
import { TaskList } from '../tasks/task-list';

/** All tasks one may see, over all networks and committees; filters stand in the address. */
@Component({
  selector: 'rt-task-list-page',
  imports: [EntityPicker, FilterBar, Icon, PageHead, TaskForm, TaskList],
  templateUrl: './task-list-page.html',
  styleUrl: './task-list-page.scss',
})
export class TaskListPage {
  readonly search = input<string>();
  readonly of = input<string>();
  readonly state = input<string>();
  readonly due = input<string>();
  readonly networkId = input<string>();
  readonly committeeId = input<string>();
  readonly origin = input<string>();
  readonly personId = input<string>();
  readonly organisationId = input<string>();
  readonly aufgabe = input<string>();
  readonly neu = input<string>();

  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly committees = inject(ReferenceLists).committeeChoices();
  private readonly networks = httpResource<Page<NamedReference>>(() => ({
    url: '/api/networks',
    params: { limit: 100 },
  }));
  private readonly person = httpResource<NamedReference>(() =>
    this.personId() ? `/api/people/${this.personId() ?? ''}` : undefined,
  );
  private readonly organisation = httpResource<NamedReference>(() =>
    this.organisationId() ? `/api/organisations/${this.organisationId() ?? ''}` : undefined,
  );
  protected readonly lookups = inject(Lookups);
  protected readonly people = (words: string) => this.lookups.people(words, this.organisationId() ?? '');
  protected readonly icons = { print: mdiPrinterOutline };
  protected readonly mayAdd = computed(() => this.session.may('task:change'));
  protected readonly mayPick = computed(() => this.session.may('person:read'));
  protected readonly total = signal<number | null>(null);
  protected readonly query = computed(() => ({
    search: this.search(),
    of: this.of(),
    state: stateFor(this.state()),
    due: this.due(),
    networkId: this.networkId(),
    committeeId: this.committeeId(),
    origin: this.origin(),
    personId: this.personId(),
    organisationId: this.organisationId(),
  }));
  private readonly list = viewChild.required(TaskList);
  protected readonly result = computed(() => {
    const total = this.total();
    if (total === null) return null;
    return counted(total, 'Aufgabe', 'Aufgaben');
  });
  protected readonly files = computed(() => {
    const params = new URLSearchParams(asParams(this.query())).toString();
    const of = (kind: string): string => `/api/tasks/export.${kind}${params ? `?${params}` : ''}`;
    return { csv: of('csv'), xlsx: of('xlsx') };
  });
  /** Whose tasks are shown, by name, also after a reload. */
  protected readonly chosen = computed(() => ({
    person: picked(this.person.hasValue() ? this.person.value() : null),
    organisation: picked(this.organisation.hasValue() ? this.organisation.value() : null),
  }));
  protected readonly filters = computed<readonly Filter[]>(() => [
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
        { value: 'DONE', label: 'Erledigte' },
        { value: 'DROPPED', label: 'Entfallene' },
        { value: 'alle', label: 'Alle' },
      ],
    },
    {
      kind: 'choice',
      key: 'due',
      label: 'Fällig',
      all: 'Jede Frist',
      options: taskDues.map((value) => ({ value, label: taskDueLabels[value] })),
    },
    {
      kind: 'choice',
      key: 'networkId',
      label: 'Netzwerk',
      all: 'Alle Netzwerke',
      options: (this.networks.hasValue() ? this.networks.value().items : []).map(({ id, name }) => ({
        value: id,
        label: name,
      })),
    },
    {
      kind: 'choice',
      key: 'committeeId',
      label: 'Gremium',
      all: 'Alle Gremien',
      options: this.committees(),
    },
    {
      kind: 'choice',
      key: 'origin',
      label: 'Herkunft',
      all: 'Jede Herkunft',
      options: taskOrigins.map((value) => ({ value, label: taskOriginLabels[value] })),
    },
  ]);

  protected openForm(open: boolean): void {
    this.write({ neu: open ? 1 : null });
  }

  protected choose(key: 'personId' | 'organisationId', id: string): void {
    if ((this[key]() ?? '') !== id) this.write({ [key]: id || null });
  }

  protected added(): void {
    this.openForm(false);
    this.list().reload();
  }

  protected print(): void {
    window.print();
  }

  private write(queryParams: Record<string, string | number | null>): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }
}

/** Without a choice only what is open: done tasks are rarely what somebody looks for. */
function stateFor(chosen: string | undefined): string | undefined {
  return chosen === 'alle' ? undefined : (chosen ?? 'OPEN');
}
