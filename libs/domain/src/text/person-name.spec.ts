import { greeting, greetingTo } from './person-name';

const anna = { salutation: 'Frau', title: 'Dr.', givenName: 'Anna', familyName: 'Berg' };

describe('How a letter begins', () => {
  it('names a person the same way everywhere', () => {
    expect(greeting(anna)).toBe('Guten Tag, Frau Dr. Berg');
    expect(greeting({ ...anna, salutation: '' })).toBe('Guten Tag, Dr. Anna Berg');
    expect(greeting({ salutation: '', title: '', givenName: '', familyName: '' })).toBe('Guten Tag');
    expect(greetingTo({ person: anna, name: 'Annchen', mailbox: false })).toBe('Guten Tag, Frau Dr. Berg');
  });

  it.each([
    ['a name somebody typed', 'Ben Kurz', false, 'Guten Tag, Ben Kurz'],
    ['the mailbox of a house', 'Haus Weide', true, 'Guten Tag'],
    ['a bare address', 'info@weide.test', false, 'Guten Tag'],
    ['nothing', ' ', false, 'Guten Tag'],
  ])('without a person: %s', (_, name, mailbox, words) => {
    expect(greetingTo({ person: null, name, mailbox })).toBe(words);
  });
});
