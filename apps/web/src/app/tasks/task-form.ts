import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { NamedReference } from '@runder-tisch/domain/lists';
import type { TaskListItem } from '@runder-tisch/domain/tasks';
import { SaveTask } from '@runder-tisch/domain/tasks/tasks-requests';
import {
  DateField,
  EntityPicker,
  ErrorSummary,
  type PickItem,
  TextArea,
  TextField,
} from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../forms';
import { Api } from '../http/api';
import { Lookups, objectId, objectKey, picked } from '../lists/lookups';
import { TaskHistory } from './task-history';

/** Who does what until when: a new task or a changed one, in a panel. */
@Component({
  selector: 'rt-task-form',
  imports: [DateField, EntityPicker, ErrorSummary, FormField, SidePanel, TaskHistory, TextArea, TextField],
  template: `
    <rt-side-panel
      [heading]="task() ? 'Aufgabe ändern' : 'Aufgabe anlegen'"
      [dirty]="entry.dirty()"
      (closed)="closed.emit()"
    >
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-text-field label="Was ist zu tun?" [formField]="entry.fields.title" />
        <rt-date-field label="Bis wann?" [formField]="entry.fields.dueOn" />
        <rt-entity-picker
          label="Wer?"
          hint="Die Person findet sie auf ihrer Seite Heute."
          [lookup]="people"
          [chosen]="chosen().person"
          [formField]="entry.fields.personId"
        />
        <rt-entity-picker
          label="Organisation"
          hint="Ohne Person ist dran, wer für die Organisation spricht."
          [lookup]="lookups.organisations"
          [chosen]="chosen().organisation"
          [formField]="entry.fields.organisationId"
        />
        <rt-entity-picker
          label="Netzwerk"
          [lookup]="lookups.networks"
          [chosen]="chosen().network"
          [formField]="entry.fields.networkId"
        />
        <rt-entity-picker
          label="Worum geht es?"
          hint="Zum Beispiel eine Maßnahme, ein Termin oder ein Angebot. Die Aufgabe führt dann dorthin."
          [lookup]="lookups.anything"
          [chosen]="chosen().object"
          [value]="object()"
          (valueChange)="takeObject($event)"
        />
        <rt-text-area label="Näheres" [formField]="entry.fields.detail" />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">
            {{ task() ? 'Speichern' : 'Anlegen' }}
          </button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
          @if (task(); as it) {
            @if (it.state === 'OPEN') {
              <button type="button" class="rt-button rt-plain" (click)="dropped.emit(it)">
                Aufgabe entfällt
              </button>
            }
          }
        </div>
      </form>
      @if (task(); as it) {
        <rt-task-history [taskId]="it.id" />
      }
    </rt-side-panel>
  `,
})
export class TaskForm {
  readonly task = input<TaskListItem | null>(null);
  /** The network a new task belongs to. */
  readonly network = input<NamedReference | null>(null);
  readonly closed = output<void>();
  readonly saved = output<void>();
  readonly dropped = output<TaskListItem>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly lookups = inject(Lookups);
  protected readonly entry = requestForm(SaveTask, {}, { about: () => this.task()?.id });
  protected readonly people = (words: string) =>
    this.lookups.people(words, this.entry.model().organisationId);
  protected readonly chosen = computed(() => ({
    person: picked(this.task()?.person),
    organisation: picked(this.task()?.organisation),
    network: picked(this.task() ? this.task()?.network : this.network()),
    object: pickedObject(this.task()?.object),
  }));
  protected readonly object = computed(() => {
    const { objectKind, objectId: id } = this.entry.model();
    return objectKind && id ? objectKey(objectKind, id) : '';
  });

  constructor() {
    effect(() => {
      const task = this.task();
      const network = this.network();
      if (task) untracked(() => this.entry.reset(asRequest(task)));
      else if (network) untracked(() => this.entry.reset({ networkId: network.id }));
    });
  }

  protected takeObject(key: string): void {
    const object = key === '' ? { kind: '', id: '' } : objectId(key);
    this.entry.model.update((model) => ({ ...model, objectKind: object.kind, objectId: object.id }));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const task = this.task();
    const done = await this.entry.submit(async (request) => {
      if (task) await this.api.change(`/api/tasks/${task.id}`, task.version, request);
      else await this.api.create('/api/tasks', request, this.entry.intent());
    });
    if (!done) return;
    this.toasts.say(task ? 'Gespeichert.' : 'Aufgabe angelegt.');
    this.saved.emit();
  }
}

function asRequest(task: TaskListItem): SaveTask {
  return {
    title: task.title,
    detail: task.detail,
    dueOn: task.dueOn,
    personId: task.person?.id ?? null,
    organisationId: task.organisation?.id ?? null,
    networkId: task.network?.id ?? null,
    objectKind: task.object?.kind ?? null,
    objectId: task.object?.id ?? null,
  };
}

function pickedObject(object: TaskListItem['object'] | undefined): PickItem | null {
  if (!object) return null;
  const { kind, id, label, title } = object;
  return { id: objectKey(kind, id), title: title ?? label };
}
