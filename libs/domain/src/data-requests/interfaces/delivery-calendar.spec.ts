import {
  type AskedDelivery,
  type CalendarAgreement,
  calendarOf,
  overdueDeliveries,
} from './delivery-calendar';

const term = { validFrom: null, countsFrom: null, rhythm: 'QUARTERLY', daysToDeliver: 30 } as const;
const request: AskedDelivery = {
  id: '1',
  number: 'D-2025-0001',
  period: '1. Quartal 2025',
  state: 'SENT',
  dueOn: '2025-05-05',
  askedOn: '2025-04-02',
};
const states = (agreement: Partial<CalendarAgreement>, today: string) =>
  calendarOf(
    {
      direction: 'TO_PLANNING',
      terms: [{ ...term, validFrom: '2025-01-01', countsFrom: '2025-01-01' }],
      requests: [],
      ...agreement,
    },
    '2025-01-01',
    '2025-12-31',
    today,
  ).map(({ label, state }) => `${label}: ${state}`);

describe('The calendar of deliveries', () => {
  it('tells what comes, what is to be asked for and what nobody has asked for in time', () => {
    expect(states({}, '2025-08-01')).toEqual([
      '1. Quartal 2025: MISSED',
      '2. Quartal 2025: MISSED',
      '3. Quartal 2025: TO_COME',
    ]);
    expect(states({}, '2025-07-30')).toContain('2. Quartal 2025: TO_ASK');
  });

  it('takes what has come from the requests for the same period', () => {
    const told = (facts: Partial<AskedDelivery>, today = '2025-04-20') =>
      states({ requests: [{ ...request, ...facts }] }, today)[0];
    expect(told({})).toBe('1. Quartal 2025: ASKED');
    expect(told({}, '2025-05-06')).toBe('1. Quartal 2025: LATE');
    expect(told({ state: 'DELIVERED' }, '2025-05-06')).toBe('1. Quartal 2025: CAME');
    expect(told({ state: 'REFUSED' })).toBe('1. Quartal 2025: REFUSED');
    expect(told({ period: '2. Quartal 2025' })).toBe('1. Quartal 2025: TO_ASK');
    expect(told({ period: '1. Quartal 2025 (vorläufig)' })).toBe('1. Quartal 2025: ASKED');
  });

  it('calls nothing missed from the time before anybody kept the agreement', () => {
    expect(states({ terms: [term] }, '2025-08-01')).toEqual([
      '2. Quartal 2025: TO_ASK',
      '3. Quartal 2025: TO_COME',
    ]);
    const begun = {
      terms: [term],
      requests: [{ ...request, period: '2. Quartal 2025', askedOn: '2025-07-02' }],
    };
    expect(states(begun, '2025-11-20')).toEqual(['2. Quartal 2025: LATE', '3. Quartal 2025: MISSED']);
  });

  it('is late with nothing that planning gives', () => {
    expect(states({ direction: 'FROM_PLANNING' }, '2025-08-01')).toEqual([
      '1. Quartal 2025: GIVEN',
      '2. Quartal 2025: GIVEN',
      '3. Quartal 2025: TO_COME',
    ]);
  });

  it('counts as overdue what was missed in any of three years, and what was asked for early and has not come', () => {
    const kept = (since: string, requests: AskedDelivery[] = []): CalendarAgreement => ({
      direction: 'TO_PLANNING',
      terms: [{ ...term, validFrom: since, countsFrom: since }],
      requests,
    });
    const late = (agreement: CalendarAgreement) =>
      overdueDeliveries(agreement, '2025-04-20').map(({ label }) => label);
    expect(late(kept('2019-01-01'))).toHaveLength(13);
    expect(late(kept('2019-01-01'))[0]).toBe('4. Quartal 2021');
    expect(late(kept('2025-01-01'))).toEqual([]);
    expect(late(kept('2025-01-01', [{ ...request, dueOn: '2025-04-15' }]))).toEqual(['1. Quartal 2025']);
  });
});
