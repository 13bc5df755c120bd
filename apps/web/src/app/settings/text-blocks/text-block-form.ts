import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import {
  type TextBlockCategory,
  textBlockCategories,
  textBlockCategoryLabels,
  type TextBlockView,
} from '@runder-tisch/domain/settings';
import { SaveTextBlock } from '@runder-tisch/domain/settings/settings-requests';
import { ErrorSummary, SelectField, TextArea, TextField } from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { Session } from '../../session/session';
import { KeptEntryActions } from '../kept-list/kept-entry-actions';
import type { KeptListData } from '../kept-list/kept-list-data';

@Component({
  selector: 'rt-text-block-form',
  imports: [
    ErrorSummary,
    FormField,
    KeptEntryActions,
    RouterLink,
    SelectField,
    SidePanel,
    TextArea,
    TextField,
  ],
  template: `
    <rt-side-panel [heading]="heading()" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-select-field label="Wofür" [choices]="categories" [formField]="entry.fields.category" />
        <rt-text-field
          label="Name"
          hint="Steht auf dem Knopf, mit dem man ihn einfügt."
          [formField]="entry.fields.name"
        />
        <rt-text-area
          label="Text"
          hint="Was jedes Mal anders ist, in eckige Klammern: [Tag], [Grund]. Vor dem Senden ersetzt man es von Hand."
          [rows]="8"
          [formField]="entry.fields.text"
        />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">
            {{ block() ? 'Speichern' : 'Hinzufügen' }}
          </button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
      @if (block(); as it) {
        @if (it.used && mayRead()) {
          <p>
            <a routerLink="/hinweise" [queryParams]="{ ansicht: 'all', textBlockId: it.id }"
              >Antworten mit diesem Textbaustein ansehen ({{ it.used }})</a
            >
          </p>
        }
        <rt-kept-entry-actions [entry]="it" [list]="list()" (done)="closed.emit()" />
      }
    </rt-side-panel>
  `,
})
export class TextBlockForm {
  readonly block = input<TextBlockView | null>(null);
  /** Of a new one. */
  readonly category = input<TextBlockCategory>('ANSWER');
  readonly list = input.required<KeptListData<TextBlockView>>();
  readonly closed = output<void>();

  private readonly api = inject(Api);
  private readonly session = inject(Session);
  protected readonly mayRead = computed(() => this.session.may('feedback:read'));
  private readonly toasts = inject(Toasts);
  protected readonly entry = requestForm(SaveTextBlock, {}, { about: () => this.block()?.id });
  protected readonly heading = computed(() =>
    this.block() ? 'Textbaustein bearbeiten' : 'Textbaustein hinzufügen',
  );
  protected readonly categories = textBlockCategories.map((value) => ({
    value,
    label: textBlockCategoryLabels[value],
  }));

  constructor() {
    effect(() => {
      const block = this.block();
      const start = block
        ? { category: block.category, name: block.name, text: block.text }
        : { category: this.category() };
      untracked(() => this.entry.reset(start));
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const block = this.block();
    const done = await this.entry.submit((request) =>
      block
        ? this.api.change(`/api/text-blocks/${block.id}`, block.version, request)
        : this.api.create('/api/text-blocks', request, this.entry.intent()),
    );
    if (!done) return;
    this.toasts.say(block ? 'Gespeichert.' : 'Textbaustein hinzugefügt.');
    this.list().reload();
    this.closed.emit();
  }
}
