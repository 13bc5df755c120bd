import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import {
  type FindingListItem,
  findingStateLabels,
  type PriorityListItem,
  priorityStateLabels,
  type RecommendationListItem,
  recommendationStateLabels,
} from '@runder-tisch/domain/findings';
import type { Page } from '@runder-tisch/domain/lists';
import { Session } from '../../session/session';

const SHOWN = 5;

/** The latest Befunde, Schwerpunkte and Empfehlungen of a Handlungsfeld. */
@Component({
  selector: 'rt-field-findings',
  imports: [RouterLink],
  template: `
    <section class="rt-card">
      <div class="rt-card-head">
        <h2>Befunde, Schwerpunkte, Empfehlungen</h2>
        @if (session.may('finding:change')) {
          <a
            class="rt-button"
            routerLink="/planung/befunde"
            [queryParams]="{ neu: 1, handlungsfeld: fieldId() }"
            >Befund anlegen</a
          >
        }
      </div>
      @for (list of lists(); track list.path) {
        <h3>{{ list.heading }}</h3>
        <ul class="rt-entries">
          @for (line of list.lines; track line.id) {
            <li>
              <a [routerLink]="[list.path, line.id]">{{ line.number }}</a> {{ line.words }}
              <span class="rt-quiet rt-small">{{ line.state }}</span>
            </li>
          }
        </ul>
        @if (list.more) {
          <p class="rt-small">
            <a [routerLink]="list.path" [queryParams]="{ fieldId: fieldId() }"
              >Alle {{ list.total }} ansehen</a
            >
          </p>
        }
      } @empty {
        <p class="rt-quiet">Noch kein Befund, kein Schwerpunkt und keine Empfehlung.</p>
      }
    </section>
  `,
})
export class FieldFindings {
  protected readonly session = inject(Session);
  private readonly params = toSignal(inject(ActivatedRoute).paramMap, { requireSync: true });
  protected readonly fieldId = computed(() => this.params().get('id') ?? '');
  private readonly findings = httpResource<Page<FindingListItem>>(() => this.asked('/api/findings'));
  private readonly priorities = httpResource<Page<PriorityListItem>>(() => this.asked('/api/priorities'));
  private readonly recommendations = httpResource<Page<RecommendationListItem>>(() =>
    this.asked('/api/recommendations'),
  );

  protected readonly lists = computed(() => {
    const found = this.findings.hasValue() ? this.findings.value() : null;
    const set = this.priorities.hasValue() ? this.priorities.value() : null;
    const recommended = this.recommendations.hasValue() ? this.recommendations.value() : null;
    return [
      listed('Befunde', '/planung/befunde', found, (it) => [it.statement, findingStateLabels[it.state]]),
      listed('Schwerpunkte', '/planung/schwerpunkte', set, (it) => [it.title, priorityStateLabels[it.state]]),
      listed('Empfehlungen', '/planung/empfehlungen', recommended, (it) => [
        it.excerpt,
        recommendationStateLabels[it.state],
      ]),
    ].filter(({ total }) => total > 0);
  });

  private asked(url: string) {
    return { url, params: { fieldId: this.fieldId(), limit: SHOWN } };
  }
}

function listed<Item extends { id: string; number: string }>(
  heading: string,
  path: string,
  page: Page<Item> | null,
  says: (item: Item) => [words: string, state: string],
) {
  const lines = (page?.items ?? []).map((item) => {
    const [words, state] = says(item);
    return { id: item.id, number: item.number, words, state };
  });
  const total = page?.total ?? 0;
  return { heading, path, lines, total, more: total > lines.length };
}
