import { type DataTestFacts, type DataTestName, dataTestsOf } from './data-tests';

const sound: DataTestFacts = {
  kind: 'COUNT',
  unit: 'COUNT',
  shares: false,
  perturbed: false,
  values: 11,
  doubled: 0,
  negative: 0,
  aboveWhole: 0,
  sumsOff: 0,
  sumsAsked: 1,
  overdue: false,
  expectedOn: '2027-01-01',
  mixedMarkers: 0,
};
const verdictOf = (test: DataTestName, facts: Partial<DataTestFacts>) =>
  dataTestsOf({ ...sound, ...facts }).find((it) => it.test === test)?.verdict;

describe('Tests of data', () => {
  it('are all five fine for sound values, and none is asked without a value', () => {
    expect(dataTestsOf(sound).map((it) => it.verdict)).toEqual(['OK', 'OK', 'OK', 'OK', 'OK']);
    expect(new Set(dataTestsOf({ ...sound, values: 0 }).map((it) => it.verdict))).toEqual(
      new Set(['SKIPPED']),
    );
  });

  it('warn of a value that is there on two bases', () => {
    expect(verdictOf('UNIQUE', { doubled: 2 })).toBe('WARNING');
  });

  it('call a share above the whole and a count below zero an error, and let balances be negative', () => {
    expect(verdictOf('RANGE', { kind: 'RATE', shares: true, aboveWhole: 1 })).toBe('ERROR');
    expect(verdictOf('RANGE', { negative: 1 })).toBe('ERROR');
    expect(verdictOf('RANGE', { kind: 'RATE', unit: 'PER_MILLE', negative: 5 })).toBe('OK');
  });

  it('warn of a sum that is off, but not where the source changes its numbers', () => {
    expect(verdictOf('SUM', { sumsOff: 1 })).toBe('WARNING');
    expect(verdictOf('SUM', { sumsOff: 1, perturbed: true })).toBe('SKIPPED');
    expect(verdictOf('SUM', { sumsOff: 1, kind: 'RATE' })).toBe('SKIPPED');
  });

  it('warn of old values and of signs that may mean zero or nothing', () => {
    expect(verdictOf('FRESHNESS', { overdue: true })).toBe('WARNING');
    expect(verdictOf('FRESHNESS', { expectedOn: null })).toBe('SKIPPED');
    expect(verdictOf('MARKERS', { mixedMarkers: 1 })).toBe('WARNING');
  });
});
