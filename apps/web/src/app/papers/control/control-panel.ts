import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  type ControlMove,
  controlMoveLabels,
  type ControlReportView,
  type ControlResponsibleView,
  type ControlView,
} from '@runder-tisch/domain/papers/control';
import { Confirm, SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { keptObject } from '../../object-page/kept-object';
import { ControlFactsForm } from './control-facts-form';
import { ControlMoveForm } from './control-move-form';
import { ControlResponsibleForm } from './control-responsible-form';
import { ControlStateBadge } from './control-state-badge';

interface Step {
  id: string;
  at: string;
  report: ControlReportView | null;
  named: ControlResponsibleView | null;
}

/** One controlled resolution beside the list: how it stands, the next report, and all reports before. */
@Component({
  selector: 'rt-control-panel',
  imports: [
    BerlinDatePipe,
    ControlFactsForm,
    ControlMoveForm,
    ControlResponsibleForm,
    ControlStateBadge,
    RouterLink,
    SidePanel,
  ],
  templateUrl: './control-panel.html',
  styles: `
    .head,
    li {
      display: grid;
      gap: 6px;
    }
  `,
})
export class ControlPanel {
  readonly id = input.required<string>();
  readonly closed = output<void>();
  /** Something was reported, or it left the control. */
  readonly changed = output<void>();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  protected readonly moveLabels = controlMoveLabels;
  protected readonly open = signal<ControlMove | 'facts' | 'responsible' | null>(null);
  protected readonly kept = keptObject<ControlView>(() => `/api/controls/${this.id()}`);
  protected readonly act = acting(() => {
    this.kept.reload();
    this.changed.emit();
  });
  private readonly facts = viewChild(ControlFactsForm);
  private readonly report = viewChild(ControlMoveForm);
  private readonly responsible = viewChild(ControlResponsibleForm);
  /** An open form in which nothing was typed asks nothing. */
  protected readonly dirty = computed(
    () => (this.facts() ?? this.report() ?? this.responsible())?.dirty() ?? false,
  );
  protected readonly openMove = computed(() => {
    const open = this.open();
    return open === 'facts' || open === 'responsible' ? null : open;
  });

  /** What needs no word is done at once. */
  protected async choose(it: ControlView, move: ControlMove): Promise<void> {
    const silent = move === 'follow' || ((move === 'begin' || move === 'resume') && !overrides(it));
    if (!silent) return this.open.set(move);
    await this.act(() => this.api.act(`/api/controls/${it.id}/${move}`, it.version, {}), 'Berichtet.');
  }

  protected cadence(months: number | null): string {
    return months ? `, danach ${months === 1 ? 'jeden Monat' : `alle ${months} Monate`}` : '';
  }

  /** Reports and who was to follow it up, the newest first. */
  protected course({ reports, responsibles }: ControlView): Step[] {
    const steps: Step[] = [
      ...reports.map((report) => ({ id: report.id, at: report.at, report, named: null })),
      ...responsibles.map((named) => ({ id: named.id, at: named.at, report: null, named })),
    ];
    return steps.sort((one, other) => other.at.localeCompare(one.at));
  }

  protected saved(view: ControlView, words = 'Berichtet.'): void {
    this.open.set(null);
    this.kept.view.set(view);
    this.toasts.say(words);
    this.changed.emit();
  }

  protected async take({ id, version }: ControlView): Promise<void> {
    await this.act(() => this.api.act(`/api/controls/${id}/take`, version), 'Sie kümmern sich darum.');
  }

  protected async remove({ id, version }: ControlView): Promise<void> {
    const sure = await this.confirm.ask({
      heading: 'Aus der Kontrolle nehmen?',
      text: 'Der Beschluss selbst bleibt, wie er ist.',
      action: 'Herausnehmen',
      danger: true,
    });
    if (!sure) return;
    if (await this.act(() => this.api.remove(`/api/controls/${id}`, version), 'Herausgenommen.'))
      this.closed.emit();
  }
}

function overrides({ follows, measures }: ControlView): boolean {
  return follows && measures.length > 0;
}
