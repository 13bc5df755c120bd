import type { Role } from '@runder-tisch/domain/accounts';
import type { DemoIds } from './demo';

/** One page of the product as the walk and the contact sheets open it. */
export interface PageEntry {
  /** As the routes of the web name it, or a path the API writes itself. */
  route: string;
  as: Role | 'public';
  /** What stands in the place of `:id` or `:token`. */
  of?: keyof DemoIds;
  /** A state of the page that has an address. */
  query?: string;
  /** Done by a button only: shown last, because it changes the demo. */
  after?: 'session-started';
}

/**
 * Every page, once, as somebody who may open it; the walk fails if the product has a page that is missing
 * here, or the other way round. Some pages look different to another role or with an open form.
 */
export const pages: readonly PageEntry[] = [
  { route: '/heute', as: 'coordinator' },
  { route: '/heute/aufgaben', as: 'coordinator' },
  { route: '/heute/aufgaben', as: 'coordinator', query: 'neu=1' },
  { route: '/termine', as: 'coordinator' },
  { route: '/termine/neu', as: 'coordinator' },
  { route: '/termine/:id/planen', as: 'coordinator', of: 'nextMeeting' },
  { route: '/termine/:id', as: 'coordinator', of: 'nextMeeting' },
  { route: '/termine/:id/tagesordnung', as: 'coordinator', of: 'nextMeeting' },
  { route: '/termine/:id/umfrage', as: 'coordinator', of: 'pollMeeting' },
  { route: '/termine/:id/nachlauf', as: 'coordinator', of: 'recentMeeting' },
  { route: '/termine/:id/nachlauf', as: 'coordinator', of: 'autumnMeeting' },
  { route: '/termine/:id/ergebnisbrief', as: 'coordinator', of: 'autumnMeeting' },
  { route: '/termine/:id/sitzung', as: 'coordinator', of: 'nextMeeting' },
  { route: '/termine/orte', as: 'coordinator' },
  { route: '/netzwerke', as: 'coordinator' },
  { route: '/netzwerke', as: 'coordinator', query: 'neu=1' },
  { route: '/netzwerke/:id', as: 'coordinator', of: 'network' },
  { route: '/netzwerke/:id/termine', as: 'coordinator', of: 'network' },
  { route: '/netzwerke/:id/wirkung', as: 'coordinator', of: 'network' },
  { route: '/beteiligung/formate', as: 'coordinator' },
  { route: '/beteiligung/formate/neu', as: 'coordinator' },
  { route: '/beteiligung/formate/bibliothek', as: 'coordinator' },
  { route: '/beteiligung/formate/:id', as: 'coordinator', of: 'format' },
  { route: '/beteiligung/formate/:id/einladung', as: 'coordinator', of: 'format' },
  { route: '/beteiligung/formate/:id/termine', as: 'coordinator', of: 'format' },
  { route: '/beteiligung/formate/:id/ergebnisse', as: 'coordinator', of: 'format' },
  { route: '/beteiligung/formate/:id/ergebnisbrief', as: 'coordinator', of: 'format' },
  { route: '/beteiligung/ergebnisbriefe', as: 'coordinator' },
  { route: '/beteiligung/ergebnisbriefe/:id', as: 'coordinator', of: 'returnMessage' },
  { route: '/akteure/organisationen', as: 'coordinator' },
  { route: '/akteure/organisationen', as: 'coordinator', query: 'neu=1' },
  { route: '/akteure/organisationen/:id', as: 'coordinator', of: 'organisation' },
  { route: '/akteure/organisationen/:id/sitzt-in', as: 'coordinator', of: 'organisation' },
  { route: '/akteure/organisationen/:id/angebote', as: 'coordinator', of: 'organisation' },
  { route: '/akteure/organisationen/:id/verlauf', as: 'coordinator', of: 'organisation' },
  { route: '/akteure/personen', as: 'coordinator' },
  { route: '/akteure/personen', as: 'coordinator', query: 'neu=1' },
  { route: '/akteure/personen/verteiler', as: 'coordinator' },
  { route: '/akteure/personen/:id', as: 'coordinator', of: 'person' },
  { route: '/akteure/personen/:id/sitzt-in', as: 'coordinator', of: 'person' },
  { route: '/akteure/personen/:id/verlauf', as: 'coordinator', of: 'person' },
  { route: '/akteure/angebote', as: 'coordinator' },
  { route: '/akteure/angebote', as: 'coordinator', query: 'state=TO_CONFIRM' },
  { route: '/akteure/angebote/neu', as: 'coordinator' },
  { route: '/akteure/angebote/:id', as: 'coordinator', of: 'service' },
  { route: '/akteure/angebote/:id/bearbeiten', as: 'coordinator', of: 'service' },
  { route: '/akteure/anmeldungen', as: 'coordinator' },
  { route: '/akteure/import', as: 'coordinator' },
  { route: '/akteure/import/:id', as: 'coordinator', of: 'importColumns' },
  { route: '/akteure/import/:id', as: 'coordinator', of: 'importChecked' },
  { route: '/planung/handlungsfelder', as: 'coordinator' },
  { route: '/planung/handlungsfelder/:id', as: 'coordinator', of: 'field' },
  { route: '/planung/gremien', as: 'coordinator' },
  { route: '/planung/gremien/:id', as: 'coordinator', of: 'committee' },
  { route: '/postausgang', as: 'coordinator' },
  { route: '/postausgang', as: 'coordinator', of: 'mail', query: 'mail=:id' },
  { route: '/postausgang/:id', as: 'coordinator', of: 'dispatch' },
  { route: '/konto', as: 'coordinator' },

  { route: '/heute', as: 'planner' },
  { route: '/hinweise', as: 'planner' },
  { route: '/hinweise', as: 'planner', query: 'neu=1' },
  { route: '/hinweise/:id', as: 'planner', of: 'flaggedFeedback' },
  { route: '/hinweise/:id', as: 'planner', of: 'answeredFeedback' },
  { route: '/hinweise/gruppen', as: 'planner' },
  { route: '/hinweise/gruppen/:id', as: 'planner', of: 'group' },
  { route: '/hinweise/argumente', as: 'planner' },
  { route: '/hinweise/argumente', as: 'planner', query: 'neu=1' },
  { route: '/hinweise/argumente/:id', as: 'planner', of: 'argument' },
  { route: '/einstellungen/angebote', as: 'planner' },
  { route: '/einstellungen/suche', as: 'planner' },
  { route: '/einstellungen/gemeinden', as: 'planner' },
  { route: '/einstellungen/textbausteine', as: 'planner' },
  { route: '/planung/vorschlagswoerter', as: 'planner' },
  { route: '/beteiligung/formate/bibliothek', as: 'planner' },
  { route: '/beteiligung/formate/bibliothek/:id', as: 'planner', of: 'formatType' },
  { route: '/planung/befunde', as: 'planner' },
  { route: '/planung/befunde', as: 'planner', query: 'neu=1' },
  { route: '/planung/befunde/:id', as: 'planner', of: 'finding' },
  { route: '/planung/befunde/:id', as: 'planner', of: 'finding', query: 'beleg=1' },
  { route: '/planung/schwerpunkte', as: 'planner' },
  { route: '/planung/schwerpunkte', as: 'planner', query: 'neu=1' },
  { route: '/planung/schwerpunkte/:id', as: 'planner', of: 'priority' },
  { route: '/planung/empfehlungen', as: 'planner' },
  { route: '/planung/empfehlungen', as: 'planner', query: 'neu=1' },
  { route: '/planung/empfehlungen/:id', as: 'planner', of: 'recommendation' },
  { route: '/planung/gehoert', as: 'planner' },
  { route: '/planung/offene-enden', as: 'planner' },
  { route: '/planung/punktabfragen', as: 'planner' },
  { route: '/planung/punktabfragen', as: 'planner', query: 'neu=1' },
  { route: '/planung/punktabfragen/:id', as: 'planner', of: 'runningPoints' },
  { route: '/planung/punktabfragen/:id', as: 'planner', of: 'closedPoints' },
  { route: '/planung/punktabfragen/:id/beamer', as: 'planner', of: 'runningPoints' },
  { route: '/planung/punktabfragen/:id/beamer', as: 'planner', of: 'closedPoints' },
  { route: '/planung/massnahmen', as: 'planner' },
  { route: '/planung/massnahmen', as: 'planner', query: 'neu=1' },
  { route: '/planung/massnahmen/zeitstrahl', as: 'planner' },
  { route: '/planung/massnahmen/kosten', as: 'planner' },
  { route: '/planung/massnahmen/abgleich', as: 'planner' },
  { route: '/planung/massnahmen/:id', as: 'planner', of: 'measure' },
  { route: '/planung/massnahmen/:id', as: 'planner', of: 'evaluatedMeasure' },
  { route: '/planung/massnahmen/:id', as: 'planner', of: 'provisionalMeasure' },

  { route: '/heute', as: 'admin' },
  { route: '/einstellungen', as: 'admin' },
  { route: '/einstellungen/landkreis', as: 'admin' },
  { route: '/einstellungen/texte', as: 'admin' },
  { route: '/einstellungen/mitreden', as: 'admin' },
  { route: '/einstellungen/konten', as: 'admin' },
  { route: '/einstellungen/konten', as: 'admin', query: 'neu=1' },

  { route: '/uebersicht', as: 'provider' },
  { route: '/einladungen', as: 'provider' },
  { route: '/einladungen', as: 'provider', query: 'wann=past' },
  { route: '/hinweise/geben', as: 'provider' },
  { route: '/unsere-organisation', as: 'provider' },
  { route: '/heute', as: 'provider' },
  { route: '/termine/:id', as: 'provider', of: 'nextMeeting' },
  { route: '/hinweise', as: 'provider' },
  { route: '/unsere-angebote', as: 'provider' },
  { route: '/unsere-angebote/neu', as: 'provider' },
  { route: '/unsere-angebote/:id', as: 'provider', of: 'service' },
  { route: '/unsere-angebote/:id', as: 'provider', of: 'returnedService' },

  { route: '/uebersicht', as: 'reader' },
  { route: '/termine', as: 'reader' },
  { route: '/planung/empfehlungen', as: 'reader' },
  { route: '/kein-zugang', as: 'reader' },
  { route: '/**', as: 'reader' },

  { route: '/anmelden', as: 'public' },
  { route: '/antwort/:token', as: 'public', of: 'answerToken' },
  { route: '/umfrage/:token', as: 'public', of: 'pollToken' },
  { route: '/punkte', as: 'public' },
  { route: '/punkte/:token', as: 'public', of: 'pointsCode' },
  { route: '/aufgabe/:token', as: 'public', of: 'taskToken' },
  { route: '/sachstand/:token', as: 'public', of: 'progressToken' },
  { route: '/hinweis/:token', as: 'public', of: 'feedbackToken' },
  { route: '/protokoll/:token', as: 'public', of: 'protocolToken' },
  { route: '/anmeldung/:token', as: 'public', of: 'signInToken' },
  { route: '/anmeldung/:token', as: 'public', of: 'expiredToken' },
  { route: '/', as: 'public' },
  { route: '/leicht', as: 'public' },
  { route: '/leicht/angebote', as: 'public' },
  { route: '/leicht/umfrage', as: 'public' },
  { route: '/leicht/punkte', as: 'public' },
  { route: '/angebote', as: 'public' },
  { route: '/angebote', as: 'public', query: 'suche=mein+Mann+schl%C3%A4gt+mich' },
  { route: '/angebote/:id', as: 'public', of: 'service' },
  { route: '/mitmachen', as: 'public', query: 'suche=ahorn' },
  { route: '/mitmachen/anmelden', as: 'public' },
  { route: '/mitmachen/gesendet', as: 'public' },
  { route: '/mitmachen/bestaetigen/:token', as: 'public', of: 'registrationToken' },
  { route: '/einrichten', as: 'public' },
  { route: '/mitreden', as: 'public' },
  { route: '/mitreden/stand', as: 'public' },
  { route: '/ergebnisse', as: 'public' },
  { route: '/impressum', as: 'public' },
  { route: '/datenschutz', as: 'public' },
  { route: '/barrierefreiheit', as: 'public' },

  { route: '/termine/:id/sitzung', as: 'coordinator', of: 'nextMeeting', after: 'session-started' },
];

export function addressOf({ route, of, query }: PageEntry, ids: DemoIds): string {
  const address = query ? `${route}?${query}` : route;
  return address.replace('**', 'gibt-es-nicht').replace(/:\w+/, () => (of ? ids[of] : ''));
}

/** How a page is called in reports and file names. */
export function nameOf({ route, as, of, query, after }: PageEntry): string {
  return [route, of && `(${of})`, query && `?${query}`, after, `– ${as}`].filter(Boolean).join(' ');
}
