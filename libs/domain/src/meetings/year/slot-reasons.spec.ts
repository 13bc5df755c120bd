import { type SlotFacts, slotReasons, slotSentence } from './slot-reasons';

const free: SlotFacts = {
  day: '2026-10-14',
  holiday: null,
  schoolHolidays: [],
  sittingWeeks: [],
  people: { count: 12, are: 'MEMBERS' },
  busy: [],
  busyThatDay: 0,
  others: [],
};

const said = (facts: Partial<SlotFacts>) => {
  const reasons = slotReasons({ ...free, ...facts });
  return `${reasons.verdict} ${slotSentence(reasons)}`;
};

describe('why a date is good', () => {
  it.each<[Partial<SlotFacts>, string]>([
    [{}, 'GOOD keine Ferien, kein Feiertag, alle 12 Mitglieder frei, kein anderes Netzwerk'],
    [
      { people: { count: 3, are: 'INVITED' } },
      'GOOD keine Ferien, kein Feiertag, alle 3 Eingeladenen frei, kein anderes Netzwerk',
    ],
    [{ people: { count: 0, are: 'INVITED' } }, 'GOOD keine Ferien, kein Feiertag, kein anderes Netzwerk'],
    [
      { busy: [{ name: 'A' }], others: [{ name: 'Netzwerk Alter' }] },
      'POOR 1 von 12 Personen ist zur selben Zeit woanders gefragt, zur selben Zeit: Netzwerk Alter, keine Ferien, kein Feiertag',
    ],
    [
      { day: '2026-10-31', holiday: 'Reformationstag', schoolHolidays: ['Herbstferien'] },
      'POOR Herbstferien, Feiertag (Reformationstag), Samstag, alle 12 Mitglieder frei, kein anderes Netzwerk',
    ],
    [{ day: '2026-12-24' }, 'POOR Heiligabend, keine Ferien, alle 12 Mitglieder frei, kein anderes Netzwerk'],
    [
      { sittingWeeks: ['Sitzungswoche des Kreistags'], busyThatDay: 2 },
      'FAIR Sitzungswoche des Kreistags, 2 haben an dem Tag noch einen Termin, keine Ferien, kein Feiertag, alle 12 Mitglieder frei, kein anderes Netzwerk',
    ],
  ])('%o', (facts, expected) => {
    expect(said(facts)).toBe(expected);
  });
});
