import { Component, computed, signal } from '@angular/core';
import {
  type EmergencyNumberView,
  numberDangerLabels,
  type SearchTopicView,
  topicDangerLabels,
} from '@runder-tisch/domain/social-services';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { KeptEntryBody } from '../../settings/kept-list/kept-entry';
import { KeptList } from '../../settings/kept-list/kept-list';
import { keptList } from '../../settings/kept-list/kept-list-data';
import { EmergencyNumberForm } from './emergency-number-form';
import { SearchTopicForm } from './search-topic-form';

/** How everybody finds help: in their own words, and whom to call at once. */
@Component({
  selector: 'rt-search-lists-page',
  imports: [
    EmergencyNumberForm,
    EmptyState,
    KeptEntryBody,
    KeptList,
    PageHead,
    ProgressLine,
    SearchTopicForm,
  ],
  template: `
    <rt-progress-line [busy]="topics.loading() || numbers.loading()" />
    <rt-page-head
      heading="Suche und Notrufnummern"
      [back]="{ label: 'Einstellungen', link: '/einstellungen' }"
    >
      <span subline
        >Womit Menschen auf der öffentlichen Seite Hilfe finden: in ihren eigenen Worten, und sofort.</span
      >
    </rt-page-head>
    @if (topics.problem() ?? numbers.problem(); as problem) {
      <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
    }
    <div class="both">
      <section aria-labelledby="suche-nummern">
        <div class="head">
          <h2 id="suche-nummern">Notrufnummern</h2>
          <button type="button" class="rt-button" (click)="addingNumber.set(true)">
            Notrufnummer hinzufügen
          </button>
        </div>
        <rt-kept-list
          label="Notrufnummern"
          ordered
          mayChange
          [entries]="numbers.entries()"
          [loading]="numbers.loading()"
          (orderChange)="numbers.order($event)"
          (edit)="number.set($event.id)"
        >
          <ng-template [rtKeptEntry]="numbers.entries()" let-entry>
            <strong class="rt-number">{{ entry.number }}</strong> {{ entry.name }}
            <p class="rt-quiet rt-small">
              {{ numberLabels[entry.danger] }}{{ entry.note && ' · ' + entry.note }}
            </p>
          </ng-template>
          <rt-empty-state empty heading="Keine Notrufnummern" text="Auf der Startseite steht dann keine." />
        </rt-kept-list>
      </section>
      <section aria-labelledby="suche-themen">
        <div class="head">
          <h2 id="suche-themen">Wörter für die Suche</h2>
          <button type="button" class="rt-button" (click)="addingTopic.set(true)">Thema hinzufügen</button>
        </div>
        <rt-kept-list
          label="Wörter für die Suche"
          ordered
          mayChange
          [entries]="topics.entries()"
          [loading]="topics.loading()"
          (orderChange)="topics.order($event)"
          (edit)="topic.set($event.id)"
        >
          <ng-template [rtKeptEntry]="topics.entries()" let-entry>
            <strong>{{ entry.name }}</strong>
            @if (entry.danger !== 'NONE') {
              &ngsp;<span class="rt-badge rt-badge-warning danger">{{ topicLabels[entry.danger] }}</span>
            }
            <p class="rt-quiet rt-small said">{{ entry.said }}</p>
          </ng-template>
          <rt-empty-state
            empty
            heading="Noch keine Wörter"
            text="Gesucht wird dann nur nach dem, was in den Angeboten steht."
          />
        </rt-kept-list>
      </section>
    </div>
    @if (addingTopic()) {
      <rt-search-topic-form [list]="topics" (closed)="addingTopic.set(false)" />
    }
    @if (editedTopic(); as it) {
      <rt-search-topic-form [topic]="it" [list]="topics" (closed)="topic.set(null)" />
    }
    @if (addingNumber()) {
      <rt-emergency-number-form [list]="numbers" (closed)="addingNumber.set(false)" />
    }
    @if (editedNumber(); as it) {
      <rt-emergency-number-form [number]="it" [list]="numbers" (closed)="number.set(null)" />
    }
  `,
  styles: `
    .both {
      display: grid;
      gap: calc(var(--rt-space) * 3);
      align-items: start;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 380px), 1fr));
    }
    .head {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 16px;
      align-items: center;
      justify-content: space-between;
      margin-bottom: calc(var(--rt-space) * 1.5);
    }
    .danger {
      margin-left: 8px;
    }
    .said {
      display: -webkit-box;
      overflow: hidden;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
    }
  `,
})
export class SearchListsPage {
  protected readonly topics = keptList<SearchTopicView>('/api/search-topics');
  protected readonly numbers = keptList<EmergencyNumberView>('/api/emergency-numbers');
  protected readonly topicLabels = topicDangerLabels;
  protected readonly numberLabels = numberDangerLabels;
  protected readonly addingTopic = signal(false);
  protected readonly addingNumber = signal(false);
  protected readonly topic = signal<string | null>(null);
  protected readonly number = signal<string | null>(null);
  protected readonly editedTopic = computed(
    () => this.topics.entries().find((it) => it.id === this.topic()) ?? null,
  );
  protected readonly editedNumber = computed(
    () => this.numbers.entries().find((it) => it.id === this.number()) ?? null,
  );
}
