import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import type { Permission } from '@runder-tisch/domain/accounts';
import type { Page } from '@runder-tisch/domain/lists';
import { type Step, StepList } from '@runder-tisch/ui/layout';
import { Session } from '../session/session';

const STEPS = 3;

/** Nothing is due because nothing is there yet: the three things somebody of the office does first. */
@Component({
  selector: 'rt-first-hour',
  imports: [StepList],
  template: `<rt-step-list heading="Die erste Stunde" [steps]="steps()" />`,
  // All done, it takes no room in the stack it stands in.
  styles: ':host { display: contents; }',
})
export class FirstHour {
  private readonly session = inject(Session);
  private readonly all = [
    this.step('organisation:change', '/api/organisations', {
      label: 'Organisationen und Personen eintragen',
      why: 'Einzeln, oder alle auf einmal aus einer Liste, die Sie schon haben.',
      link: '/akteure/import',
    }),
    this.step('network:change', '/api/networks', {
      label: 'Ein Netzwerk anlegen',
      why: 'Wer sich regelmäßig trifft, mit seinen Mitgliedern.',
      link: '/netzwerke',
      query: { neu: '1' },
    }),
    this.step('lists:change', '/api/fields-of-action', {
      label: 'Handlungsfelder anlegen',
      why: 'Organisationen, Netzwerke und Hinweise werden ihnen zugeordnet.',
      link: '/planung/handlungsfelder',
    }),
    this.step('meeting:plan', '/api/meetings', {
      label: 'Das erste Treffen planen',
      why: 'Einladung, Antworten und Protokoll kommen dann von selbst zusammen.',
      link: '/termine/neu',
    }),
  ]
    .filter(({ permission }) => this.session.may(permission) && this.session.isStaff())
    .slice(0, STEPS);

  /** Empty until all answers are there, so that nothing flickers. */
  protected readonly steps = computed<Step[]>(() =>
    this.all.every(({ there }) => there.hasValue())
      ? this.all.map(({ step, there }) => ({ ...step, done: (there.value()?.total ?? 0) > 0 }))
      : [],
  );

  private step(permission: Permission, url: string, step: Omit<Step, 'done'>): FirstStep {
    const there = httpResource<Page<unknown>>(() =>
      this.session.isStaff() && this.session.may(permission) ? { url, params: { limit: 1 } } : undefined,
    );
    return { permission, step, there };
  }
}

interface FirstStep {
  permission: Permission;
  step: Omit<Step, 'done'>;
  there: HttpResourceRef<Page<unknown> | undefined>;
}
