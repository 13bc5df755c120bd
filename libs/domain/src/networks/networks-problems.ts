import type { Problems } from '../problem';

export const networkProblems = {
  'network-name-taken': { status: 409, says: 'Ein Netzwerk mit diesem Namen gibt es schon.' },
  'not-your-network': { status: 403, says: 'Dieses Netzwerk ändert nur seine Koordination.' },
  'network-move-refused': { status: 409, says: 'Das ist im jetzigen Stand des Netzwerks nicht möglich.' },
  'network-not-consolidated': {
    status: 409,
    says: 'Zur Verstetigung fehlt noch etwas. Der Verstetigungscheck des Netzwerks zeigt, was.',
  },
  'network-dissolved': { status: 409, says: 'Dieses Netzwerk ist aufgelöst und wird nicht mehr geändert.' },
  'coordinator-without-person': {
    status: 409,
    says: 'Ihr Konto gehört zu keiner Person. Bitte lassen Sie es von der Administration mit Ihrer Person verbinden.',
  },
  'membership-exists': {
    status: 409,
    says: 'Diese Person hat hier schon einen Platz für diese Organisation.',
  },
  'members-refused': {
    status: 409,
    says: 'Es wurde niemand hinzugefügt. Bitte sehen Sie sich die genannten Zeilen an.',
  },
  'organisation-seated': { status: 409, says: 'Diese Organisation hat hier schon einen Platz.' },
  'membership-somebody': { status: 400, says: 'Bitte wählen Sie eine Organisation oder eine Person.' },
  'membership-deputy': { status: 400, says: 'Die Vertretung muss eine andere Person sein als das Mitglied.' },
  'membership-coordination-vacant': { status: 400, says: 'Die Koordination braucht eine Person.' },
  'membership-ends-before-start': { status: 400, says: 'Das Ende liegt vor dem Beginn.' },
  'membership-ended': { status: 409, says: 'Diese Mitgliedschaft ist schon beendet.' },
  'last-coordinator': {
    status: 409,
    says: 'Bitte übergeben Sie die Koordination erst an eine andere Person.',
  },
  'membership-same-person': { status: 400, says: 'Bitte wählen Sie eine andere Person als bisher.' },
  'seat-without-organisation': { status: 400, says: 'Nur der Platz einer Organisation kann frei bleiben.' },
} as const satisfies Problems;
