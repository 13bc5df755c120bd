import { messageDocument } from './message-document';

it('A Nachricht keeps its paragraphs and makes addresses of the web links, without the full stop behind them', () => {
  const { blocks } = messageDocument(
    {
      subject: 'Förderaufruf',
      text: 'anbei ein Aufruf.\n\nMehr: https://foerderung.test/aufruf.',
      linked: [],
    },
    'Guten Tag, Frau Berg',
  );
  expect(blocks).toEqual([
    { kind: 'paragraph', runs: [{ kind: 'plain', text: 'Guten Tag, Frau Berg,' }] },
    { kind: 'paragraph', runs: [{ kind: 'plain', text: 'anbei ein Aufruf.' }] },
    {
      kind: 'paragraph',
      runs: [
        { kind: 'plain', text: 'Mehr: ' },
        { kind: 'link', text: 'https://foerderung.test/aufruf', href: 'https://foerderung.test/aufruf' },
        { kind: 'plain', text: '.' },
      ],
    },
  ]);
});
