import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  mdiBullhornOutline,
  mdiAccountKeyOutline,
  mdiChevronRight,
  mdiCompassOutline,
  mdiGavel,
  mdiMapOutline,
  mdiOfficeBuildingCogOutline,
  mdiForumOutline,
  mdiEmailOpenOutline,
  mdiFormatLetterMatches,
  mdiMapMarkerOutline,
  mdiScaleBalance,
  mdiSproutOutline,
  mdiTagMultipleOutline,
  mdiTextBoxOutline,
  mdiTextSearch,
} from '@mdi/js';
import { Icon } from '@runder-tisch/ui/icon';
import { PageHead } from '@runder-tisch/ui/layout';
import { type Permission, Session } from '../../session/session';
import { FirstSteps } from '../first-steps/first-steps';

interface Place {
  label: string;
  says: string;
  link: string;
  icon: string;
  permission: Permission;
}

const places: readonly Place[] = [
  {
    label: 'Landkreis und Absender',
    says: 'Name, Logo und wie die Mails aussehen, die Menschen bekommen.',
    link: '/einstellungen/landkreis',
    icon: mdiOfficeBuildingCogOutline,
    permission: 'settings:change',
  },
  {
    label: 'Posteingang',
    says: 'Ob Antworten aus Kalendern ankommen, und was sich nicht lesen ließ.',
    link: '/einstellungen/posteingang',
    icon: mdiEmailOpenOutline,
    permission: 'settings:change',
  },
  {
    label: 'Konten',
    says: 'Wer sich anmelden darf und mit welchen Rollen.',
    link: '/einstellungen/konten',
    icon: mdiAccountKeyOutline,
    permission: 'account:manage',
  },
  {
    label: 'Impressum und Texte',
    says: 'Impressum, Datenschutz, Erklärung zur Barrierefreiheit.',
    link: '/einstellungen/texte',
    icon: mdiScaleBalance,
    permission: 'settings:change',
  },
  {
    label: 'Mitreden',
    says: 'Das öffentliche Formular für Hinweise: offen oder geschlossen, mit Ihrer Einleitung.',
    link: '/einstellungen/mitreden',
    icon: mdiBullhornOutline,
    permission: 'settings:change',
  },
  {
    label: 'Handlungsfelder',
    says: 'Wonach alles geordnet ist: Reihenfolge und Beschreibung.',
    link: '/planung/handlungsfelder',
    icon: mdiCompassOutline,
    permission: 'lists:change',
  },
  {
    label: 'Wörter für Vorschläge',
    says: 'Woran zu erkennen ist, in welches Handlungsfeld ein Hinweis gehört.',
    link: '/planung/vorschlagswoerter',
    icon: mdiFormatLetterMatches,
    permission: 'lists:change',
  },
  {
    label: 'Gemeinden und Planungsräume',
    says: 'Die Gemeinden des Landkreises und ihre Zuordnung.',
    link: '/einstellungen/gemeinden',
    icon: mdiMapOutline,
    permission: 'lists:change',
  },
  {
    label: 'Orte',
    says: 'Häuser, in denen man sich trifft, mit ihrer Barrierefreiheit.',
    link: '/termine/orte',
    icon: mdiMapMarkerOutline,
    permission: 'place:change',
  },
  {
    label: 'Textbausteine',
    says: 'Worte für Antworten, Begründungen, Einladungen und Ergebnisbriefe.',
    link: '/einstellungen/textbausteine',
    icon: mdiTextBoxOutline,
    permission: 'lists:change',
  },
  {
    label: 'Bibliothek der Formate',
    says: 'Womit Beteiligungsformate beginnen: Ablauf, Material, Einladung.',
    link: '/beteiligung/formate/bibliothek',
    icon: mdiForumOutline,
    permission: 'lists:change',
  },
  {
    label: 'Kategorien und Zielgruppen',
    says: 'Wonach Angebote geordnet und gefunden werden.',
    link: '/einstellungen/angebote',
    icon: mdiTagMultipleOutline,
    permission: 'lists:change',
  },
  {
    label: 'Suche und Notrufnummern',
    says: 'Mit welchen Wörtern Menschen Hilfe finden, und wen sie sofort anrufen können.',
    link: '/einstellungen/suche',
    icon: mdiTextSearch,
    permission: 'lists:change',
  },
  {
    label: 'Kriterien der Verstetigung',
    says: 'Woran zu erkennen ist, ob Netzwerke, Formate und die Planung auf Dauer tragen.',
    link: '/einstellungen/verstetigung',
    icon: mdiSproutOutline,
    permission: 'lists:change',
  },
  {
    label: 'Gremien & Beschlüsse',
    says: 'Kreistag, Ausschüsse und Beiräte, denen Netzwerke berichten.',
    link: '/planung/gremien',
    icon: mdiGavel,
    permission: 'committee:change',
  },
];

/** Everything that is set once and rarely changed. */
@Component({
  selector: 'rt-settings-index-page',
  imports: [FirstSteps, Icon, PageHead, RouterLink],
  template: `
    <rt-page-head heading="Einstellungen" />
    @if (session.may('settings:change')) {
      <rt-first-steps />
    }
    <ul class="places">
      @for (place of open(); track place.link) {
        <li>
          <a class="rt-card place" [routerLink]="place.link">
            <rt-icon [path]="place.icon" large />
            <span class="words">
              <strong>{{ place.label }}</strong>
              <span class="rt-quiet">{{ place.says }}</span>
            </span>
            <rt-icon class="go" [path]="go" />
          </a>
        </li>
      }
    </ul>
  `,
  styles: `
    .places {
      display: grid;
      gap: calc(var(--rt-space) * 2);
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 340px), 1fr));
    }
    li {
      display: grid;
    }
    .place {
      display: flex;
      align-items: center;
      gap: 16px;
      color: var(--rt-text);
      text-decoration: none;
      transition: border-color 120ms ease-out;
    }
    .place:hover {
      border-color: var(--rt-accent);
    }
    .place > rt-icon {
      flex: none;
      color: var(--rt-accent);
    }
    .words {
      flex: 1;
      display: grid;
      gap: 2px;
    }
    .place > .go {
      color: var(--rt-text-quiet);
    }
  `,
})
export class SettingsIndexPage {
  protected readonly session = inject(Session);
  protected readonly go = mdiChevronRight;
  protected readonly open = computed(() => places.filter((place) => this.session.may(place.permission)));
}
