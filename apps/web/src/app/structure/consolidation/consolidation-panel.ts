import { booleanAttribute, Component, computed, inject, input, output, signal } from '@angular/core';
import { mdiSproutOutline } from '@mdi/js';
import {
  type ConsolidationCheckView,
  type ConsolidationView,
  consolidationColourLabels,
  trendPerYear,
} from '@runder-tisch/domain/structure';
import { EmptyState, ProgressLine } from '@runder-tisch/ui/layout';
import { Confirm } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { keptObject } from '../../object-page/kept-object';
import { consolidationAddress } from './consolidation-address';
import { CheckForm } from './check-form';
import { CheckResults } from './check-results';
import { ConsolidationMark } from './consolidation-mark';

/** The last check with its reasons, how it went over the years, and the checks before. */
@Component({
  selector: 'rt-consolidation-panel',
  imports: [BerlinDatePipe, CheckForm, CheckResults, ConsolidationMark, EmptyState, ProgressLine],
  templateUrl: './consolidation-panel.html',
  styles: `
    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: start;
      justify-content: space-between;
      gap: 12px;
    }
    h2 {
      margin-bottom: 10px;
    }
    table {
      width: 100%;
      border-collapse: collapse;
    }
    th,
    td {
      padding: 8px 12px 8px 0;
      border-top: 1px solid var(--rt-line);
      text-align: left;
    }
    thead th {
      border-top: 0;
      color: var(--rt-text-quiet);
    }
    summary {
      padding: 8px 0;
      cursor: pointer;
    }
  `,
})
export class ConsolidationPanel {
  /** The network or format; without one it is the planning itself. */
  readonly objectId = input<string | null>(null);
  readonly isFormat = input(false, { transform: booleanAttribute });
  readonly changed = output<void>();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  protected readonly icon = mdiSproutOutline;
  protected readonly colours = consolidationColourLabels;
  protected readonly it = keptObject<ConsolidationView>(() =>
    consolidationAddress(this.objectId(), this.isFormat()),
  );
  protected readonly checking = signal(false);
  protected readonly checks = computed(() =>
    (this.it.view()?.checks ?? []).map((check) => ({
      ...check,
      met: check.results.filter(({ met }) => met).length,
      of: check.results.length,
    })),
  );
  protected readonly newest = computed(() => this.checks()[0] ?? null);
  protected readonly earlier = computed(() => this.checks().slice(1));
  protected readonly years = computed(() => trendPerYear(this.checks()));
  private readonly act = acting(() => this.again());

  protected again(): void {
    this.it.reload();
    this.changed.emit();
  }

  protected checked(): void {
    this.checking.set(false);
    this.again();
  }

  protected change(by: number | null): string {
    if (by === null) return '–';
    return by === 0 ? 'unverändert' : by > 0 ? `${by} mehr` : `${-by} weniger`;
  }

  protected async remove(check: ConsolidationCheckView): Promise<void> {
    const sure = await this.confirm.ask({
      heading: 'Check löschen?',
      text: 'Antworten und Begründungen dieses Tages gehen verloren.',
      action: 'Löschen',
      danger: true,
    });
    if (sure)
      await this.act(() => this.api.remove(`/api/consolidation/checks/${check.id}`), 'Check gelöscht.');
  }
}
