import { Component, computed, inject } from '@angular/core';
import { TabBar, type TabLink } from '@runder-tisch/ui/layout';
import type { Permission } from '@runder-tisch/domain/accounts';
import { Session } from '../session/session';

const places: readonly (TabLink & { permission: Permission })[] = [
  { label: 'Befunde', link: '/planung/befunde', permission: 'finding:read' },
  { label: 'Schwerpunkte', link: '/planung/schwerpunkte', permission: 'recommendation:read' },
  { label: 'Empfehlungen', link: '/planung/empfehlungen', permission: 'recommendation:read' },
  { label: 'Punktabfragen', link: '/planung/punktabfragen', permission: 'finding:read' },
];

/** The lists of the place Schwerpunkte & Empfehlungen, side by side. */
@Component({
  selector: 'rt-findings-tabs',
  imports: [TabBar],
  template: `<rt-tab-bar [tabs]="tabs()" label="Schwerpunkte und Empfehlungen" />`,
})
export class FindingsTabs {
  private readonly session = inject(Session);
  protected readonly tabs = computed(() => places.filter(({ permission }) => this.session.may(permission)));
}
