import { todayLine } from '../tasks';
import { feedbackToday } from '.';

describe('What is due with Hinweise', () => {
  it('counts them by the step they wait for and leads to that view', () => {
    const said = Object.keys(feedbackToday).map((kind) => {
      const { text, path } = todayLine(
        {
          kind,
          id: '0',
          due: null,
          facts: { count: 1, due: '2026-03-12', draftedBy: 'Jana Ahrend (Demo)', subject: 'Busse' },
        },
        feedbackToday,
      );
      return `${text} → ${path}`;
    });
    expect(said).toEqual([
      '1 Ihnen zugewiesener Hinweis ist überfällig, fällig seit 12.03.2026 → /hinweise?ansicht=mine',
      '1 Hinweis ist Ihnen zugewiesen, bis 12.03.2026 → /hinweise?ansicht=mine',
      '1 Hinweis auf persönliche Angaben prüfen → /hinweise?ansicht=to-check',
      '1 neuer Hinweis → /hinweise?ansicht=new',
      '1 Hinweis entscheiden → /hinweise?ansicht=to-decide',
      '1 Hinweis beantworten → /hinweise?ansicht=to-answer',
      '1 Antwort freigeben → /hinweise?ansicht=to-release',
      'Ergebnisbrief von Jana Ahrend (Demo) freigeben: Busse → /beteiligung/ergebnisbriefe/0',
    ]);
    expect(
      todayLine({ kind: 'feedback-new', id: '0', due: null, facts: { count: 5 } }, feedbackToday).text,
    ).toBe('5 neue Hinweise');
  });
});
