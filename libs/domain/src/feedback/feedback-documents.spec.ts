import { plainText, type Block } from '../documents';
import {
  answerByLetter,
  answerDocument,
  draftLetter,
  returnMessageDocument,
  type ReportedFeedback,
  stateDocument,
  type ToldFeedback,
} from './feedback-documents';

const told: ToldFeedback = {
  number: 'H-2026-0412',
  receivedAt: new Date('2026-03-12T10:00:00Z'),
  text: 'Der Bus fährt zu selten.',
  state: 'ANSWERED',
  decision: 'NOT_INCORPORATED',
  reason: 'Der Fahrplan gilt bis 2028.',
  forwardedTo: '',
  answer: 'Wir melden uns wieder.',
};

function wordsOf(blocks: readonly Block[]): string {
  return blocks
    .map((block) =>
      'runs' in block
        ? plainText(block.runs)
        : 'text' in block
          ? block.text
          : 'facts' in block
            ? block.facts.map((fact) => plainText(fact.value)).join(' ')
            : '',
    )
    .join('\n');
}

describe('what senders are told', () => {
  it('says what was said, decided, why and the answer', () => {
    const words = wordsOf(answerDocument(told, 'Guten Tag, Frau Test', 'https://x.test/hinweis/1').blocks);
    for (const part of [
      told.text,
      'konnten diesen Hinweis nicht aufnehmen',
      told.reason,
      told.answer,
      told.number,
    ])
      expect(words).toContain(part);
  });

  it('says nothing twice where the answer takes up decision and reason', () => {
    const reason = 'Der Fahrplan gilt bis 2028.';
    const times = (document: { blocks: readonly Block[] }, words: string): number =>
      wordsOf(document.blocks).split(words).length - 1;
    const letter = (answer: string) =>
      returnMessageDocument({
        title: 'Runder Tisch Verkehr',
        day: null,
        ...draftLetter('Runder Tisch Verkehr', 1, 'Katrin Weber'),
        inReviewUntil: null,
        items: [{ ...told, reason, answer, speakerRole: '' }],
      });
    const byLetter = answerByLetter('NOT_INCORPORATED', reason, '');
    const inside = `Leider nein. ${reason} Wir bleiben dran.`;
    for (const answer of [byLetter, inside, reason]) {
      expect(times(letter(answer), reason)).toBe(1);
      expect(times(letter(answer), 'konnten diesen Hinweis nicht aufnehmen')).toBe(1);
      expect(times(stateDocument({ ...told, reason, answer }), reason)).toBe(1);
    }
    expect(wordsOf(letter(inside).blocks)).toContain('Wir bleiben dran.');
    expect(wordsOf(stateDocument({ ...told, reason, answer: byLetter }).blocks)).not.toContain('Antwort');
  });

  it('ends with a greeting that names who writes', () => {
    expect(draftLetter('Runder Tisch Verkehr', 1, 'Katrin Weber').closing).toMatch(
      /Freundliche Grüße\nKatrin Weber$/,
    );
  });

  it('keeps the decision to itself until it is made, and the text until it is checked', () => {
    const words = wordsOf(stateDocument({ ...told, state: 'LINKED' }).blocks);
    expect(words).not.toContain(told.reason);
    expect(words).not.toContain('nicht aufnehmen');
    expect(wordsOf(stateDocument({ ...told, state: 'SUBMITTED', text: null }).blocks)).not.toContain('Bus');
  });

  it('reports decided and open items, counts those nobody has checked, names the day', () => {
    const item: ReportedFeedback = { ...told, speakerRole: 'Fahrgast' };
    const letter = returnMessageDocument({
      title: 'Runder Tisch Verkehr',
      day: new Date('2026-02-01T10:00:00Z'),
      intro: 'Danke.',
      closing: 'Bis bald.',
      inReviewUntil: '2026-06-30',
      items: [
        item,
        { ...item, text: 'Der Kiosk fehlt.', state: 'LINKED', decision: null, reason: '', answer: '' },
        { ...item, text: null, state: 'SUBMITTED' },
      ],
    });
    const words = wordsOf(letter.blocks);
    expect(letter.subtitle).toBe('Runder Tisch Verkehr am 1. Februar 2026');
    expect(words).toContain('Noch in Prüfung bis 30. Juni 2026');
    expect(words).toContain('Der Kiosk fehlt.');
    expect(words).toContain('Ein weiterer Hinweis wird gerade noch gelesen.');
    expect(words.indexOf('Der Bus')).toBeLessThan(words.indexOf('nicht aufnehmen'));
  });
});
