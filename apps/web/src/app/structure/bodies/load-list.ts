import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiAccountClockOutline } from '@mdi/js';
import { hoursWords, isHeavy, LOAD_HOURS, type LoadItem } from '@runder-tisch/domain/structure';
import { counted } from '@runder-tisch/domain/text';
import { EmptyState } from '@runder-tisch/ui/layout';
import { Cell, type Column, DataList, type Filter, FilterBar } from '@runder-tisch/ui/list';
import { pagedList } from '../../lists/paged-list';

const MARKS = [20, LOAD_HOURS, 60, 80, 120];

/** Gremienlast: how many bodies, sessions and hours a year somebody carries, the heaviest first. */
@Component({
  selector: 'rt-load-list',
  imports: [Cell, DataList, EmptyState, FilterBar, RouterLink],
  template: `
    <section aria-labelledby="gremienlast">
      <h2 id="gremienlast">Gremienlast</h2>
      <p class="rt-quiet">
        Sitzungen der letzten zwölf Monate mit ihrer Dauer, ohne Vorbereitung und Weg. Bei Organisationen
        zählen die Plätze in Netzwerken.
      </p>
      <rt-filter-bar label="Gremienlast filtern" [filters]="filters" [result]="result()" />
      @if (load.problem(); as problem) {
        <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
      }
      <rt-data-list
        label="Gremienlast"
        [columns]="columns"
        [rows]="load.rows()"
        [loading]="load.loading()"
        [total]="load.total()"
        [hasMore]="load.hasMore()"
        (more)="load.more()"
      >
        <ng-template rtCell="name" [rtCellOf]="load.rows()" let-row>
          <a [routerLink]="[people() ? '/akteure/personen' : '/akteure/organisationen', row.id]">{{
            row.name
          }}</a>
          @if (heavyOne(row)) {
            &ngsp;<span class="rt-badge rt-badge-warning">ab {{ mark() }} Stunden</span>
          }
          <span class="rt-cell-note">{{ row.bodyNames.join(' · ') }}</span>
        </ng-template>
        <ng-template rtCell="bodies" [rtCellOf]="load.rows()" let-row>
          <span class="rt-number">{{ row.bodies }}</span>
          @if (row.deputising) {
            <span class="rt-cell-note rt-number">+ {{ row.deputising }} in Vertretung</span>
          }
        </ng-template>
        <ng-template rtCell="sessions" [rtCellOf]="load.rows()" let-row>
          <span class="rt-number">{{ row.sessions }}</span>
        </ng-template>
        <ng-template rtCell="hours" [rtCellOf]="load.rows()" let-row>
          <span class="rt-number">{{ words(row.minutes) }}</span>
        </ng-template>
        <rt-empty-state empty heading="Niemand trägt so viel." [icon]="icon" />
      </rt-data-list>
    </section>
  `,
  styles: `
    h2,
    p {
      margin-bottom: 10px;
    }
  `,
})
export class LoadList {
  readonly by = input<string>();
  readonly heavy = input<string>();
  readonly hours = input<string>();

  protected readonly icon = mdiAccountClockOutline;
  protected readonly words = hoursWords;
  protected readonly people = computed(() => this.by() !== 'organisation');
  protected readonly mark = computed(() => Number(this.hours()) || LOAD_HOURS);
  protected readonly load = pagedList<LoadItem>('/api/structure/load', () => ({
    by: this.by(),
    heavy: this.heavy(),
    hours: this.hours(),
    limit: 20,
  }));
  protected readonly columns: readonly Column[] = [
    { key: 'name', label: 'Wer' },
    { key: 'bodies', label: 'Plätze', align: 'end', width: '9rem' },
    { key: 'sessions', label: 'Sitzungen', align: 'end', width: '7rem' },
    { key: 'hours', label: 'Im Jahr', align: 'end', width: '9rem' },
  ];
  protected readonly filters: readonly Filter[] = [
    {
      kind: 'choice',
      key: 'by',
      label: 'Personen oder Organisationen',
      all: 'Personen',
      options: [{ value: 'organisation', label: 'Organisationen' }],
    },
    {
      kind: 'choice',
      key: 'hours',
      label: 'Markiert',
      all: `markiert ab ${LOAD_HOURS} Stunden`,
      options: MARKS.filter((hours) => hours !== LOAD_HOURS).map((hours) => ({
        value: String(hours),
        label: `markiert ab ${hours} Stunden`,
      })),
    },
    { kind: 'switch', key: 'heavy', label: 'Nur Markierte' },
  ];
  protected readonly result = computed(() => {
    const total = this.load.total();
    if (total === null) return null;
    return this.people()
      ? counted(total, 'Person', 'Personen')
      : counted(total, 'Organisation', 'Organisationen');
  });

  protected heavyOne(row: LoadItem): boolean {
    return isHeavy(row, this.mark());
  }
}
