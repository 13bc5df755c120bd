import { Component, computed, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { shownPeriod } from '@runder-tisch/domain/indicators';
import type { MunicipalitiesView } from '@runder-tisch/domain/indicators/viewing';
import { valueBars } from '@runder-tisch/drawing/values/value-bars';
import { onPhone } from '@runder-tisch/ui/drawing/on-phone';
import { SceneView } from '@runder-tisch/ui/drawing/scene-view';
import { ProgressLine } from '@runder-tisch/ui/layout';
import { inView } from '../../object-page/in-view';
import { keptObject } from '../../object-page/kept-object';
import { basisWords, unpublishedWords } from './basis-words';
import { SceneTableView } from './scene-table';

/** The municipalities of one period beside each other: table first, then the same as bars with the county through them. */
@Component({
  selector: 'rt-municipality-values',
  imports: [ProgressLine, SceneTableView, SceneView],
  template: `
    @if (side.view(); as it) {
      @if (it.period) {
        <section class="rt-card" aria-labelledby="wert-gemeinden">
          <h2 id="wert-gemeinden">Gemeinden im Vergleich</h2>
          <rt-progress-line [busy]="side.loading()" />
          <div class="choices rt-unprinted">
            <div>
              <label class="rt-label" for="gemeinden-stand">Stand</label>
              <select id="gemeinden-stand" class="rt-control" (change)="choose('stand', $event)">
                @for (period of periods(); track period.end) {
                  <option [value]="period.end" [selected]="period.end === it.period.end">
                    {{ period.says }}
                  </option>
                }
              </select>
            </div>
            <div>
              <label class="rt-label" for="gemeinden-folge">Reihenfolge</label>
              <select id="gemeinden-folge" class="rt-control" (change)="choose('folge', $event)">
                <option value="wert" [selected]="order() === 'value'">nach Wert</option>
                <option value="name" [selected]="order() === 'name'">nach Name</option>
              </select>
            </div>
          </div>
          @if (scene(); as drawn) {
            @if (it.kind !== 'CATEGORY') {
              <p>{{ drawn.sentence }}</p>
            }
            <rt-scene-table [table]="drawn.table" [label]="'Gemeinden als Tabelle: ' + drawn.title" />
            @if (it.kind !== 'CATEGORY') {
              <rt-scene class="drawing" [scene]="drawn" [twin]="false" />
            }
          }
          @if (it.without.length) {
            <p class="rt-quiet">In diesem Stand nicht enthalten: {{ it.without.join(', ') }}.</p>
          }
          <p class="rt-quiet rt-small">{{ basis() }}</p>
          @if (unpublished(); as words) {
            <p class="rt-note rt-unprinted">{{ words }}</p>
          }
          <p class="rt-unprinted">
            <a
              class="rt-button"
              [href]="'/api/indicators/' + indicatorId() + '/municipalities.csv' + search()"
              download
              >Gemeinden als CSV</a
            >
          </p>
        </section>
      }
    } @else if (side.problem(); as problem) {
      <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
    }
  `,
  styleUrl: './viewing.scss',
})
export class MunicipalityValues {
  readonly indicatorId = input.required<string>();

  private readonly router = inject(Router);
  private readonly phone = onPhone();
  private readonly params = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  protected readonly search = computed(() => {
    const period = this.params().get('stand');
    return period ? `?period=${encodeURIComponent(period)}` : '';
  });
  protected readonly order = computed(() => (this.params().get('folge') === 'name' ? 'name' : 'value'));
  private readonly seen = inView();
  protected readonly side = keptObject<MunicipalitiesView>(() =>
    this.seen() ? `/api/indicators/${this.indicatorId()}/municipalities${this.search()}` : undefined,
  );
  protected readonly periods = computed(() =>
    (this.side.view()?.periods ?? []).map(({ kind, start, end }) => ({
      end,
      says: shownPeriod(kind, start, end),
    })),
  );
  protected readonly scene = computed(() => {
    const view = this.side.view();
    if (!view?.period) return null;
    const { period, values, county, unit } = view;
    // A stage is no length and has no rank.
    const direction = view.kind === 'CATEGORY' ? 'CONTEXT' : view.direction;
    return valueBars(
      values.map((value) => ({ name: value.areaName, value })),
      {
        title: `${view.name}, ${shownPeriod(period.kind, period.start, period.end)}`,
        unit,
        direction,
        order: this.order(),
        reference: county && { name: county.areaName, value: county },
      },
      this.phone() ? { width: 320 } : {},
    );
  });
  private readonly shown = computed(() => {
    const view = this.side.view();
    return view ? [...view.values, ...(view.county ? [view.county] : [])] : [];
  });
  protected readonly basis = computed(() => basisWords(this.shown()));
  protected readonly unpublished = computed(() => unpublishedWords(this.shown()));

  protected choose(what: 'stand' | 'folge', event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    const queryParams = { [what]: value };
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }
}
