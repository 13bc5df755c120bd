import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiCheckCircleOutline, mdiCircleOutline } from '@mdi/js';
import type { Page } from '@runder-tisch/domain/lists';
import type { SettingsView } from '@runder-tisch/domain/settings';
import { Icon } from '@runder-tisch/ui/icon';
import { Session } from '../../session/session';

/** What is worth doing after the set-up; the box goes when everything is done. */
@Component({
  selector: 'rt-first-steps',
  imports: [Icon, RouterLink],
  template: `
    @if (open().length) {
      <section class="rt-card" aria-labelledby="rt-first-steps">
        <h2 id="rt-first-steps">Noch einzurichten</h2>
        <ul class="steps">
          @for (step of steps(); track step.label) {
            <li [class.done]="step.done">
              <rt-icon [path]="step.done ? icons.done : icons.open" />
              <span>
                @if (step.done) {
                  {{ step.label }} <span class="rt-unseen">(erledigt)</span>
                } @else if (step.link) {
                  <a [routerLink]="step.link">{{ step.label }}</a>
                } @else {
                  {{ step.label }}
                }
                @if (!step.done) {
                  <span class="rt-quiet rt-small why">{{ step.why }}</span>
                }
              </span>
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    section {
      margin-bottom: calc(var(--rt-space) * 3);
    }
    .steps {
      display: grid;
      gap: 12px;
    }
    li {
      display: flex;
      gap: 12px;
    }
    li > rt-icon {
      flex: none;
      margin-top: 2px;
      color: var(--rt-text-quiet);
    }
    .done {
      color: var(--rt-text-quiet);
    }
    .done > rt-icon {
      color: var(--rt-positive);
    }
    .why {
      display: block;
    }
  `,
})
export class FirstSteps {
  private readonly session = inject(Session);
  protected readonly icons = { done: mdiCheckCircleOutline, open: mdiCircleOutline };
  private readonly settings = httpResource<SettingsView>(() => '/api/settings');
  private readonly accounts = httpResource<Page<unknown>>(() => ({
    url: '/api/accounts',
    params: { limit: 1 },
  }));
  private readonly fields = httpResource<Page<unknown>>(() => '/api/fields-of-action');

  /** Empty until all answers are there, so that nothing flickers. */
  protected readonly steps = computed(() => {
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
  protected readonly open = computed(() => this.steps().filter((step) => !step.done));
}
