import { Component, computed, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { mdiFileDocumentOutline } from '@mdi/js';
import { berlinDay } from '@runder-tisch/domain/time';
import type { YearlyReportView } from '@runder-tisch/domain/yearly-reports';
import { DocumentView } from '@runder-tisch/ui/document/document-view';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { type Filter, FilterBar } from '@runder-tisch/ui/list';
import { ScreenClock } from '@runder-tisch/ui/text';
import { keptObject } from '../object-page/kept-object';

/** What a network did in a year, as it will be printed; then as PDF or as a Word file. */
@Component({
  selector: 'rt-yearly-report-page',
  imports: [DocumentView, EmptyState, FilterBar, PageHead, ProgressLine],
  template: `
    <rt-progress-line [busy]="kept.loading()" />
    @if (kept.view(); as it) {
      <rt-page-head
        [heading]="'Jahresbericht ' + it.year"
        [back]="{ label: it.network.name, link: '/netzwerke/' + it.network.id + '/wirkung' }"
      >
        <span subline>{{ it.network.name }}</span>
        <ng-container actions>
          <a
            class="rt-button"
            [href]="'/api/networks/' + it.network.id + '/yearly-report.docx?year=' + it.year"
            download
            >Als Word-Datei</a
          >
          <a
            class="rt-button rt-primary"
            [href]="'/api/networks/' + it.network.id + '/yearly-report.pdf?year=' + it.year"
            target="_blank"
            >Als PDF<span class="rt-unseen"> (neues Fenster)</span></a
          >
        </ng-container>
      </rt-page-head>
      <rt-filter-bar class="rt-unprinted" label="Jahr wählen" [filters]="filters()" />
      <article class="rt-card rt-paper sheet" aria-labelledby="bericht">
        <h2 id="bericht">{{ it.content.title }}</h2>
        <p class="rt-quiet">{{ it.content.subtitle }}</p>
        <rt-document [blocks]="it.content.blocks" />
      </article>
    } @else if (kept.problem(); as refusal) {
      <rt-page-head heading="Jahresbericht" [back]="{ label: 'Netzwerke', link: '/netzwerke' }" />
      <div class="rt-card"><rt-empty-state [heading]="refusal.says" [icon]="icon" /></div>
    }
  `,
  styles: `
    .sheet {
      max-width: 60rem;
      padding: clamp(16px, 4vw, 44px);
    }
    h2 {
      margin-bottom: 2px;
    }
    rt-document {
      margin-top: 20px;
    }
  `,
})
export class YearlyReportPage {
  /** From the address. */
  readonly jahr = input<string>();

  private readonly params = toSignal(inject(ActivatedRoute).paramMap, { requireSync: true });
  private readonly thisYear = berlinDay(inject(ScreenClock).now()).slice(0, 4);
  protected readonly icon = mdiFileDocumentOutline;
  private readonly id = computed(() => this.params().get('id') ?? '');
  private readonly year = computed(() => {
    const year = this.jahr() ?? '';
    return /^\d{4}$/.test(year) ? year : this.thisYear;
  });
  protected readonly kept = keptObject<YearlyReportView>(
    () => `/api/networks/${this.id()}/yearly-report?year=${this.year()}`,
    (view) => `Jahresbericht ${view.year}`,
  );
  protected readonly filters = computed<readonly Filter[]>(() => {
    const years = this.kept.view()?.years ?? [];
    const [newest, ...earlier] = years;
    return [
      {
        kind: 'choice',
        key: 'jahr',
        label: 'Jahr',
        all: String(newest ?? ''),
        options: earlier.map((year) => ({ value: String(year), label: String(year) })),
      },
    ];
  });
}
