import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiAccountGroupOutline } from '@mdi/js';
import {
  type ActorAnalysisView,
  type ActorEntryView,
  actorPartLabels,
  affectednessLabels,
  gapKindLabels,
  gapKinds,
  influenceLabels,
  type TypedGapView,
} from '@runder-tisch/domain/cycles';
import type {
  SaveActorEntry,
  SaveTypedGap,
} from '@runder-tisch/domain/cycles/actors/actor-analysis-requests';
import { counted } from '@runder-tisch/domain/text';
import { actorMatrix } from '@runder-tisch/drawing/structure/actor-matrix';
import { onPhone } from '@runder-tisch/ui/drawing/on-phone';
import { SceneView } from '@runder-tisch/ui/drawing/scene-view';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { Cell, type Column, DataList } from '@runder-tisch/ui/list';
import { Toasts } from '@runder-tisch/ui/overlay';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { keptObject } from '../../object-page/kept-object';
import { ActorEntryForm } from './actor-entry-form';
import { ActorGapForm } from './actor-gap-form';
import { AddOrganisationsForm } from './add-organisations-form';

type Panel =
  | { kind: 'organisations' }
  | { kind: 'entry'; of: ActorEntryView | null }
  | { kind: 'gap'; of: TypedGapView | null };

/** Who matters in a cycle and who is missing: drawn, as a table, and the gaps with what to do about them. */
@Component({
  selector: 'rt-actor-analysis-page',
  imports: [
    ActorEntryForm,
    ActorGapForm,
    AddOrganisationsForm,
    Cell,
    DataList,
    EmptyState,
    PageHead,
    ProgressLine,
    RouterLink,
    SceneView,
  ],
  templateUrl: './actor-analysis-page.html',
  styleUrl: './actor-analysis-page.scss',
})
export class ActorAnalysisPage {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly phone = onPhone();
  protected readonly icon = mdiAccountGroupOutline;
  protected readonly labels = {
    influence: influenceLabels,
    affectedness: affectednessLabels,
    part: actorPartLabels,
  };
  protected readonly act = acting();
  protected readonly panel = signal<Panel | null>(null);
  protected readonly analysis = keptObject<ActorAnalysisView>(
    () => `/api/actor-analyses/${this.id()}`,
    (view) => `Akteursanalyse: ${view.cycle.name}`,
  );
  protected readonly scene = computed(() =>
    actorMatrix(
      this.analysis.view()?.entries ?? [],
      this.phone() ? { width: 320, letters: 15 } : { width: 880 },
    ),
  );
  protected readonly columns = computed<readonly Column[]>(() => [
    { key: 'name', label: 'Akteur', card: 'plain', width: '22%' },
    { key: 'influence', label: 'Einfluss' },
    { key: 'affectedness', label: 'Betroffenheit' },
    { key: 'part', label: 'Rolle' },
    { key: 'known', label: 'Was bekannt ist', width: '26%' },
    ...(this.analysis.view()?.mayChange ? [{ key: 'do', label: '', card: 'plain' as const }] : []),
  ]);
  /** Those of actors and cells line by line, names of places and Handlungsfelder in one line. */
  protected readonly gaps = computed(() => {
    const named = this.analysis.view()?.named ?? [];
    return gapKinds.flatMap((kind) => {
      const all = named.filter((it) => it.kind === kind).map(({ says }) => says);
      if (all.length === 0) return [];
      const inLine = kind !== 'UNHEARD';
      return [
        { kind, label: gapKindLabels[kind], lines: inLine ? [] : all, names: inLine ? all.join(', ') : '' },
      ];
    });
  });

  /** What was chosen for it here. */
  protected about({ field, targetGroup, municipality }: ActorEntryView): string {
    return [field?.name, targetGroup?.name, municipality?.name].filter((it) => it).join(' · ');
  }

  /** "Netzwerk Frühe Hilfen; in zwölf Monaten bei 3 Sitzungen dabei" */
  protected known({ organisation, networks, meetings }: ActorEntryView): string {
    if (!organisation) return 'nicht im Verzeichnis';
    const seats = networks.map(({ name }) => name).join(', ') || 'kein Sitz in einem Netzwerk';
    const came = meetings
      ? `in zwölf Monaten bei ${counted(meetings, 'Sitzung', 'Sitzungen')} dabei`
      : 'in zwölf Monaten bei keiner Sitzung';
    return `${seats}; ${came}`;
  }

  protected async removeEntry(entry: ActorEntryView): Promise<void> {
    const { organisation, name, influence, affectedness, part, note, field, targetGroup, municipality } =
      entry;
    const path = `/api/actor-analyses/${this.id()}/entries`;
    const again: SaveActorEntry = {
      ...{ influence, affectedness, part, note },
      organisationId: organisation?.id ?? null,
      name: organisation ? '' : name,
      fieldId: field?.id ?? null,
      targetGroupId: targetGroup?.id ?? null,
      municipalityId: municipality?.id ?? null,
    };
    await this.removed(
      name,
      () => this.api.remove(`/api/actor-analyses/${this.id()}/entries/${entry.id}`),
      () => this.api.act<ActorAnalysisView>(path, null, again),
    );
  }

  protected async removeGap({ id, gap, remedy, settled }: TypedGapView): Promise<void> {
    const path = `/api/actor-analyses/${this.id()}/gaps`;
    const again: SaveTypedGap = { gap, remedy, settled };
    await this.removed(
      gap,
      () => this.api.remove(`/api/actor-analyses/${this.id()}/gaps/${id}`),
      () => this.api.act<ActorAnalysisView>(path, null, again),
    );
  }

  protected show(view: ActorAnalysisView): void {
    this.panel.set(null);
    this.analysis.view.set(view);
  }

  /** Gone, and for a while to be put back as it was. */
  private async removed(
    title: string,
    remove: () => Promise<void>,
    putBack: () => Promise<ActorAnalysisView>,
  ): Promise<void> {
    if (!(await this.act(remove))) return;
    this.analysis.reload();
    this.toasts.say(`Entfernt: ${title}`, async () => {
      await this.act(async () => this.show(await putBack()), 'Wieder aufgenommen.');
    });
  }
}
