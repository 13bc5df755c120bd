import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import type { Page } from '@runder-tisch/domain/lists';
import type { SettingsView } from '@runder-tisch/domain/settings';
import { type Step, StepList } from '@runder-tisch/ui/layout';
import { Session } from '../../session/session';

/** What is worth doing after the set-up; the box goes when everything is done. */
@Component({
  selector: 'rt-first-steps',
  imports: [StepList],
  template: `<rt-step-list heading="Noch einzurichten" [steps]="steps()" />`,
  styles: ':host:has(section) { display: block; margin-bottom: calc(var(--rt-space) * 3); }',
})
export class FirstSteps {
  private readonly session = inject(Session);
  private readonly settings = httpResource<SettingsView>(() => '/api/settings');
  private readonly accounts = httpResource<Page<unknown>>(() => ({
    url: '/api/accounts',
    params: { limit: 1 },
  }));
  private readonly fields = httpResource<Page<unknown>>(() => '/api/fields-of-action');

  /** Empty until all answers are there, so that nothing flickers. */
  protected readonly steps = computed<Step[]>(() => {
    if (!this.settings.hasValue() || !this.accounts.hasValue() || !this.fields.hasValue()) return [];
    const settings = this.settings.value();
    return [
      {
        label: 'Impressum ergänzen',
        why: 'Im Text steht noch „bitte hier ergänzen“.',
        link: '/einstellungen/texte',
        done: settings.imprint !== '' && !settings.imprint.includes('bitte hier ergänzen'),
      },
      {
        label: 'Mailserver eintragen',
        why: 'Beim Start mit SMTP_URL. Bis dahin verlässt keine Mail das Haus.',
        link: null,
        done: this.session.current().mail.leavesTheHouse,
      },
      {
        label: 'Kolleg:innen einladen',
        why: 'Sie bekommen einen Link per Mail und brauchen kein Passwort.',
        link: '/einstellungen/konten',
        done: this.accounts.value().total > 1,
      },
      {
        label: 'Handlungsfelder anlegen',
        why: 'Organisationen, Netzwerke und Hinweise werden ihnen zugeordnet.',
        link: '/planung/handlungsfelder',
        done: this.fields.value().total > 0,
      },
      {
        label: 'Logo hochladen',
        why: 'Es steht auf jeder Seite und gibt den Mail-Links ein bekanntes Gesicht.',
        link: '/einstellungen/landkreis',
        done: settings.logo !== null,
      },
    ];
  });
}
