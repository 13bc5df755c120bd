import { decisionWords, measureWords, offerSentences } from './briefing-document';
import type { BriefingDecision, BriefingOffers } from './briefing-views';

describe('What the Sprechzettel says', () => {
  const offers: BriefingOffers = {
    published: 11,
    stale: 2,
    countyWide: 3,
    municipalities: 10,
    withoutOffer: ['Aken', 'Raguhn', 'Zörbig'],
    waiting: [{ id: 'a', title: 'Schuldnerberatung', days: 84, on: '2026-11-01' }],
  };

  it('of offers: how many, where there are none, where people wait longest', () => {
    expect(offerSentences(offers, 2)).toEqual([
      '13 veröffentlichte Angebote, 2 davon seit über einem Jahr nicht bestätigt, 3 für den ganzen Landkreis.',
      'Ohne eigenes Angebot: Aken, Raguhn und 1 weitere.',
      'Längste Wartezeit: 84 Tage bei Schuldnerberatung (Stand 01.11.2026).',
    ]);
    expect(offerSentences({ ...offers, municipalities: 3 }, 2)[1]).toBe(
      'Keine der 3 Gemeinden hat ein eigenes Angebot.',
    );
    expect(offerSentences({ ...offers, published: 0, stale: 0 }, 2)).toEqual([
      'Kein veröffentlichtes Angebot.',
    ]);
  });

  it('of a measure: how it stands, by whom that was set and why, and what it changed', () => {
    const status = { status: 'LATE', reason: 'Der Raum fehlt.', setBy: 'Frau Beispiel' } as const;
    expect(measureWords({ status, verdict: 'WORSENED' })).toBe(
      'im Verzug (von Hand, Frau Beispiel). Der Raum fehlt. Wirkung: verschlechtert.',
    );
    expect(measureWords({ status: { ...status, reason: '', setBy: null }, verdict: 'NO_VERDICT' })).toBe(
      'im Verzug.',
    );
  });

  it('of a recommendation: what was made of it and what became of it', () => {
    const it: BriefingDecision = {
      id: 'e',
      number: 'E-2026-001',
      excerpt: '',
      state: 'ACCEPTED',
      decision: { bodyName: 'Kreistag', decidedOn: '2026-03-12', result: 'ACCEPTED' },
      measures: [{ id: 'm', number: 'M-2026-001', title: '', state: 'IN_PROGRESS' }],
    };
    expect(decisionWords(it)).toBe('angenommen am 12.03.2026 (Kreistag). M-2026-001 in Umsetzung.');
    expect(decisionWords({ ...it, measures: [] })).toContain('Noch ohne Maßnahme.');
    expect(decisionWords({ ...it, state: 'REJECTED', decision: null, measures: [] })).toBe('abgelehnt.');
  });
});
