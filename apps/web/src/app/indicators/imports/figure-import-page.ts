import { Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiFileTableOutline } from '@mdi/js';
import { shownPeriod, shownValue, valueFlagLabels } from '@runder-tisch/domain/indicators';
import {
  choicesOf,
  figureChangeLabels,
  type FigureImportValue,
  type FigureImportView,
} from '@runder-tisch/domain/indicators/imports';
import { counted } from '@runder-tisch/domain/text';
import { formatShortDate } from '@runder-tisch/domain/time';
import { EmptyState, PageHead, ProgressLine, StepBar } from '@runder-tisch/ui/layout';
import { Cell, type Column, DataList } from '@runder-tisch/ui/list';
import { Confirm } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { actingInPlace } from '../../http/acting';
import { Api } from '../../http/api';
import { pagedList } from '../../lists/paged-list';
import { keptObject } from '../../object-page/kept-object';
import { FigureMappingForm } from './figure-mapping-form';

const POLL_MS = 700;

/** One table of figures: what it is, what would change, taken over. */
@Component({
  selector: 'rt-figure-import-page',
  imports: [
    BerlinDatePipe,
    Cell,
    DataList,
    EmptyState,
    FigureMappingForm,
    PageHead,
    ProgressLine,
    RouterLink,
    StepBar,
  ],
  templateUrl: './figure-import-page.html',
  styles: `
    rt-step-bar {
      margin-bottom: 24px;
    }
    section {
      margin-bottom: 18px;
    }
    progress {
      width: 100%;
      max-width: 480px;
      height: 12px;
      accent-color: var(--rt-accent);
    }
    section > p,
    section > ul {
      margin-bottom: 8px;
    }
    fieldset {
      margin: 14px 0 0;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0;
    }
    .changes {
      margin: 24px 0 12px;
    }
    label {
      display: inline-flex;
      gap: 6px;
      align-items: center;
      min-height: 32px;
      margin-right: 18px;
    }
    table {
      width: 100%;
      border-collapse: collapse;
    }
    th,
    td {
      padding: 5px 12px 5px 0;
      text-align: left;
      vertical-align: top;
    }
    .count {
      padding: 5px 0 5px 12px;
      text-align: end;
      white-space: nowrap;
    }
    .flags {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
    }
    .filled {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .filled li {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 10px;
      padding: 3px 0;
    }
    .scroll {
      overflow-x: auto;
    }
  `,
})
export class FigureImportPage {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly confirm = inject(Confirm);
  private readonly sending = actingInPlace();
  protected readonly busy = this.sending.busy;
  protected readonly refusal = this.sending.refusal;
  protected readonly back = { label: 'den Dateien', link: '/daten/importe' };
  protected readonly icon = mdiFileTableOutline;
  protected readonly steps = ['Datei', 'Vorschau', 'Übernommen'];
  protected readonly counted = counted;
  protected readonly labels = { change: figureChangeLabels, flag: valueFlagLabels };
  protected readonly kept = keptObject<FigureImportView>(
    () => `/api/figure-imports/${this.id()}`,
    (it) => it.fileName,
  );
  protected readonly view = this.kept.view;
  protected readonly working = computed(() => (this.view()?.task ?? null) !== null);
  protected readonly values = pagedList<FigureImportValue>(
    () => `/api/figure-imports/${this.id()}/values`,
    () => (this.view()?.state === 'CHECKED' && !this.working() ? {} : undefined),
  );
  protected readonly step = computed(() => {
    const state = this.view()?.state;
    return state === 'READ' ? 0 : state === 'CHECKED' ? 1 : 2;
  });
  protected readonly workWords = computed(() => {
    const task = this.view()?.task;
    if (task === 'WRITE') return 'Die Werte werden übernommen';
    return task === 'UNDO' ? 'Die Übernahme wird zurückgenommen' : 'Die Tabelle wird gelesen und geprüft';
  });
  protected readonly notices = computed(() =>
    (this.view()?.preview?.notices ?? []).map((notice, at) => ({ notice, at, choices: choicesOf(notice) })),
  );
  protected readonly asked = computed(() => this.notices().filter(({ notice }) => notice.kind !== 'note'));
  /** What was asked, with what somebody said to it. */
  protected readonly answered = computed(() =>
    this.asked().flatMap(({ notice, at, choices }) => {
      const said = this.view()?.answers[String(at)];
      const label = choices.find(({ value }) => value === said)?.label;
      return label ? [{ at, says: notice.says, label }] : [];
    }),
  );
  protected readonly told = computed(() => this.notices().filter(({ notice }) => notice.kind === 'note'));
  protected readonly open = computed(
    () => this.asked().filter(({ at }) => !this.view()?.answers[String(at)]).length,
  );
  protected readonly sums = computed(() => {
    const all = (this.view()?.preview?.differences ?? []).filter((it) => !it.recomputed);
    const sum = (of: 'added' | 'changed' | 'withdrawn' | 'same') =>
      all.reduce((total, it) => total + it[of], 0).toLocaleString('de-DE');
    return { added: sum('added'), changed: sum('changed'), withdrawn: sum('withdrawn'), same: sum('same') };
  });
  /** Rates of other files, which change with the population of this one. */
  protected readonly anew = computed(() => {
    const count = (this.view()?.preview?.differences ?? [])
      .filter((it) => it.recomputed)
      .reduce((sum, it) => sum + it.added + it.changed + it.withdrawn, 0);
    return count > 0
      ? `${counted(count, 'Quote', 'Quoten')} aus anderen Dateien ${count === 1 ? 'wird' : 'werden'} damit neu berechnet.`
      : null;
  });
  protected readonly columns: readonly Column[] = [
    { key: 'what', label: 'Indikator', width: '30%' },
    { key: 'area', label: 'Gebiet' },
    { key: 'period', label: 'Zeit', width: '8rem' },
    { key: 'old', label: 'Bisher', align: 'end', width: '9rem' },
    { key: 'new', label: 'Neu', align: 'end', width: '9rem' },
    { key: 'line', label: 'Zeile', align: 'end', width: '7rem' },
  ];

