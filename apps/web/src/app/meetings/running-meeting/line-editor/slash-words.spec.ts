import { readSlashWord, typedSlashWord } from './slash-words';

describe('Slash words', () => {
  it.each([
    ['/a Liste verschicken', 'TASK', 'Liste verschicken'],
    ['/v Jedes Quartal melden', 'AGREEMENT', 'Jedes Quartal melden'],
    ['/h Elf Wochen', 'FEEDBACK', 'Elf Wochen'],
    ['/H Elf Wochen', 'FEEDBACK', 'Elf Wochen'],
    ['/votum Wir treten bei', 'VOTE', 'Wir treten bei'],
    ['/t Nur Text', 'TEXT', 'Nur Text'],
    ['/a', 'TASK', ''],
  ])('reads %s', (line, kind, text) => {
    expect(readSlashWord(line)).toEqual({ kind, text });
  });

  it.each(['Anteil 3/a bleibt', 'und/oder', '/x unbekannt', '/4 Personen', '', '/'])(
    'leaves "%s" as it is',
    (line) => {
      expect(readSlashWord(line)).toBeNull();
    },
  );

  it('waits for the blank while somebody types, so that /votum does not become /v', () => {
    expect(typedSlashWord('/v')).toBeNull();
    expect(typedSlashWord('/votum')).toBeNull();
    expect(typedSlashWord('/v ')).toEqual({ kind: 'AGREEMENT', text: '' });
    expect(typedSlashWord('/votum Ja')).toEqual({ kind: 'VOTE', text: 'Ja' });
  });
});
