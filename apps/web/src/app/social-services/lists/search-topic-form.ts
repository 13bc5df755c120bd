import { Component, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type SearchTopicView, topicDangerLabels, topicDangers } from '@runder-tisch/domain/social-services';
import { SaveSearchTopic } from '@runder-tisch/domain/social-services/social-services-requests';
import { ErrorSummary, SelectField, TextArea, TextField } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { KeptEntryActions } from '../../settings/kept-list/kept-entry-actions';
import type { KeptListData } from '../../settings/kept-list/kept-list-data';

/** What people say, and what offers call it. */
@Component({
  selector: 'rt-search-topic-form',
  imports: [ErrorSummary, FormField, KeptEntryActions, SelectField, SidePanel, TextArea, TextField],
  template: `
    <rt-side-panel
      [heading]="topic() ? 'Thema bearbeiten' : 'Thema hinzufügen'"
      [dirty]="entry.dirty()"
      (closed)="closed.emit()"
    >
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-text-field label="Name" hint="Nur für diese Liste." [formField]="entry.fields.name" />
        <rt-text-area
          label="Was Menschen sagen"
          hint="Wörter oder kurze Sätze, mit Komma oder in neuen Zeilen: Mahnung, kann nicht zahlen. Tippfehler und andere Endungen findet die Suche selbst."
          [rows]="6"
          [formField]="entry.fields.said"
        />
        <rt-text-area
          label="Was in den Angeboten steht"
          hint="Danach wird dann gesucht, zum Beispiel: Schuldnerberatung, Insolvenz."
          [rows]="3"
          [formField]="entry.fields.finds"
        />
        <rt-select-field
          label="Deutet auf Gefahr hin"
          hint="Dann stehen die passenden Notrufnummern vor den Treffern."
          [choices]="dangers"
          [formField]="entry.fields.danger"
        />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">
            {{ topic() ? 'Speichern' : 'Hinzufügen' }}
          </button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
      @if (topic(); as it) {
        <rt-kept-entry-actions [entry]="it" [list]="list()" (done)="closed.emit()" />
      }
    </rt-side-panel>
  `,
})
export class SearchTopicForm {
  readonly topic = input<SearchTopicView | null>(null);
  readonly list = input.required<KeptListData<SearchTopicView>>();
  readonly closed = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly entry = requestForm(SaveSearchTopic);
  protected readonly dangers = topicDangers.map((value) => ({ value, label: topicDangerLabels[value] }));

  constructor() {
    effect(() => {
      const topic = this.topic();
      const start = topic
        ? { name: topic.name, said: topic.said, finds: topic.finds, danger: topic.danger }
        : {};
      untracked(() => this.entry.reset(start));
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const topic = this.topic();
    const done = await this.entry.submit((request) =>
      topic
        ? this.api.change(`/api/search-topics/${topic.id}`, topic.version, request)
        : this.api.create('/api/search-topics', request, this.entry.intent()),
    );
    if (!done) return;
    this.toasts.say(topic ? 'Gespeichert.' : 'Thema hinzugefügt.');
    this.list().reload();
    this.closed.emit();
  }
}
