import { isOnlyTextBlocks, usedTextBlocks } from './only-text-blocks';

const blocks = ['Vielen Dank für Ihren Hinweis.', 'Wir melden uns bis zum [Tag] bei Ihnen.'];

describe('An answer', () => {
  it.each([
    'Vielen Dank für Ihren Hinweis.',
    'Vielen Dank für Ihren Hinweis.\n\nWir melden uns bis zum 3. Mai bei Ihnen.',
    ' Wir melden uns bis zum [Tag]  bei Ihnen. ',
  ])('is nothing but text blocks: %j', (text) => {
    expect(isOnlyTextBlocks(text, blocks)).toBe(true);
  });

  it.each([
    '',
    'Vielen Dank für Ihren Hinweis. Der Bus fährt ab Mai.',
    'Liebe Frau Demo, vielen Dank für Ihren Hinweis.',
    'Wir melden uns.',
  ])('has words of its own: %j', (text) => {
    expect(isOnlyTextBlocks(text, blocks)).toBe(false);
  });

  it('has words of its own where the county keeps no text blocks', () => {
    expect(isOnlyTextBlocks('Danke.', [])).toBe(false);
  });
});

describe('A text block', () => {
  const kept = [
    { id: 'dank', text: 'Vielen Dank für Ihren Hinweis.' },
    { id: 'tag', text: 'Wir melden uns bis zum [Tag] bei Ihnen.' },
    { id: 'grund', text: '[Grund]' },
    { id: 'anfang', text: '[Anrede], es tut uns leid.' },
  ];

  it.each([
    ['Liebe Frau Demo, vielen Dank! Wir melden uns bis zum\n3. Mai bei Ihnen. Ihr Amt', ['tag']],
    ['Hallo, es tut uns leid. Vielen Dank für Ihren  Hinweis.', ['dank', 'anfang']],
    ['Vielen Dank für Ihren guten Hinweis.', []],
    ['', []],
  ])('counts as used where it stands in its own words: %j', (text, ids) => {
    expect(usedTextBlocks(text, kept)).toEqual(ids);
  });
});
