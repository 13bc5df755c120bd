import { Client } from 'pg';
import { documentOf, type DocumentContent, heading, paragraph } from '@runder-tisch/domain/documents';
import type { MeetingType } from '@runder-tisch/domain/meetings';
import { emptyDatabase } from '../../test/test-database';
import { migrate } from './migrate';
import { migrations } from './migrations/migrations';

/** The first migration after which a committee's protocol is kept in two parts. */
const PARTED = 'PublicPartOfProtocols1760000004500';

const began = [heading('Wer dabei war'), paragraph('Anna Berg')];
const open = [heading('Öffentlicher Teil'), heading('TOP 1: Haushalt', 3), paragraph('Beraten.')];
const closed = [heading('Nichtöffentlicher Teil'), heading('TOP 2: Vergabe', 3), paragraph('Geheim.')];

const older: [title: string, type: MeetingType, content: DocumentContent][] = [
  ['zwei Teile', 'COMMITTEE', documentOf('Protokoll: zwei Teile', [...began, ...open, ...closed])],
  ['ein Teil', 'COMMITTEE', documentOf('Protokoll: ein Teil', [...began, ...open])],
  [
    'am Rande',
    'COMMITTEE',
    documentOf('Protokoll', [...began, ...open, heading('Außerhalb der Tagesordnung')]),
  ],
  [
    'ohne Teile',
    'COMMITTEE',
    documentOf('Protokoll', [...began, heading('TOP 1: Haushalt'), paragraph('?')]),
  ],
  ['Netzwerk', 'NETWORK', documentOf('Protokoll', [...began, heading('TOP 1: Wartezeiten')])],
];

interface Row {
  title: string;
  content: DocumentContent;
  publicContent: DocumentContent | null;
  sameFile: boolean;
  /** Of the PDF that waits to be drawn. */
  drawn: { content: DocumentContent; footer: string } | null;
}

describe('Protocols that are older than their two parts', () => {
  let database: Awaited<ReturnType<typeof emptyDatabase>>;
  let rows: ReadonlyMap<string, Row>;

  beforeAll(async () => {
    database = await emptyDatabase();
    const names = migrations.map((migration) => migration.name);
    await migrate(database.ownerUrl, null, names.slice(0, names.indexOf(PARTED)));
    const client = new Client({ connectionString: database.ownerUrl });
    await client.connect();
    for (const [title, type, content] of older)
      await client.query(
        `with met as (insert into meeting (id, type, title, starts_at, ends_at, state, created_at)
           values (gen_random_uuid(), $1, $2, '2026-11-05T16:00:00Z', '2026-11-05T18:00:00Z', 'MINUTES_APPROVED', now()) returning id),
         kept as (insert into file (id, name, media_type, size, sha256, created_at)
           values (gen_random_uuid(), 'Protokoll.pdf', 'application/pdf', 0, '', now()) returning id)
         insert into protocol (id, meeting_id, number, content, pdf_file_id, approved_at)
         select gen_random_uuid(), met.id, 1, $3::jsonb, kept.id, now() from met, kept`,
        [type, title, JSON.stringify(content)],
      );
    await migrate(database.ownerUrl, null);
    const found = await client.query<Row>(`
      select meeting.title, content, public_content as "publicContent", public_pdf_file_id = pdf_file_id as "sameFile",
        pdf_work.document as drawn
      from protocol join meeting on meeting.id = meeting_id left join pdf_work on pdf_work.file_id = public_pdf_file_id`);
    rows = new Map(found.rows.map((row) => [row.title, row]));
    await client.end();
  });
  afterAll(() => database.close());

  it('give others than the body what stands in the public part, with a PDF of its own', () => {
    for (const title of ['zwei Teile', 'am Rande']) {
      const { content, publicContent, sameFile, drawn } = rows.get(title) as Row;
      expect(content.blocks.length).toBeGreaterThan(5);
      expect(publicContent?.blocks.slice(1)).toEqual(JSON.parse(JSON.stringify([...began, ...open])));
      expect(JSON.stringify(publicContent)).toContain('Dies ist nur der öffentliche Teil');
      expect(sameFile).toBe(false);
      expect(drawn).toMatchObject({ content: publicContent, footer: `${title} · 5.11.2026` });
    }
  });

  it('give nothing that nobody has called public', () => {
    expect(rows.get('ohne Teile')?.publicContent?.blocks.slice(1)).toEqual(JSON.parse(JSON.stringify(began)));
  });

  it('are one and the same where all was public, and stay as they are in other meetings', () => {
    const whole = rows.get('ein Teil');
    expect([whole?.publicContent, whole?.sameFile]).toEqual([whole?.content, true]);
    expect(rows.get('Netzwerk')).toMatchObject({ publicContent: null, sameFile: null });
  });
});
