import { attendanceShare, heldWords } from './report-words';
import { yearlyReportDocument } from './yearly-report-document';
import type { YearlyReportFacts } from './yearly-reports-views';

const empty: YearlyReportFacts = {
  network: { name: 'Frühe Hilfen', kind: 'NETWORK', state: 'ACTIVE', purpose: '' },
  year: 2026,
  until: '2026-12-31',
  coordination: [],
  fields: [],
  meetings: [],
  cancelled: 0,
  attendance: [],
  agreements: [],
  tasks: { done: 0, dropped: 0, open: 0, overdue: 0, listed: [] },
  feedback: { total: 0, bySource: [], byDecision: [], waiting: 0, rejected: 0, answered: 0, listed: [] },
  seats: { filled: 0, vacant: [], gaps: [], joined: [], left: [] },
  checks: [],
};

describe('The words of a yearly report', () => {
  it('share of all invited together, not an average of averages', () => {
    expect(
      attendanceShare([
        { invited: 10, present: 1 },
        { invited: 2, present: 2 },
      ]),
    ).toBe(25);
    expect(attendanceShare([{ invited: 0, present: 3 }])).toBeNull();
  });

  it('say of a network without meetings that there was none, and count what was cancelled', () => {
    expect(heldWords({ ...empty, cancelled: 2 })).toBe('keines; 2 abgesagt');
  });

  it('of nothing still make a whole report, with its period', () => {
    const report = yearlyReportDocument(empty);
    expect(report.subtitle).toContain('1. Januar bis 31. Dezember 2026');
    const headings = report.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    expect(headings).toEqual([
      'Treffen und Themen',
      'Vereinbarungen',
      'Hinweise und was daraus wurde',
      'Besetzung',
      'Verstetigung',
    ]);
  });
});
