import {
  controlDocument,
  type ControlState,
  type SessionControlItem,
} from '@runder-tisch/domain/papers/control';
import { checkPdf } from '../../../test/pdf/check-pdf';
import { asPdf } from '../../documents/as-pdf';
import { pagesOf } from '../../documents/pages-of';

const states: readonly ControlState[] = ['DELAYED', 'OPEN', 'IN_PROGRESS', 'STANDING', 'DONE'];
const topics = [
  'Einrichtung von Antragslotsinnen und Antragslotsen in den Gemeinden des Landkreises',
  'Mobile Beratung in den Ortsteilen Südliches Anhalt, Osternienburger Land und Muldestausee',
  'Fortschreibung des Sozialplans mit Armutsbericht',
  'Runder Tisch gegen Wohnungslosigkeit: Geschäftsführung und Mittel für 2026',
];
const words = [
  'Die Stelle wurde zweimal ohne Erfolg ausgeschrieben, die dritte Ausschreibung endet am 15.01.2027. Der Beginn verschiebt sich um sechs Monate.',
  '',
  'Sachstand vom 02.11.2026: läuft nach Plan, die Vereinbarung mit drei Trägern ist unterschrieben.',
  'Jährlicher Bericht im Ausschuss.',
  'Umgesetzt am 30.09.2026.',
];

function item(n: number): SessionControlItem {
  const state = states[n % states.length] ?? 'OPEN';
  return {
    id: String(n),
    paper: { id: String(n), number: `BV/${n}/2026`, title: topics[n % topics.length] ?? '' },
    resolutionNumber: `KT-${100 + n}/2026`,
    decidedOn: '2026-03-12',
    applicant: n % 3 === 0 ? 'Fraktion Soziales und Zusammenhalt (Demo)' : 'Landrat (Demo)',
    unit: 'Amt für Soziales und Integration, Fachbereich Wohnen',
    dueOn: state === 'STANDING' ? null : '2026-12-31',
    nextOn: state === 'STANDING' ? '2027-03-01' : null,
    state,
    words: words[n % words.length] ?? '',
    reportedAt: '2026-11-02T09:00:00.000Z',
    measures:
      n % 2 === 0
        ? [{ id: String(n), number: `M-2026-${String(n).padStart(3, '0')}`, title: 'Maßnahme' }]
        : [],
    overdue: n % 10 === 0,
  };
}

const paper = (count: number): Promise<Buffer> =>
  asPdf(
    controlDocument(
      {
        committee: { id: '1', name: 'Ausschuss für Soziales, Gesundheit und Gleichstellung (Demo)' },
        day: '2026-12-10',
        days: [],
        previousOn: '2026-09-10',
        items: Array.from({ length: count }, (_, n) => item(n)),
      },
      false,
    ),
    {
      footer: 'Landkreis Anhalt-Bitterfeld · Beschlusskontrolle zur Sitzung am 10.12.2026',
      created: new Date('2026-11-30T09:00:00Z'),
      countyName: 'Landkreis Anhalt-Bitterfeld',
      dense: true,
    },
  );

describe('The paper of a session', () => {
  it('has twenty resolutions on two pages, as a tagged document', async () => {
    const bytes = await paper(20);
    expect(pagesOf(bytes)).toBeLessThanOrEqual(2);
    expect(checkPdf(bytes)).toEqual([]);
  });

  it('goes on where there are more, and says so where there are none', async () => {
    expect(pagesOf(await paper(60))).toBeGreaterThan(2);
    expect(pagesOf(await paper(0))).toBe(1);
  });
});
