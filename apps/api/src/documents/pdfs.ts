import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { type DocumentContent, documentProblems } from '@runder-tisch/domain/documents';
import { PDF_ATTEMPTS } from '@runder-tisch/domain/operations';
import { systemViewer } from '../access/viewer';
import { type AppOptions, APP_OPTIONS } from '../app-options';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { oneIn, rowsIn } from '../database/rows';
import { Files } from '../files/files';
import { Jobs } from '../jobs/jobs';
import { log } from '../log';
import { problem } from '../problem/problem';
import type { Letter, PdfOptions } from './pdf-options';
import { PdfRenderers } from './pdf-renderers';

const SECOND = 1000;
/** Longer than any drawing may take. */
const LEASE_MS = 60 * SECOND;
const PAUSE_MS = 10 * SECOND;
const LOOK_EVERY_MS = 200;
const PATIENCE_MS = 20 * SECOND;

/** All a PDF is made of, so that it can be drawn anywhere and later. */
export interface PdfDocument {
  content: DocumentContent;
  /** Left in the foot of every page. */
  footer: string;
  /** Instant of the file. */
  created: string;
  countyName: string;
  logoFileId: string | null;
  /** For the window of an envelope. */
  letter?: Letter;
  /** Others in the same file. */
  bound?: PdfOptions['bound'];
  /** Set smaller. */
  dense?: boolean;
  /** Only for what is drawn at once: a row that waits holds no bytes. */
  pictures?: Readonly<Record<string, Uint8Array>>;
}

/**
 * PDFs are drawn outside of any transaction. One that stays is a file from the beginning, without bytes until the
 * worker has drawn it from its row in `pdf_work`; whoever needs the bytes waits for that row to go.
 */
@Injectable()
export class Pdfs implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
    private readonly renderers: PdfRenderers,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    @Inject(APP_OPTIONS) private readonly options: AppOptions,
  ) {}

  onModuleInit(): void {
    this.jobs.whenWaiting(
      'pdfs',
      (now) =>
        sql`exists (select 1 from pdf_work where (free_at is null or free_at < ${now}) and (attempts < ${PDF_ATTEMPTS} or lease is not null))`,
      () => this.runDue(),
    );
  }

  /** For whoever waits: never call it inside a transaction. */
  async draw(document: PdfDocument): Promise<Buffer> {
    try {
      return await this.drawn(document);
    } catch (error) {
      log.error({ err: error }, 'PDF not drawn');
      throw problem(documentProblems, 'pdf-impossible');
    }
  }

  /** Files a PDF that is drawn after this transaction; answers the id of the file. */
  async file(tx: EntityManager, name: string, document: PdfDocument): Promise<string> {
    const id = await this.files.store(tx, { name, mediaType: 'application/pdf', bytes: Buffer.alloc(0) });
    await rowsIn(
      tx,
      sql`insert into pdf_work (file_id, document, created_at) values (${id}, ${JSON.stringify(document)}::jsonb, ${this.clock.now()})`,
    );
    return id;
  }

  /** The bytes of a filed PDF as soon as they are there, or a sentence that says why not. */
  async bytes(fileId: string): Promise<Buffer> {
    if (this.options.worker === 'none') await this.runDue();
    const patience = after(this.clock.now(), PATIENCE_MS);
    for (;;) {
      const work = await this.database.one<{ setAside: boolean }>(sql`
        select attempts >= ${PDF_ATTEMPTS} and lease is null as "setAside" from pdf_work where file_id = ${fileId}`);
      if (!work) return this.files.bytes(fileId);
      if (work.setAside) throw problem(documentProblems, 'pdf-impossible');
      if (this.clock.now() >= patience) throw problem(documentProblems, 'pdf-not-yet');
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }

  /** Somebody asks for a PDF that was set aside: it is tried again from the beginning. */
  async retry(fileId: string): Promise<void> {
    await this.database.rows(
      sql`update pdf_work set attempts = 0, free_at = null where file_id = ${fileId} and attempts >= ${PDF_ATTEMPTS} and lease is null`,
    );
  }

  /** Draws what waits, one after the other, and answers how many it filed. What fails or kills its process blocks nobody. */
  async runDue(): Promise<number> {
    for (let filed = 0; ;) {
      const claimed = await this.claim();
      if (!claimed) return filed;
      if (await this.work(claimed)) filed += 1;
    }
  }

  private async claim(): Promise<Claimed | null> {
    const now = this.clock.now();
    await this.database.rows(
      sql`update pdf_work set lease = null where lease is not null and free_at < ${now} and attempts >= ${PDF_ATTEMPTS}`,
    );
    const claimed = await this.database.one<Claimed>(sql`
      update pdf_work set lease = ${newId()}, free_at = ${after(now, LEASE_MS)}, attempts = attempts + 1
      where file_id = (select file_id from pdf_work where attempts < ${PDF_ATTEMPTS} and (free_at is null or free_at < ${now})
                       order by created_at, file_id limit 1 for update skip locked)
      returning file_id as "fileId", document, lease, attempts`);
    return claimed ?? null;
  }

  private async work({ fileId, document, lease, attempts }: Claimed): Promise<boolean> {
    try {
      const bytes = await this.drawn(document);
      return await this.database.write(systemViewer, 'pdf.file', async (tx) => {
        const mine = await oneIn(
          tx,
          sql`delete from pdf_work where file_id = ${fileId} and lease = ${lease} returning file_id`,
        );
        if (mine) await this.files.fill(tx, fileId, bytes);
        return mine !== undefined;
      });
    } catch (error) {
      log.error({ err: error, file: fileId, attempts }, 'PDF not filed');
      await this.database.rows(
        sql`update pdf_work set lease = null, free_at = ${after(this.clock.now(), attempts * PAUSE_MS)} where file_id = ${fileId} and lease = ${lease}`,
      );
      return false;
    }
  }

  private async drawn({
    content,
    footer,
    created,
    countyName,
    logoFileId,
    letter,
    bound,
    dense,
    pictures,
  }: PdfDocument): Promise<Buffer> {
    const logo = logoFileId ? await this.files.bytes(logoFileId) : null;
    return this.renderers.render({
      content,
      options: {
        footer,
        created: new Date(created),
        countyName,
        ...(dense ? { dense } : {}),
        ...(pictures ? { pictures } : {}),
        ...(logo?.length ? { logo } : {}),
        ...(letter ? { letter } : {}),
        ...(bound ? { bound } : {}),
      },
    });
  }
}

interface Claimed {
  fileId: string;
  document: PdfDocument;
  lease: string;
  attempts: number;
}

function after(instant: Date, milliseconds: number): Date {
  return new Date(instant.getTime() + milliseconds);
}
