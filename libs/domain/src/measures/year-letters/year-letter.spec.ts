import { type Block, plainText } from '../../documents';
import {
  defaultIntroduction,
  type LetterItem,
  type LetterRecommendation,
  type YearLetterFacts,
  yearLetterCounts,
  yearLetterDocument,
} from './index';

const item = (facts: Partial<LetterItem> = {}): LetterItem => ({
  number: 'H-2026-0001',
  receivedAt: '2026-03-02T10:00:00.000Z',
  text: 'Es fehlt ein Bus.',
  state: 'LINKED',
  decision: null,
  reason: '',
  forwardedTo: '',
  answer: '',
  arguments: [],
  findings: [],
  ...facts,
});
const recommendation = (facts: Partial<LetterRecommendation> = {}): LetterRecommendation => ({
  number: 'E-2026-001',
  wording: 'Ein Bus fährt.',
  state: 'SUBMITTED',
  decisions: [],
  measures: [],
  ...facts,
});
const finding = (recommendations: readonly LetterRecommendation[] = []) => ({
  number: 'B-2026-001',
  statement: 'Abends fährt nichts.',
  caveat: '',
  priorities: [],
  recommendations,
});
const letter = (items: readonly LetterItem[], facts: Partial<YearLetterFacts> = {}): string =>
  wordsOf(
    yearLetterDocument({
      organisation: 'Haus (Demo)',
      year: 2026,
      introduction: defaultIntroduction(2026),
      words: '',
      items,
      replaces: null,
      writer: 'Planung (Demo)',
      asOf: '2027-02-03',
      ...facts,
    }).blocks,
  );

function wordsOf(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if ('runs' in block) return plainText(block.runs);
      if (block.kind === 'list') return block.items.map(plainText).join('\n');
      return 'text' in block ? block.text : '';
    })
    .join('\n');
}

describe('The letter of a year', () => {
  it('says honestly what is still without answer, and leaves nothing out', () => {
    const items = [
      item({ number: 'H-1', state: 'ANSWERED', decision: 'NOTED' }),
      item({ number: 'H-2', text: null, state: 'SUBMITTED' }),
      item({ number: 'H-3', findings: [finding([recommendation({ state: 'ACCEPTED' })])] }),
      item({ number: 'H-4', state: 'REJECTED' }),
    ];
    expect(yearLetterCounts(items)).toEqual({ total: 4, answered: 1, decided: 1, silent: 1 });
    const words = letter(items);
    for (const { number } of items) expect(words).toContain(number);
    expect(words).toContain('Noch ohne Antwort (1)');
    expect(words).toContain('Wird gerade noch gelesen.');
    expect(words).toContain('Wir konnten diesen Hinweis nicht bearbeiten.');
  });

  it.each([
    ['a Befund alone', [], 'Noch offen: Eine Handlungsempfehlung dazu gibt es noch nicht.'],
    ['a recommendation nobody decided on', [recommendation()], 'Eingebracht, noch ohne Beschluss.'],
    [
      'an accepted one without a measure',
      [recommendation({ state: 'ACCEPTED' })],
      'Eine Maßnahme dazu ist noch offen.',
    ],
  ])('says of %s what is still open', (_, recommendations, says) => {
    expect(letter([item({ findings: [finding(recommendations)] })])).toContain(says);
  });

  it('closes what was not taken up, and gives the reason', () => {
    const words = letter([
      item({ state: 'ANSWERED', decision: 'NOT_INCORPORATED', reason: 'Dafür fehlt das Geld.' }),
    ]);
    expect(words).toContain('Dafür fehlt das Geld.');
    expect(words).toContain('Damit ist dieser Hinweis abgeschlossen.');
    expect(words).not.toContain('Noch offen');
  });

  it('tells a rejection with its reason, and what was adopted where it was changed', () => {
    const decision = { bodyName: 'Kreistag', decidedOn: '2026-05-04', reference: '', final: true };
    const rejected = recommendation({
      state: 'REJECTED',
      decisions: [{ ...decision, result: 'REJECTED', wording: '', reason: 'Kein Geld.' }],
    });
    const changed = recommendation({
      number: 'E-2026-002',
      state: 'CHANGED',
      decisions: [{ ...decision, result: 'CHANGED', wording: 'Ein halber Bus fährt.', reason: '' }],
    });
    const words = letter([item({ findings: [finding([rejected, changed])] })]);
    expect(words).toContain('Abgelehnt am 4. Mai 2026 (Kreistag).');
    expect(words).toContain('Begründung: Kein Geld.');
    expect(words).toContain('Beschlossen wurde: Ein halber Bus fährt.');
  });

  it('shows an override with its reason and what was worked out, and names nobody', () => {
    const measures = [
      {
        number: 'M-2026-001',
        title: 'Bus am Abend',
        lead: 'Amt (Demo)',
        state: 'IN_PROGRESS' as const,
        dueOn: '2027-06-30',
        status: {
          status: 'AT_RISK' as const,
          reason: 'Die Stelle ist unbesetzt.',
          setBy: 'Paula Planung',
          setAt: '2026-06-01T08:00:00.000Z',
          computed: { status: 'ON_TRACK' as const, reason: 'Läuft.' },
        },
        verdict: 'BEHIND' as const,
        conclusion: '',
      },
    ];
    const words = letter([item({ findings: [finding([recommendation({ state: 'ACCEPTED', measures })])] })]);
    expect(words).toContain(
      'Status: gefährdet, so eingeschätzt von der Sozialplanung: Die Stelle ist unbesetzt. (errechnet: im Plan)',
    );
    expect(words).toContain('Wirkung: hinter Plan');
    expect(words).toContain('in Umsetzung · Federführung Amt (Demo) · bis 30. Juni 2027');
    expect(words).not.toContain('Paula');
  });

  it('names the letter it replaces', () => {
    expect(letter([item()], { replaces: '2027-01-05T09:00:00.000Z' })).toContain(
      'Dieser Brief ersetzt unseren Brief vom 5. Januar 2027.',
    );
  });
});
