import { Component, computed, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import type { CourseView } from '@runder-tisch/domain/indicators/viewing';
import { valueLines } from '@runder-tisch/drawing/values/value-lines';
import { onPhone } from '@runder-tisch/ui/drawing/on-phone';
import { SceneView } from '@runder-tisch/ui/drawing/scene-view';
import { ProgressLine } from '@runder-tisch/ui/layout';
import { asSentence } from '@runder-tisch/domain/text';
import { keptObject } from '../../object-page/kept-object';
import { basisWords, unpublishedWords } from './basis-words';
import { SceneTableView } from './scene-table';

/** An indicator over time, beside the Land and another area of one's choice: table first, then the same as lines. */
@Component({
  selector: 'rt-value-course',
  imports: [ProgressLine, SceneTableView, SceneView],
  template: `
    <section class="rt-card" aria-labelledby="wert-verlauf">
      <h2 id="wert-verlauf">Verlauf</h2>
      <rt-progress-line [busy]="course.loading()" />
      @if (course.view(); as it) {
        <div class="choices rt-unprinted">
          @for (choice of choices(); track choice.label; let at = $index) {
            <div>
              <label class="rt-label" [for]="'verlauf-gebiet-' + at">{{ choice.label }}</label>
              <select [id]="'verlauf-gebiet-' + at" class="rt-control" (change)="choose(at, $event)">
                @if (at > 0) {
                  <option value="" [selected]="!choice.code">ohne</option>
                }
                @for (area of it.areas; track area.code) {
                  <option [value]="area.code" [selected]="area.code === choice.code">{{ area.name }}</option>
                }
              </select>
            </div>
          }
        </div>
        @if (it.kind === 'CATEGORY') {
          <p class="rt-quiet">
            Eine Einstufung hat keinen Mittelwert und keine Entwicklung; die Tabelle nennt die Stufen.
          </p>
        } @else {
          @if (trend(); as words) {
            <p class="first">{{ words }}</p>
          }
          <p>{{ scene()?.sentence }}</p>
        }
        @if (scene(); as drawn) {
          <rt-scene-table
            between="Bruch"
            [table]="drawn.table"
            [label]="'Verlauf als Tabelle: ' + drawn.title"
          />
          @if (it.kind !== 'CATEGORY') {
            <rt-scene class="drawing" [scene]="drawn" [twin]="false" />
          }
        }
        <p class="rt-quiet rt-small">{{ basis() }}</p>
        @if (unpublished(); as words) {
          <p class="rt-note rt-unprinted">{{ words }}</p>
        }
        <p class="rt-unprinted">
          <a class="rt-button" [href]="'/api/indicators/' + indicatorId() + '/course.csv' + search()" download
            >Verlauf als CSV</a
          >
        </p>
      } @else if (course.problem(); as problem) {
        <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
      }
    </section>
  `,
  styleUrl: './viewing.scss',
})
export class ValueCourse {
  readonly indicatorId = input.required<string>();

  private readonly router = inject(Router);
  private readonly phone = onPhone();
  private readonly params = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  protected readonly search = computed(() => {
    const areas = this.params().get('gebiete');
    return areas ? `?areas=${encodeURIComponent(areas)}` : '';
  });
  protected readonly course = keptObject<CourseView>(
    () => `/api/indicators/${this.indicatorId()}/course${this.search()}`,
  );
  private readonly codes = computed(() => this.course.view()?.lines.map(({ code }) => code) ?? []);
  protected readonly choices = computed(() =>
    ['Gebiet', 'Vergleich mit', 'und mit'].map((label, at) => ({ label, code: this.codes()[at] ?? '' })),
  );
  protected readonly scene = computed(() => {
    const view = this.course.view();
    return view
      ? valueLines(view.lines, { title: view.name, unit: view.unit }, this.phone() ? { width: 320 } : {})
      : null;
  });
  protected readonly trend = computed(() => {
    const view = this.course.view();
    return view?.trend ? `${asSentence(view.trend)}.` : '';
  });
  private readonly shown = computed(() => this.course.view()?.lines.flatMap(({ values }) => values) ?? []);
  protected readonly basis = computed(() => basisWords(this.shown()));
  protected readonly unpublished = computed(() => unpublishedWords(this.shown()));

  protected choose(at: number, event: Event): void {
    const codes = [0, 1, 2].map((place) => this.codes()[place] ?? '');
    codes[at] = (event.target as HTMLSelectElement).value;
    const gebiete = [...new Set(codes.filter(Boolean))].join(',');
    void this.router.navigate([], {
      queryParams: { gebiete },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }
}
