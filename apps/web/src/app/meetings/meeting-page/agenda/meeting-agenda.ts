import { Component, computed, inject, signal } from '@angular/core';
import { mdiFormatListNumbered } from '@mdi/js';
import { agendaParts, type AgendaItemView, agendaVisibilityLabels } from '@runder-tisch/domain/meetings';
import { EmptyState } from '@runder-tisch/ui/layout';
import { MoveButtons, withMoved } from '@runder-tisch/ui/list';
import { Confirm } from '@runder-tisch/ui/overlay';
import { acting } from '../../../http/acting';
import { Api } from '../../../http/api';
import { Block } from '../../../object-page/block';
import { contributedBlocks } from '../../../object-page/contributed';
import { CurrentCommitteeSession } from '../../committee-session/current-committee-session';
import { ExclusionsForm } from '../../committee-session/exclusions-form';
import { AgendaItemForm } from './agenda-item-form';
import { CurrentMeeting } from '../current-meeting';

/** The points in their order; who may, adds, changes and moves them until the minutes are approved. */
@Component({
  selector: 'rt-meeting-agenda',
  imports: [AgendaItemForm, Block, EmptyState, ExclusionsForm, MoveButtons],
  templateUrl: './meeting-agenda.html',
  styleUrl: './meeting-agenda.scss',
})
export class MeetingAgenda {
  private readonly api = inject(Api);
  private readonly act = acting(() => this.current.reload());
  private readonly confirm = inject(Confirm);
  private readonly current = inject(CurrentMeeting);
  protected readonly session = inject(CurrentCommitteeSession);
  protected readonly blocks = contributedBlocks('meeting-agenda');
  protected readonly icons = { list: mdiFormatListNumbered };
  protected readonly labels = agendaVisibilityLabels;
  protected readonly editing = signal<AgendaItemView | 'new' | null>(null);

  protected readonly meeting = computed(() => this.current.view());
  protected readonly excluding = signal<AgendaItemView | null>(null);
  protected readonly parts = computed(() => {
    const { type = 'NETWORK', agenda = [] } = this.meeting() ?? {};
    return agendaParts(type, agenda).filter((part) => part.items.length > 0);
  });
  /** In the order of its parts, which is also how it is printed. */
  protected readonly items = computed(() => this.parts().flatMap((part) => part.items));
  protected readonly mayChange = computed(() => {
    const meeting = this.current.staff();
    return !!meeting?.mayChange && meeting.state !== 'CANCELLED' && meeting.state !== 'MINUTES_APPROVED';
  });
  protected readonly minutes = computed(() =>
    this.items().reduce((sum, item) => sum + (item.minutes ?? 0), 0),
  );
  protected readonly edited = computed(() => {
    const editing = this.editing();
    return editing === 'new' ? null : editing;
  });

  protected saved(): void {
    this.editing.set(null);
    this.current.reload();
  }

  protected excluded(item: AgendaItemView): string {
    const left = this.session.view()?.exclusions.find((it) => it.agendaItemId === item.id);
    return left?.people.map(({ name }) => name).join('; ') ?? '';
  }

  protected left(): void {
    this.excluding.set(null);
    this.current.reload();
  }

  protected async move(index: number, by: -1 | 1): Promise<void> {
    const ids = withMoved(this.items(), index, by).map((item) => item.id);
    await this.act(() => this.api.act(`/api/meetings/${this.meeting()?.id}/agenda/order`, null, { ids }));
  }

  protected async remove(item: AgendaItemView): Promise<void> {
    if (
      !(await this.confirm.ask({ heading: `„${item.title}“ entfernen?`, action: 'Entfernen', danger: true }))
    )
      return;
    this.editing.set(null);
    await this.act(() => this.api.remove(`/api/meetings/${this.meeting()?.id}/agenda/${item.id}`));
  }
}
