import { Component, computed, effect, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  type TextBlockCategory,
  textBlockCategories,
  textBlockCategoryLabels,
  type TextBlockView,
} from '@runder-tisch/domain/settings';
import { counted } from '@runder-tisch/domain/text';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { Session } from '../../session/session';
import { KeptEntryBody } from '../kept-list/kept-entry';
import { KeptList } from '../kept-list/kept-list';
import { keptList } from '../kept-list/kept-list-data';
import { TextBlockForm } from './text-block-form';
import { TextBlocks } from './text-blocks';

/** Words the office uses again and again, by where they are offered. */
@Component({
  selector: 'rt-text-blocks-page',
  imports: [EmptyState, KeptEntryBody, KeptList, PageHead, ProgressLine, RouterLink, TextBlockForm],
  template: `
    <rt-progress-line [busy]="blocks.loading()" />
    <rt-page-head heading="Textbausteine" [back]="{ label: 'Einstellungen', link: '/einstellungen' }">
      <span subline
        >Freundliche Worte zum Anfangen. Eingefügt wird der Text, danach ändert man ihn frei.</span
      >
      <ng-container actions>
        <button type="button" class="rt-button rt-primary" (click)="adding.set('ANSWER')">
          Textbaustein hinzufügen
        </button>
      </ng-container>
    </rt-page-head>
    @if (blocks.problem(); as problem) {
      <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
    }
    @for (group of groups(); track group.category) {
      <section>
        <h2>{{ group.label }}</h2>
        <rt-kept-list
          ordered
          mayChange
          [label]="group.label"
          [entries]="group.entries"
          [loading]="blocks.loading()"
          (orderChange)="order(group.category, $event)"
          (edit)="editing.set($event.id)"
        >
          <ng-template [rtKeptEntry]="group.entries" let-entry>
            <strong>{{ entry.name }}</strong>
            <p class="rt-quiet rt-small rt-lines">{{ entry.text }}</p>
            @if (entry.used) {
              <p class="rt-small">
                @if (mayRead()) {
                  <a routerLink="/hinweise" [queryParams]="{ ansicht: 'all', textBlockId: entry.id }">{{
                    usage(entry)
                  }}</a>
                } @else {
                  {{ usage(entry) }}
                }
              </p>
            }
          </ng-template>
          <rt-empty-state
            empty
            heading="Noch keine Textbausteine"
            text="Was Sie oft schreiben, können Sie hier festhalten."
          />
        </rt-kept-list>
      </section>
    }
    @if (adding(); as category) {
      <rt-text-block-form [category]="category" [list]="blocks" (closed)="adding.set(null)" />
    }
    @if (edited(); as block) {
      <rt-text-block-form [block]="block" [list]="blocks" (closed)="editing.set(null)" />
    }
  `,
  styles: `
    section + section {
      margin-top: calc(var(--rt-space) * 3);
    }
    h2 {
      margin-bottom: calc(var(--rt-space) * 1.5);
    }
    p {
      max-width: 80ch;
    }
  `,
})
export class TextBlocksPage {
  private readonly session = inject(Session);
  protected readonly mayRead = computed(() => this.session.may('feedback:read'));
  protected readonly blocks = keptList<TextBlockView>('/api/text-blocks');
  protected readonly adding = signal<TextBlockCategory | null>(null);
  protected readonly editing = signal<string | null>(null);
  protected readonly edited = computed(
    () => this.blocks.entries().find((it) => it.id === this.editing()) ?? null,
  );
  protected readonly groups = computed(() =>
    textBlockCategories.map((category) => ({
      category,
      label: textBlockCategoryLabels[category],
      entries: this.blocks.entries().filter((it) => it.category === category),
    })),
  );

  constructor() {
    // What is offered in the texts follows what is kept here.
    const offered = inject(TextBlocks);
    effect(() => {
      this.blocks.entries();
      offered.reload();
    });
  }

  protected usage({ used }: TextBlockView): string {
    return `steht in ${counted(used, 'Antwort', 'Antworten')}`;
  }

  /** The order of one group within the whole list. */
  protected order(category: TextBlockCategory, ids: readonly string[]): void {
    const others = this.groups()
      .filter((group) => group.category !== category)
      .flatMap((group) => group.entries.map((it) => it.id));
    void this.blocks.order([...others, ...ids]);
  }
}
