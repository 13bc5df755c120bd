import { Component, computed, inject } from '@angular/core';
import type { Permission } from '@runder-tisch/domain/accounts';
import { TabBar, type TabLink } from '@runder-tisch/ui/layout';
import { Session } from '../session/session';

const places: readonly (TabLink & { permission: Permission })[] = [
  { label: 'Liste', link: '/netzwerke', permission: 'network:read' },
  { label: 'Nachrichten', link: '/nachrichten', permission: 'message:write' },
  { label: 'Struktur', link: '/netzwerke/struktur', permission: 'structure:read' },
  { label: 'Verstetigung', link: '/netzwerke/verstetigung', permission: 'consolidation:read' },
];

/** The views of the place Netzwerke, side by side. */
@Component({
  selector: 'rt-network-tabs',
  imports: [TabBar],
  template: `<rt-tab-bar [tabs]="tabs()" label="Ansichten der Netzwerke" />`,
})
export class NetworkTabs {
  private readonly session = inject(Session);
  protected readonly tabs = computed(() => places.filter(({ permission }) => this.session.may(permission)));
}
