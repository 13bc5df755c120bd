import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { ArgumentListItem, GroupListItem } from '@runder-tisch/domain/feedback';
import type { Page } from '@runder-tisch/domain/lists';
import { EntityPicker, type PickItem } from '@runder-tisch/ui/form';
import { SidePanel } from '@runder-tisch/ui/overlay';
import { Api } from '../../http/api';
import { acting } from '../../http/acting';

const SHOWN = 12;

/** Puts chosen Hinweise into a group or under an argument that is already there. */
@Component({
  selector: 'rt-add-to',
  imports: [EntityPicker, SidePanel],
  template: `
    <rt-side-panel [heading]="isArgument() ? 'Zu einem Argument' : 'In eine Gruppe'" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="add($event)">
        <rt-entity-picker
          [label]="isArgument() ? 'Argument' : 'Gruppe'"
          [lookup]="lookup"
          [required]="true"
          [(value)]="chosenId"
        />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="act.busy() || !chosenId()">Hinzufügen</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class AddTo {
  readonly kind = input.required<'argument' | 'group'>();
  readonly feedbackIds = input.required<readonly string[]>();
  readonly closed = output<void>();
  readonly added = output<void>();

  private readonly api = inject(Api);
  protected readonly act = acting();
  protected readonly chosenId = signal('');
  protected readonly isArgument = computed(() => this.kind() === 'argument');

  protected readonly lookup = async (search: string): Promise<readonly PickItem[]> => {
    const query = { search, limit: SHOWN };
    if (this.isArgument()) {
      const found = await this.api.get<Page<ArgumentListItem>>('/api/arguments', query);
      return found.items.map(({ id, number, title }) => ({ id, title: `${number} · ${title}` }));
    }
    const found = await this.api.get<Page<GroupListItem>>('/api/feedback-groups', query);
    return found.items.map(({ id, name }) => ({ id, title: name }));
  };

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const request = { feedbackIds: [...this.feedbackIds()] };
    const id = this.chosenId();
    const done = await this.act(
      () =>
        this.isArgument()
          ? this.api.act(`/api/arguments/${id}/feedback`, null, request)
          : this.api.act(`/api/feedback-groups/${id}/add`, null, request),
      'Hinzugefügt.',
    );
    if (done) this.added.emit();
  }
}
