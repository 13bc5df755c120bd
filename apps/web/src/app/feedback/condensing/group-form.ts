import { Component, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { GroupView } from '@runder-tisch/domain/feedback';
import { SaveGroup } from '@runder-tisch/domain/feedback/condensing/condensing-requests';
import { ErrorSummary, TextField } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';

/** Names a new group, a part that leaves one, or an old one anew. */
@Component({
  selector: 'rt-group-form',
  imports: [ErrorSummary, FormField, SidePanel, TextField],
  template: `
    <rt-side-panel [heading]="heading()" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <p class="rt-quiet">
          Eine Gruppe ist Ihr Korb: Sie ändert nichts an den Hinweisen, und niemand außerhalb der Planung
          sieht sie.
        </p>
        <rt-text-field label="Name der Gruppe" [formField]="entry.fields.name" />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">{{ verb() }}</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class GroupForm {
  /** The group that is renamed, or from which something is taken out. */
  readonly of = input<GroupView | null>(null);
  /** What lies in the new one; none where one is renamed. */
  readonly feedbackIds = input<readonly string[]>([]);
  readonly closed = output<void>();
  readonly saved = output<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly entry = requestForm(SaveGroup, {}, { about: () => this.of()?.id });

  constructor() {
    effect(() => {
      const begin = this.isRename ? { name: this.of()?.name ?? '' } : {};
      untracked(() => this.entry.reset(begin));
    });
  }

  private get isRename(): boolean {
    return this.feedbackIds().length === 0;
  }

  protected heading(): string {
    if (this.isRename) return 'Gruppe umbenennen';
    return this.of() ? 'In eine eigene Gruppe' : 'Gruppe anlegen';
  }

  protected verb(): string {
    if (this.isRename) return 'Umbenennen';
    return this.of() ? 'Herauslösen' : 'Anlegen';
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const of = this.of();
    let id = of?.id ?? '';
    const done = await this.entry.submit(async (named) => {
      const request = { ...named, feedbackIds: [...this.feedbackIds()] };
      if (of && this.isRename) await this.api.change(`/api/feedback-groups/${of.id}`, of.version, named);
      else if (of)
        ({ id } = await this.api.create(`/api/feedback-groups/${of.id}/split`, request, this.entry.intent()));
      else ({ id } = await this.api.create('/api/feedback-groups', request, this.entry.intent()));
    });
    if (!done) return;
    this.toasts.say(this.isRename ? 'Umbenannt.' : 'Gruppe angelegt.');
    this.saved.emit(id);
  }
}
