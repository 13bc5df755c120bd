import { plainText, type Block } from '../documents';
import {
  answerDocument,
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
