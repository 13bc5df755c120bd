import type { LetterFileView } from '@runder-tisch/domain/feedback';
import { documentOf, heading, paragraph } from '@runder-tisch/domain/documents';
import type { ProblemView } from '@runder-tisch/domain/problem';
import { type SignedIn, signedIn } from '../../../../test/signed-in';
import { type TestApp, testApp } from '../../../../test/test-app';
import { asDocx } from '../../../documents/as-docx';
import { zip } from '../../../imports/reading/workbook-fixture';

const written = (body: string, more: Readonly<Record<string, string>> = {}): Buffer => {
  const parts = { '[Content_Types].xml': '<Types/>', 'word/document.xml': body, ...more };
  return zip(Object.entries(parts).map(([name, data]) => ({ name, data: Buffer.from(data) })));
};
const line = (words: string): string => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;
const word = (inside: string): string =>
  `<?xml version="1.0"?><w:document xmlns:w="w" xmlns:mc="m"><w:body>${inside}</w:body></w:document>`;

const mail = (...lines: string[]): Buffer =>
  Buffer.from(
    [
      'Received: from mail.traeger.test by landkreis.test; Thu, 12 Mar 2026 23:30:00 +0000',
      'From: Familienverband <post@traeger.test>',
      'To: planung@landkreis.test',
      'Subject: =?utf-8?Q?Stellungnahme_zum_Jugendhilfeplan_f=C3=BCr_2026?=',
      'Date: Thu, 12 Mar 2026 23:30:00 +0000',
      'MIME-Version: 1.0',
      ...lines,
    ].join('\r\n'),
  );

describe('A letter dropped as a file', () => {
  let app: TestApp;
  let planner: SignedIn;

  beforeAll(async () => {
    app = await testApp({ now: '2026-03-14T09:00:00+01:00' });
    planner = await signedIn(app, 'planner');
  });
  afterAll(() => app.close());

  async function dropped(bytes: Buffer): Promise<LetterFileView> {
    const response = await planner.raw('POST', '/api/incoming-letters/read', new Uint8Array(bytes), {
      'Content-Type': 'application/octet-stream',
    });
    if (response.status !== 200) throw new Error(((await response.json()) as ProblemView).code);
    return (await response.json()) as LetterFileView;
  }

  it('is read from Word line by line, with its umlauts', async () => {
    const content = documentOf('Stellungnahme', [
      heading('Zu den Öffnungszeiten'),
      paragraph('Abends fährt kein Bus zur Beratungsstelle.'),
    ]);
    const created = new Date('2026-03-12T09:00:00Z');
    const { text } = await dropped(await asDocx(content, { footer: '', created, countyName: 'Landkreis' }));
    expect(text).toContain('Zu den Öffnungszeiten\nAbends fährt kein Bus zur Beratungsstelle.');
  });

  it('says what its writer left standing: no deleted words, a text box once, its notes at the end', async () => {
    const body = word(
      `<w:p><w:r><w:t xml:space="preserve">Der Bus </w:t></w:r><w:del><w:r><w:t>fährt nie</w:t><w:delText>nie</w:delText></w:r></w:del>` +
        `<w:ins><w:r><w:t>fährt</w:t><w:tab/><w:t>selten.</w:t></w:r></w:ins></w:p>` +
        `<w:p><w:r><mc:AlternateContent><mc:Choice>${line('Im Kasten')}</mc:Choice><mc:Fallback>${line('Im Kasten')}</mc:Fallback></mc:AlternateContent></w:r></w:p>`,
    );
    const footnotes = `<w:footnotes xmlns:w="w"><w:footnote>${line('Fahrplan vom Januar.')}</w:footnote></w:footnotes>`;
    const comments = `<w:comments xmlns:w="w">${line('Stimmt das?')}</w:comments>`;
    const { text } = await dropped(
      written(body, { 'word/footnotes.xml': footnotes, 'word/comments.xml': comments }),
    );
    expect(text).toBe('Der Bus fährt selten.\nIm Kasten\n\nFahrplan vom Januar.');
  });

  it('is read from a mail as a whole, with subject, the day in Berlin and the names of what hung on it', async () => {
    const long = 'Abends fährt kein Bus zur Beratungsstelle. '.repeat(100).trim();
    const read = await dropped(
      mail(
        'Content-Type: multipart/mixed; boundary="teil"',
        '',
        '--teil',
        'Content-Type: text/plain; charset=utf-8',
        'Content-Transfer-Encoding: 8bit',
        '',
        'Guten Tag,',
        '',
        long,
        '--teil',
        'Content-Type: application/pdf; name="Anlage.pdf"',
        'Content-Disposition: attachment; filename="Anlage.pdf"',
        'Content-Transfer-Encoding: base64',
        '',
        'JVBERi0xLjcK',
        '--teil--',
        '',
      ),
    );
    expect(read).toEqual({
      text: `Guten Tag,\n\n${long}`,
      subject: 'Stellungnahme zum Jugendhilfeplan für 2026',
      receivedOn: '2026-03-13',
      attached: ['Anlage.pdf'],
    });
  });

  it('is read from a text file of an old Windows program', async () => {
    const { text } = await dropped(Buffer.from('Betreff: Kita\r\nEs fehlen Plätze für Kinder.', 'latin1'));
    expect(text).toBe('Betreff: Kita\nEs fehlen Plätze für Kinder.');
  });

  it.each<[string, string, () => Buffer]>([
    ['an old Word file', 'letter-file-old', () => Buffer.from('d0cf11e0a1b11ae100', 'hex')],
    ['a PDF', 'letter-file-kind', () => Buffer.from('%PDF-1.7\n')],
    ['a picture', 'letter-file-kind', () => Buffer.from('89504e470d0a1a0a0000', 'hex')],
    [
      'a document that is no letter',
      'letter-file-kind',
      () => zip([{ name: 'a.txt', data: Buffer.from('x') }]),
    ],
    ['a damaged Word file', 'letter-file-damaged', () => written('<w:document><w:p>')],
    [
      'one with a document type',
      'letter-file-damaged',
      () => written('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
    ],
    ['a scan without words', 'letter-file-empty', () => written(word('<w:p/>'))],
    ['a whole book', 'letter-file-long', () => written(word(line('Wort '.repeat(20_000))))],
    ['a mail of 70,000 signs', 'letter-file-long', () => mail('', 'Wort '.repeat(14_000))],
    ['a file of 6 MB', 'too-large', () => Buffer.alloc(6 * 1024 * 1024, 65)],
  ])('is refused with a sentence: %s', async (_, code, bytes) => {
    await expect(dropped(bytes())).rejects.toThrow(new Error(code));
  });

  it('leaves nothing behind', async () => {
    await dropped(Buffer.from('Ein Kanarienbrief.'));
    expect(await app.database.rows('select 1 from incoming_letter')).toEqual([]);
    expect(await app.database.rows('select 1 from upload_part')).toEqual([]);
  });
});
