import { createHash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Request } from 'express';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { generalProblems } from '@runder-tisch/domain/problem';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { oneIn } from '../database/rows';
import { Jobs } from '../jobs/jobs';
import { problem } from '../problem/problem';
import { PART_BYTES, partsBy } from './files';
import { readBytes } from './read-bytes';

/** So long a place stays taken after its process was killed; as long as that lives it says so, three times in it. */
const ALIVE_MS = 60_000;
const HOUR_MS = 3_600_000;
/** Two files that begin in the same moment may want the same place. */
const TRIES = 3;

/** A file that came in whole and lies in the database until whoever received it is done with it. */
export interface Upload {
  id: string;
  size: number;
  sha256: string;
}

/**
 * Takes in what people upload: two files of one person at once, and never more of a file in memory than one part.
 * While bytes come in nobody holds a connection to the database; each part is a short statement of its own.
 */
@Injectable()
export class Uploads implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every(HOUR_MS, 'uploads.sweep', () => this.sweep());
  }

  /**
   * Hands on the raw body of a request as a file in the database, or null as soon as there is more of it than
   * allowed. Whatever happens to the request or to `work`, nothing of it stays behind.
   */
  receive<T>(
    viewer: Viewer,
    request: Request,
    most: number,
    work: (upload: Upload | null) => Promise<T>,
  ): Promise<T> {
    return this.placed(viewer, async (id) => work(await this.takeIn(id, request, most)));
  }

  /** The raw body of a request for what is small enough to be held in memory, or null where it is larger. */
  bytes(viewer: Viewer, request: Request, most: number): Promise<Buffer | null> {
    return this.placed(viewer, () => readBytes(request, most));
  }

  /** One part at a time; inside a transaction by its own connection. */
  parts(tx: EntityManager, { id }: Upload): AsyncGenerator<Buffer> {
    return partsBy((position) =>
      oneIn(tx, sql`select bytes from upload_part where upload_id = ${id} and position = ${position}`),
    );
  }

  /** What a process that was killed had begun to take in. */
  async sweep(): Promise<number> {
    const gone = await this.database.rows(
      sql`delete from upload where alive_until < ${this.clock.now()} returning id`,
    );
    return gone.length;
  }

  private async placed<T>(viewer: Viewer, work: (id: string) => Promise<T>): Promise<T> {
    const id = await this.place(viewer);
    const beat = setInterval(() => void this.beat(id), ALIVE_MS / 3);
    beat.unref();
    try {
      return await work(id);
    } finally {
      clearInterval(beat);
      // Where the database is away, the sweep does it.
      await this.database.rows(sql`delete from upload where id = ${id}`).catch(() => undefined);
    }
  }

  private async place({ accountId }: Viewer): Promise<string> {
    await this.database.rows(
      sql`delete from upload where account_id = ${accountId} and alive_until < ${this.clock.now()}`,
    );
    for (let tries = 1; tries <= TRIES; tries += 1) {
      const taken = await this.database.one<{ id: string }>(sql`
        insert into upload (id, account_id, place, alive_until)
        select ${newId()}::uuid, ${accountId}::uuid, wanted.place, ${this.aliveUntil()}::timestamptz from unnest(array[1, 2]) as wanted (place)
        where not exists (select 1 from upload where account_id = ${accountId} and upload.place = wanted.place)
        order by wanted.place limit 1
        on conflict (account_id, place) do nothing returning id`);
      if (taken) return taken.id;
    }
    throw problem(generalProblems, 'too-many-uploads');
  }

  private async takeIn(id: string, request: Request, most: number): Promise<Upload | null> {
    if (Number(request.headers['content-length'] ?? 0) > most) return null;
    const hash = createHash('sha256');
    let size = 0;
    let position = 0;
    for await (const part of inParts(request)) {
      size += part.length;
      if (size > most) return null;
      hash.update(part);
      await this.keep(id, position, part);
      position += 1;
    }
    return { id, size, sha256: hash.digest('hex') };
  }

  /** Whoever took so long that the place was given to somebody else has no row to add to. */
  private async keep(id: string, position: number, bytes: Buffer): Promise<void> {
    const kept = await this.database.rows(sql`
      with alive as (update upload set alive_until = ${this.aliveUntil()} where id = ${id} returning id)
      insert into upload_part (upload_id, position, bytes) select id, ${position}, ${bytes}::bytea from alive returning position`);
    if (kept.length === 0) throw problem(generalProblems, 'upload-too-slow');
  }

  /** Where the database is away there is nothing to be said, and nobody who would take the place. */
  private async beat(id: string): Promise<void> {
    await this.database
      .rows(sql`update upload set alive_until = ${this.aliveUntil()} where id = ${id}`)
      .catch(() => undefined);
  }

  private aliveUntil(): Date {
    return new Date(this.clock.now().getTime() + ALIVE_MS);
  }
}

/** The pieces of a network put together to parts as the database keeps them; the last one may be smaller. */
async function* inParts(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const piece of pieces) {
    for (let from = 0; from < piece.length;) {
      const taken = piece.subarray(from, from + PART_BYTES - length);
      waiting.push(taken);
      length += taken.length;
      from += taken.length;
      if (length < PART_BYTES) continue;
      yield Buffer.concat(waiting);
      waiting = [];
      length = 0;
    }
  }
  if (length > 0) yield Buffer.concat(waiting);
}
