import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiGraphOutline } from '@mdi/js';
import type { Page } from '@runder-tisch/domain/lists';
import { bodyKindLabels, type BodyView } from '@runder-tisch/domain/structure';
import { participationMap, seatsInWords } from '@runder-tisch/drawing/structure/participation-map';
import { onPhone } from '@runder-tisch/ui/drawing/on-phone';
import { SceneView } from '@runder-tisch/ui/drawing/scene-view';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { Cell, type Column, DataList } from '@runder-tisch/ui/list';
import { NetworkTabs } from '../../networks/network-tabs';
import { keptObject } from '../../object-page/kept-object';
import { Session } from '../../session/session';
import { LoadList } from './load-list';
import { SeatTable } from './seat-table';

const pages: Record<
  BodyView['kind'],
  { path: string; may: 'committee:read' | 'network:read' | 'format:read' }
> = {
  COMMITTEE: { path: '/planung/gremien', may: 'committee:read' },
  NETWORK: { path: '/netzwerke', may: 'network:read' },
  FORMAT: { path: '/beteiligung/formate', may: 'format:read' },
};

/** Networks, committees, formats and who reports to whom: drawn, as a table, and who sits where. */
@Component({
  selector: 'rt-structure-page',
  imports: [
    Cell,
    DataList,
    EmptyState,
    LoadList,
    NetworkTabs,
    PageHead,
    ProgressLine,
    RouterLink,
    SceneView,
    SeatTable,
  ],
  templateUrl: './structure-page.html',
  styles: `
    section {
      margin-bottom: 24px;
    }
    h2 {
      margin-bottom: 10px;
    }
    .seats {
      white-space: nowrap;
    }
  `,
})
export class StructurePage {
  // The filters of its lists, as the router reads them from the address.
  readonly search = input<string>();
  readonly kind = input<string>();
  readonly vacant = input<string>();
  readonly by = input<string>();
  readonly heavy = input<string>();
  readonly hours = input<string>();

  private readonly session = inject(Session);
  private readonly phone = onPhone();
  protected readonly icon = mdiGraphOutline;
  protected readonly kinds = bodyKindLabels;
  protected readonly seatsOf = seatsInWords;
  protected readonly columns: readonly Column[] = [
    { key: 'name', label: 'Name', width: '22%' },
    { key: 'kind', label: 'Art' },
    { key: 'state', label: 'Stand' },
    { key: 'above', label: 'Berichtet an / gehört zu' },
    { key: 'rhythm', label: 'Rhythmus', width: '20%' },
    { key: 'seats', label: 'Plätze' },
    { key: 'sessions', label: 'Sitzungen im Jahr', align: 'end' },
  ];
  protected readonly answer = keptObject<Page<BodyView>>(() => '/api/structure');
  protected readonly bodies = computed(() => this.answer.view()?.items ?? []);
  protected readonly scene = computed(() =>
    participationMap(this.bodies(), this.phone() ? { width: 320, letters: 15 } : { width: 940 }),
  );
  protected readonly seesLoad = computed(() => this.session.may('person:read'));

  protected link({ kind, id }: BodyView): string[] | null {
    const { path, may } = pages[kind];
    return this.session.may(may) ? [path, id] : null;
  }
}
