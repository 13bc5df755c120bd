import { LineOwners } from '../record/line-owners';
import { typedKinds } from './line-kinds';
import { readSlashWord, typedSlashWord } from './slash-words';

const kinds = typedKinds(new LineOwners([]));

describe('Slash words', () => {
  it.each([
    ['/a Liste verschicken', 'TASK', 'Liste verschicken'],
    ['/v Jedes Quartal melden', 'AGREEMENT', 'Jedes Quartal melden'],
    ['/A Liste verschicken', 'TASK', 'Liste verschicken'],
    ['/votum Wir treten bei', 'VOTE', 'Wir treten bei'],
    ['/t Nur Text', 'TEXT', 'Nur Text'],
    ['/a', 'TASK', ''],
  ])('reads %s', (line, kind, text) => {
    expect(readSlashWord(line, kinds)).toEqual({ kind, text });
  });

  it.each(['Anteil 3/a bleibt', 'und/oder', '/x unbekannt', '/4 Personen', '', '/'])(
    'leaves "%s" as it is',
    (line) => {
      expect(readSlashWord(line, kinds)).toBeNull();
    },
  );

  it('waits for the blank while somebody types, so that /votum does not become /v', () => {
    expect(typedSlashWord('/v', kinds)).toBeNull();
    expect(typedSlashWord('/votum', kinds)).toBeNull();
    expect(typedSlashWord('/v ', kinds)).toEqual({ kind: 'AGREEMENT', text: '' });
    expect(typedSlashWord('/votum Ja', kinds)).toEqual({ kind: 'VOTE', text: 'Ja' });
  });
});
