import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ControlMove, controlMoveLabels, type ControlView } from '@runder-tisch/domain/papers/control';
import { Confirm, SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { keptObject } from '../../object-page/kept-object';
import { ControlFactsForm } from './control-facts-form';
import { ControlMoveForm } from './control-move-form';
import { ControlStateBadge } from './control-state-badge';

/** One controlled resolution beside the list: how it stands, the next report, and all reports before. */
@Component({
  selector: 'rt-control-panel',
  imports: [BerlinDatePipe, ControlFactsForm, ControlMoveForm, ControlStateBadge, RouterLink, SidePanel],
  templateUrl: './control-panel.html',
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
  protected readonly open = signal<ControlMove | 'facts' | null>(null);
  protected readonly kept = keptObject<ControlView>(() => `/api/controls/${this.id()}`);
  protected readonly act = acting(() => {
    this.kept.reload();
    this.changed.emit();
  });
  protected readonly openMove = computed(() => {
    const open = this.open();
    return open === 'facts' ? null : open;
  });

  /** What needs no word is done at once. */
  protected async choose(it: ControlView, move: ControlMove): Promise<void> {
    const silent = move === 'follow' || ((move === 'begin' || move === 'resume') && !overrides(it));
    if (!silent) return this.open.set(move);
    await this.act(() => this.api.act(`/api/controls/${it.id}/${move}`, it.version, {}), 'Berichtet.');
  }

  protected saved(view: ControlView): void {
    this.open.set(null);
    this.kept.view.set(view);
    this.toasts.say('Berichtet.');
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
