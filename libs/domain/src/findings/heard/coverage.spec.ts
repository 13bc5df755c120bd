import { silenceSentence } from './coverage';

const year = { from: '2025-01-01', until: '2025-12-31' };

describe('Silence', () => {
  it('is a sentence that can stand as a Befund', () => {
    expect(silenceSentence('MUNICIPALITY', { name: 'Aken (Elbe)', wanted: 3, heard: 0 }, year, null)).toBe(
      'Aus Aken (Elbe) kam vom 1. Januar 2025 bis 31. Dezember 2025 kein Hinweis; gewünscht waren 3.',
    );
  });

  it('says how little was heard, and on what', () => {
    expect(silenceSentence('NETWORK', { name: 'Pflege', wanted: 5, heard: 2 }, year, 'Soziale Lage')).toBe(
      'Aus dem Netzwerk „Pflege“ kamen vom 1. Januar 2025 bis 31. Dezember 2025 zum Handlungsfeld Soziale Lage nur 2 Hinweise; gewünscht waren 5.',
    );
  });

  it('speaks of one in the singular', () => {
    expect(silenceSentence('ORGANISATION', { name: 'Kiebitz', wanted: 1, heard: 0 }, year, null)).toContain(
      'gewünscht war 1.',
    );
  });
});
