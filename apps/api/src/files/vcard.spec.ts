import { isVcard, readVcard } from '../imports/cards/read-vcard';
import type { TableHead } from '../imports/reading/table';
import { type RoleCard, vcards } from './vcard';

const anna: RoleCard = {
  id: '01a22e3f-8390-72e9-9ff0-daf2c5a9c609',
  title: 'Dr.',
  givenName: 'Anna',
  familyName: 'Müller, geb. Groß',
  organisation: 'Ahornhaus; Söhne',
  role: 'Leitung der Beratungsstelle für Familien mit kleinen Kindern im ländlichen Raum',
  mails: ['post@ahornhaus.example'],
  phones: ['03496 100'],
  address: { street: 'Lindenweg 4', postalCode: '06366', city: 'Köthen (Anhalt)' },
  website: 'https://ahornhaus.example',
  categories: ['Frühe Hilfen'],
};
const group = { id: '01a22e3f-8390-72e9-9ff0-daf2c5a9c600', name: 'Frühe Hilfen', members: [anna.id] };
const changed = new Date('2026-11-23T09:00:00Z');

async function rowsOf(text: string | Buffer): Promise<string[][]> {
  const rows: string[][] = [];
  let head: TableHead | null = null;
  await readVcard(
    Buffer.from(text),
    { encoding: null },
    {
      head: (found) => {
        head = found;
        return Promise.resolve();
      },
      row: ({ cells }) => {
        rows.push(cells);
        return Promise.resolve();
      },
    },
  );
  expect((head as TableHead | null)?.format).toBe('vcard');
  return rows;
}

describe('vCards', () => {
  it.each(['3', '4'] as const)('of version %s have the shape their standard asks for', (version) => {
    const text = vcards([anna], group, version, changed);
    expect(text).toMatch(new RegExp(`^BEGIN:VCARD\\r\\nVERSION:${version}\\.0\\r\\n`));
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(text.replaceAll(/\r\n /g, '')).toContain('N:Müller\\, geb. Groß;Anna;;Dr.;');
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(text.endsWith('END:VCARD\r\n')).toBe(true);
  });

  it('make a group of a network: a member is an address that only a group card may have', () => {
    const four = vcards([anna], group, '4', changed);
    expect(four).toContain('KIND:group');
    expect(four).toContain(`MEMBER:urn:uuid:${anna.id}`);
    const three = vcards([anna], group, '3', changed);
    expect(three).toContain('X-ADDRESSBOOKSERVER-KIND:group');
    expect(three).not.toMatch(/^(?:KIND|MEMBER)/m);
  });

  it.each(['3', '4'] as const)(
    'of version %s come back as the row of a list, groups left out',
    async (version) => {
      expect(await rowsOf(vcards([anna], group, version, changed))).toEqual([
        [
          'Ahornhaus; Söhne',
          'Dr.',
          'Anna',
          'Müller, geb. Groß',
          'post@ahornhaus.example',
          '03496 100',
          anna.role,
          'Lindenweg 4',
          '06366',
          'Köthen (Anhalt)',
          'https://ahornhaus.example',
          '',
        ],
      ]);
    },
  );

  it('as Outlook writes them, in 2.1 with quoted-printable umlauts, are read too', async () => {
    const card = [
      'BEGIN:VCARD',
      'VERSION:2.1',
      'N;LANGUAGE=de;CHARSET=utf-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg',
      'FN;CHARSET=utf-8;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg M=C3=BCller',
      'ORG:Kiebitz gGmbH',
      'TEL;HOME;VOICE:0170 1',
      'TEL;WORK;VOICE:03493 7',
      'EMAIL;PREF;INTERNET:joerg@kiebitz.example',
      'END:VCARD',
      '',
    ].join('\r\n');
    const [row] = await rowsOf(card);
    expect(row?.slice(0, 6)).toEqual([
      'Kiebitz gGmbH',
      '',
      'Jörg',
      'Müller',
      'joerg@kiebitz.example',
      '03493 7',
    ]);
  });

  it('with nothing but a private number bring none', async () => {
    const [row] = await rowsOf(
      'BEGIN:VCARD\nVERSION:3.0\nFN:Eva Amsel\nN:Amsel;Eva;;;\nTEL;TYPE=HOME:0170 2\nEND:VCARD\n',
    );
    expect(row?.[5]).toBe('');
  });

  it('that break off in the middle are refused', async () => {
    await expect(rowsOf('BEGIN:VCARD\nVERSION:3.0\nFN:Halb\n')).rejects.toThrow();
  });

  it('are known by their first words, with a mark of order before them', () => {
    expect(isVcard(Buffer.from('\uFEFFBEGIN:VCARD\r\n'))).toBe(true);
    expect(isVcard(Buffer.from('Name;Mail\r\n'))).toBe(false);
  });
});
