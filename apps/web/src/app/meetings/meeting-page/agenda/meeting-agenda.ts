import { CdkDrag, type CdkDragDrop, CdkDragHandle, CdkDropList } from '@angular/cdk/drag-drop';
import { Component, computed, inject, signal } from '@angular/core';
import { mdiFormatIndentDecrease, mdiFormatIndentIncrease, mdiFormatListNumbered } from '@mdi/js';
import {
  type AgendaItemView,
  agendaNumbers,
  type AgendaPart,
  agendaParts,
  type AgendaTemplateView,
  agendaVisibilityLabels,
  plannedMinutes,
  plannedTimeWords,
  withLevel,
  withPointAt,
  withPointMoved,
} from '@runder-tisch/domain/meetings';
import { Icon } from '@runder-tisch/ui/icon';
import { EmptyState } from '@runder-tisch/ui/layout';
import { MoveButtons } from '@runder-tisch/ui/list';
import { Confirm, Toasts } from '@runder-tisch/ui/overlay';
import { acting } from '../../../http/acting';
import { Api } from '../../../http/api';
import { Block } from '../../../object-page/block';
import { contributedBlocks } from '../../../object-page/contributed';
import { CurrentCommitteeSession } from '../../committee-session/current-committee-session';
import { ExclusionsForm } from '../../committee-session/exclusions-form';
import { AgendaItemForm } from './agenda-item-form';
import { CurrentMeeting } from '../current-meeting';

type Part = AgendaPart<AgendaItemView>;

/** The points in their order; who may, adds, changes and moves them until the minutes are approved. */
@Component({
  selector: 'rt-meeting-agenda',
  imports: [
    AgendaItemForm,
    Block,
    CdkDrag,
    CdkDragHandle,
    CdkDropList,
    EmptyState,
    ExclusionsForm,
    Icon,
    MoveButtons,
  ],
  templateUrl: './meeting-agenda.html',
  styleUrl: './meeting-agenda.scss',
})
export class MeetingAgenda {
  private readonly api = inject(Api);
  private readonly act = acting(() => this.current.reload());
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  private readonly current = inject(CurrentMeeting);
  protected readonly session = inject(CurrentCommitteeSession);
  protected readonly blocks = contributedBlocks('meeting-agenda');
  protected readonly icons = {
    list: mdiFormatListNumbered,
    in: mdiFormatIndentIncrease,
    out: mdiFormatIndentDecrease,
  };
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
  protected readonly numbers = computed(() => {
    const items = this.items();
    return new Map(agendaNumbers(items).map((number, index) => [items[index]?.id ?? '', number]));
  });
  protected readonly minutes = computed(() => {
    const { startsAt = null, endsAt = null } = this.meeting() ?? {};
    const available = startsAt && endsAt ? (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000 : null;
    return plannedTimeWords(plannedMinutes(this.items()), available);
  });
  protected readonly edited = computed(() => {
    const editing = this.editing();
    return editing === 'new' ? null : editing;
  });

  private hasChildren(item: AgendaItemView): boolean {
    const items = this.items();
    return item.level === 1 && items[items.indexOf(item) + 1]?.level === 2;
  }

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

  protected mayMove({ items }: Part, index: number, by: -1 | 1): boolean {
    return withPointMoved(items, index, by).index !== index;
  }

  protected async move(part: Part, index: number, by: -1 | 1): Promise<void> {
    await this.order(part, withPointMoved(part.items, index, by).items);
  }

  protected async nest(part: Part, index: number): Promise<void> {
    await this.order(part, withLevel(part.items, index, part.items[index]?.level === 2 ? 1 : 2));
  }

  protected async drop(part: Part, { previousIndex, currentIndex }: CdkDragDrop<unknown>): Promise<void> {
    if (previousIndex !== currentIndex)
      await this.order(part, withPointAt(part.items, previousIndex, currentIndex));
  }

  /** Of whom this agenda can become the standard: a meeting without a body has nothing that comes again. */
  protected readonly body = computed(() => {
    const { network = null, committee = null } = this.meeting() ?? {};
    const of = network ?? committee;
    return of && { name: of.name, networkId: network?.id ?? null, committeeId: network ? null : of.id };
  });

  protected async keepAsTemplate(): Promise<void> {
    const body = this.body();
    if (!body) return;
    const { networkId, committeeId } = body;
    await this.act(async () => {
      const of = networkId ? { networkId } : { committeeId: committeeId ?? '' };
      const { items, version } = await this.api.get<AgendaTemplateView>('/api/agenda-templates', of);
      const answer = await this.confirm.ask({
        heading: 'Als Standardpunkte speichern?',
        text: `Neue Entwürfe (${body.name}) beginnen dann mit dieser Tagesordnung.${items.length ? ' Die bisherigen Standardpunkte werden ersetzt.' : ''}`,
        action: 'Speichern',
      });
      if (!answer) return;
      // Notes are about this one meeting.
      const points = this.items().map(({ title, minutes, visibility, presenter, level }) => ({
        ...{ title, minutes, visibility, presenter, level, note: '' },
      }));
      await this.api.change('/api/agenda-templates', version, { networkId, committeeId, items: points });
      this.toasts.say('Die Standardpunkte sind gespeichert.');
    });
  }

  private async order(part: Part, items: readonly AgendaItemView[]): Promise<void> {
    const all = this.parts().flatMap((it) => (it === part ? items : it.items));
    const ids = all.map((item) => item.id);
    const nested = all.filter(({ level }) => level === 2).map((item) => item.id);
    await this.act(() =>
      this.api.act(`/api/meetings/${this.meeting()?.id}/agenda/order`, null, { ids, nested }),
    );
  }

  protected async remove(item: AgendaItemView): Promise<void> {
    if (
      !(await this.confirm.ask({
        heading: `„${item.title}“ entfernen?`,
        text: this.hasChildren(item) ? 'Seine Unterpunkte bleiben und gehören dann zum Punkt davor.' : '',
        action: 'Entfernen',
        danger: true,
      }))
    )
      return;
    this.editing.set(null);
    await this.act(() => this.api.remove(`/api/meetings/${this.meeting()?.id}/agenda/${item.id}`));
  }
}
