import { Component, computed, inject, input } from '@angular/core';
import { TabBar, type TabLink } from '@runder-tisch/ui/layout';
import type { Permission } from '@runder-tisch/domain/accounts';
import { Session } from './session';

export interface PlaceTab extends TabLink {
  permission: Permission;
}

/** Pages under one entry of the navigation, side by side: those somebody may open, if there is a choice. */
@Component({
  selector: 'rt-place-tabs',
  imports: [TabBar],
  template: `
    @if (tabs().length > 1) {
      <rt-tab-bar [tabs]="tabs()" [label]="label()" />
    }
  `,
})
export class PlaceTabs {
  readonly places = input.required<readonly PlaceTab[]>();
  readonly label = input.required<string>();
  private readonly session = inject(Session);
  protected readonly tabs = computed(() =>
    this.places().filter(({ permission }) => this.session.may(permission)),
  );
}