  constructor() {
    effect((onCleanup) => {
      if (!this.working()) return;
      this.view();
      const timer = setTimeout(() => this.kept.reload(), POLL_MS);
      onCleanup(() => clearTimeout(timer));
    });
  }

  /** Periods are kept as they sort; days are read as days. */
  protected times(periods: readonly string[]): string {
    return periods.map((it) => (it.length === 10 ? formatShortDate(it) : it)).join(', ');
  }

  protected number(count: number): string {
    return count.toLocaleString('de-DE');
  }

  protected period(it: Pick<FigureImportValue, 'periodKind' | 'periodStart' | 'periodEnd'>): string {
    return shownPeriod(it.periodKind, it.periodStart, it.periodEnd);
  }

  protected shown(it: FigureImportValue, old: boolean): string {
    const flag = old ? it.oldFlag : it.flag;
    return flag ? shownValue(old ? it.oldValue : it.value, flag, it.unit) : '–';
  }

  protected async answer(view: FigureImportView, at: number, said: string): Promise<void> {
    const answers = { ...view.answers };
    if (said) answers[String(at)] = said;
    else delete answers[String(at)];
    await this.act('answers', { answers });
  }

  protected approve(): Promise<boolean> {
    return this.act('approve');
  }

  protected map(mapping: object): Promise<boolean> {
    return this.act('mapping', { mapping });
  }

  protected async undo(view: FigureImportView): Promise<void> {
    const sure = await this.confirm.ask({
      heading: 'Ganze Übernahme zurücknehmen?',
      text: `${this.number(view.written)} Werte gelten dann nicht mehr, und was vorher da stand, gilt wieder.`,
      action: 'Zurücknehmen',
      danger: true,
    });
    if (sure) await this.act('undo');
  }

  protected async discard(): Promise<void> {
    const sure = await this.confirm.ask({
      heading: 'Datei verwerfen?',
      text: 'Es wurde noch nichts übernommen. Die Datei wird gelöscht.',
      action: 'Verwerfen',
      danger: true,
    });
    if (sure && (await this.act('discard'))) await this.router.navigate(['/daten/importe']);
  }

  private async act(verb: string, request: object = {}): Promise<boolean> {
    if (this.busy()) return false;
    const path = `/api/figure-imports/${this.id()}/${verb}`;
    const done = await this.sending(async () =>
      this.view.set(await this.api.act<FigureImportView>(path, null, request)),
    );
    if (!done) this.kept.reload();
    return done;
  }
}
