import { Component, computed, inject, signal } from '@angular/core';
import { mdiSproutOutline } from '@mdi/js';
import {
  consolidationMeasureLabels,
  consolidationSubjectLabels,
  consolidationSubjects,
  type CriterionView,
  thresholdWords,
} from '@runder-tisch/domain/structure';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { Session } from '../../session/session';
import { KeptEntryBody } from '../../settings/kept-list/kept-entry';
import { KeptList } from '../../settings/kept-list/kept-list';
import { keptList } from '../../settings/kept-list/kept-list-data';
import { CriterionForm } from './criterion-form';

/** By what a county tells whether networks, formats and the planning itself last. */
@Component({
  selector: 'rt-criteria-page',
  imports: [CriterionForm, EmptyState, KeptEntryBody, KeptList, PageHead, ProgressLine],
  template: `
    <rt-progress-line [busy]="criteria.loading()" />
    <rt-page-head
      heading="Kriterien der Verstetigung"
      [back]="{ label: 'Einstellungen', link: '/einstellungen' }"
    >
      <span subline>Woran der Verstetigungscheck misst. Frühere Checks bleiben, wie sie waren.</span>
      <ng-container actions>
        @if (mayChange()) {
          <button type="button" class="rt-button rt-primary" (click)="adding.set(true)">
            Kriterium hinzufügen
          </button>
        }
      </ng-container>
    </rt-page-head>
    @if (criteria.problem(); as problem) {
      <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
    }
    @for (part of parts(); track part.subject) {
      <section>
        <h2>{{ part.label }}</h2>
        <rt-kept-list
          ordered
          [label]="part.label"
          [entries]="part.entries"
          [loading]="criteria.loading()"
          [mayChange]="mayChange()"
          (orderChange)="order(part.subject, $event)"
          (edit)="editing.set($event.id)"
        >
          <ng-template [rtKeptEntry]="part.entries" let-entry>
            <span class="name">{{ entry.name }}</span>
            <p class="rt-quiet rt-small">{{ words(entry) }}</p>
          </ng-template>
          <rt-empty-state empty heading="Noch keine Kriterien" [icon]="icon" />
        </rt-kept-list>
      </section>
    }
    @if (adding()) {
      <rt-criterion-form [list]="criteria" (closed)="adding.set(false)" />
    }
    @if (edited(); as it) {
      <rt-criterion-form [of]="it" [list]="criteria" (closed)="editing.set(null)" />
    }
  `,
  styles: `
    section {
      margin-bottom: 28px;
    }
    h2 {
      margin-bottom: 10px;
    }
    .name {
      font-weight: 600;
    }
  `,
})
export class CriteriaPage {
  private readonly session = inject(Session);
  protected readonly icon = mdiSproutOutline;
  protected readonly criteria = keptList<CriterionView>('/api/consolidation-criteria');
  protected readonly mayChange = computed(() => this.session.may('lists:change'));
  protected readonly adding = signal(false);
  protected readonly editing = signal<string | null>(null);
  protected readonly edited = computed(
    () => this.criteria.entries().find((it) => it.id === this.editing()) ?? null,
  );
  protected readonly parts = computed(() =>
    consolidationSubjects.map((subject) => ({
      subject,
      label: consolidationSubjectLabels[subject],
      entries: this.criteria.entries().filter((it) => it.subject === subject),
    })),
  );

  protected words(criterion: CriterionView): string {
    const threshold = thresholdWords(criterion);
    const measure = consolidationMeasureLabels[criterion.measure];
    return threshold ? `${measure}: ${threshold}` : measure;
  }

  /** The list is one; each part keeps its places in it. */
  protected async order(subject: string, ids: readonly string[]): Promise<void> {
    const wanted = [...ids];
    await this.criteria.order(
      this.criteria.entries().map((it) => (it.subject === subject ? (wanted.shift() ?? it.id) : it.id)),
    );
  }
}
