import { Component } from '@angular/core';
import { TabBar, type TabLink } from '@runder-tisch/ui/layout';

/** What came in, and where nothing can be sent to. */
@Component({
  selector: 'rt-inbox-tabs',
  imports: [TabBar],
  template: `<rt-tab-bar [tabs]="tabs" label="Bereiche des Posteingangs" />`,
})
export class InboxTabs {
  protected readonly tabs: readonly TabLink[] = [
    { label: 'Mails', link: '/posteingang' },
    { label: 'Unzustellbare Adressen', link: '/posteingang/unzustellbar' },
  ];
}
