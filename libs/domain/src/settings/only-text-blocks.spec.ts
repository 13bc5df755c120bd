import { isOnlyTextBlocks } from './only-text-blocks';

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
