import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiFolderMultipleOutline } from '@mdi/js';
import {
  feedbackDecisionLabels,
  feedbackStateLabels,
  type GroupAnsweredView,
  type GroupAssignedView,
  type GroupListItem,
  type GroupView,
} from '@runder-tisch/domain/feedback';
import type { Page } from '@runder-tisch/domain/lists';
import { counted } from '@runder-tisch/domain/text';
import { EntityPicker, type PickItem } from '@runder-tisch/ui/form';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { Confirm, SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { Api } from '../../http/api';
import { acting } from '../../http/acting';
import { keptObject } from '../../object-page/kept-object';
import { Session } from '../../session/session';
import { AssignPanel } from '../assignments/assign-panel';
import { ArgumentForm } from './argument-form';
import { GroupAnswer } from './group-answer';
import { GroupForm } from './group-form';

type Panel = 'rename' | 'split' | 'argument' | 'answer' | 'merge' | 'assign';

/** One basket: what lies in it and what can be done with all of it at once. */
@Component({
  selector: 'rt-group-page',
  imports: [
    ArgumentForm,
    AssignPanel,
    BerlinDatePipe,
    EmptyState,
    EntityPicker,
    GroupAnswer,
    GroupForm,
    PageHead,
    ProgressLine,
    RouterLink,
    SidePanel,
  ],
  templateUrl: './group-page.html',
  styleUrl: './condensing.scss',
})
export class GroupPage {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly confirm = inject(Confirm);
  private readonly session = inject(Session);
  protected readonly icon = mdiFolderMultipleOutline;
  protected readonly back = { label: 'Gruppen', link: '/hinweise/gruppen' };
  protected readonly stateLabels = feedbackStateLabels;
  protected readonly decisionLabels = feedbackDecisionLabels;
  protected readonly mayFind = computed(() => this.session.may('finding:change'));
  protected readonly panel = signal<Panel | null>(null);
  protected readonly otherId = signal('');
  protected readonly kept = keptObject<GroupView>(
    () => `/api/feedback-groups/${this.id()}`,
    (group) => group.name,
  );
  private readonly ids = computed(() => this.kept.view()?.items.map(({ id }) => id) ?? []);
  /** Chosen by hand; nobody chosen means all. */
  protected readonly chosen = linkedSignal<readonly string[], readonly string[]>({
    source: this.ids,
    computation: (ids, previous) => previous?.value.filter((id) => ids.includes(id)) ?? [],
  });
  protected readonly meant = computed(() => (this.chosen().length > 0 ? this.chosen() : this.ids()));
  protected readonly answerable = computed(() =>
    (this.kept.view()?.items ?? []).filter(
      (it) =>
        this.meant().includes(it.id) && !it.drafted && (it.state === 'LINKED' || it.state === 'DECIDED'),
    ),
  );
  /** The field most of them have: where an argument of this group would stand. */
  protected readonly field = computed(
    () => this.kept.view()?.items.find((it) => it.primaryField)?.primaryField?.id ?? '',
  );
  /** A Befund of all of them or, where some are chosen, of these. */
  protected readonly beginFinding = computed(() => ({
    neu: 1,
    gruppe: this.id(),
    hinweise: this.chosen().join(',') || null,
  }));
  protected readonly act = acting(() => this.kept.reload());

  protected readonly others = async (search: string): Promise<readonly PickItem[]> => {
    const { items } = await this.api.get<Page<GroupListItem>>('/api/feedback-groups', { search, limit: 12 });
    return items.flatMap(({ id, name }) => (id === this.id() ? [] : [{ id, title: name }]));
  };

  protected hints(count: number): string {
    return counted(count, 'Hinweis', 'Hinweise');
  }

  protected toggle(id: string): void {
    this.chosen.update((ids) => (ids.includes(id) ? ids.filter((it) => it !== id) : [...ids, id]));
  }

  protected readonly assignable = computed(
    () =>
      this.kept
        .view()
        ?.items.some((it) => it.state === 'TRIAGED' || it.state === 'LINKED' || it.state === 'DECIDED') ??
      false,
  );

  protected assigned({ assigned, deedId, group }: GroupAssignedView): void {
    this.panel.set(null);
    this.kept.view.set(group);
    this.toasts.say(`${this.hints(assigned)} zugewiesen.`, async () => {
      await this.act(() => this.api.act(`/api/feedback-assignments/${deedId}/undo`), 'Zurückgenommen.');
    });
  }

  protected drafted(group: GroupView): void {
    this.panel.set(null);
    this.chosen.set([]);
    this.kept.view.set(group);
    this.toasts.say('Die Antwort liegt zur Freigabe vor.');
  }

  protected renamed(): void {
    this.panel.set(null);
    this.kept.reload();
  }

  protected async split(id: string): Promise<void> {
    this.panel.set(null);
    await this.router.navigate(['/hinweise/gruppen', id]);
  }

  protected async summarised(id: string): Promise<void> {
    await this.router.navigate(['/hinweise/argumente', id]);
  }

  protected async merge(event: Event): Promise<void> {
    event.preventDefault();
    const groupId = this.otherId();
    const done = await this.act(
      () => this.api.act(`/api/feedback-groups/${this.id()}/merge`, null, { groupId }),
      'Zusammengelegt.',
    );
    if (!done) return;
    this.otherId.set('');
    this.panel.set(null);
  }

  protected async takeOut(): Promise<void> {
    const request = { feedbackIds: [...this.chosen()] };
    const done = await this.act(() =>
      this.api.act(`/api/feedback-groups/${this.id()}/take-out`, null, request),
    );
    if (!done) return;
    this.toasts.say(`${this.hints(request.feedbackIds.length)} herausgenommen.`, async () => {
      await this.act(
        () => this.api.act(`/api/feedback-groups/${this.id()}/add`, null, request),
        'Zurückgenommen.',
      );
    });
  }

  protected async dissolve(): Promise<void> {
    const answer = await this.confirm.ask({
      heading: 'Gruppe auflösen?',
      text: 'Die Hinweise bleiben, wie sie sind. Nur der Korb ist danach weg.',
      action: 'Auflösen',
      danger: true,
    });
    if (!answer) return;
    const path = `/api/feedback-groups/${this.id()}`;
    if (await this.act(() => this.api.remove(path), 'Gruppe aufgelöst.'))
      await this.router.navigate(['/hinweise/gruppen']);
  }

  protected answered({ answered, mailed, group }: GroupAnsweredView, firstId: string): void {
    this.panel.set(null);
    this.chosen.set([]);
    this.kept.view.set(group);
    const first = group.items.find(({ id }) => id === firstId);
    const letters =
      mailed > 0
        ? ` ${mailed === 1 ? 'Ein Brief geht' : `${mailed} Briefe gehen`} in einer Minute hinaus.`
        : '';
    this.toasts.say(
      `${this.hints(answered)} beantwortet.${letters}`,
      first
        ? async () => {
            const path = `/api/feedback/${first.id}/undo`;
            await this.act(() => this.api.act(path, first.version), 'Zurückgenommen.');
          }
        : null,
    );
  }
}
