import { Component, computed, inject } from '@angular/core';
import { TabBar, type TabLink } from '@runder-tisch/ui/layout';
import { Session } from '../../session/session';

/** The parts of the place Hinweise: what came in, what lies together, what many say. */
@Component({
  selector: 'rt-feedback-tabs',
  imports: [TabBar],
  template: `
    @if (tabs().length > 1) {
      <rt-tab-bar [tabs]="tabs()" label="Bereiche der Hinweise" />
    }
  `,
})
export class FeedbackTabs {
  private readonly session = inject(Session);
  protected readonly tabs = computed<readonly TabLink[]>(() => [
    ...(this.session.may('feedback:triage') ? [{ label: 'Eingang', link: '/hinweise' }] : []),
    ...(this.session.may('feedback:triage') ? [{ label: 'Briefe', link: '/hinweise/briefe' }] : []),
    ...(this.session.may('feedback:decide') ? [{ label: 'Gruppen', link: '/hinweise/gruppen' }] : []),
    ...(this.session.may('argument:read') ? [{ label: 'Argumente', link: '/hinweise/argumente' }] : []),
  ]);
}
