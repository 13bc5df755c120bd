import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { generalProblems } from '@runder-tisch/domain/problem';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { oneIn, rowsIn } from '../database/rows';
import { problem } from '../problem/problem';

export const FILE_BYTES_MOST = 25 * 1024 * 1024;
export const PART_BYTES = 1024 * 1024;

export interface StoredFile {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
}

/** Files lie in the database in parts of 1 MiB: one backup, one transaction, any number of replicas. */
@Injectable()
export class Files {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async store(tx: EntityManager, file: { name: string; mediaType: string; bytes: Buffer }): Promise<string> {
    const { bytes } = file;
    if (bytes.length > FILE_BYTES_MOST) throw problem(generalProblems, 'too-large');
    const id = await this.begin(tx, { ...file, size: bytes.length, sha256: hash(bytes) });
    await this.storeParts(tx, id, bytes);
    return id;
  }

  /** Keeps what was uploaded; its parts are copied where they lie. */
  async keepUpload(
    tx: EntityManager,
    upload: { id: string; size: number; sha256: string },
    { name, mediaType }: { name: string; mediaType: string },
  ): Promise<string> {
    const id = await this.begin(tx, { name, mediaType, size: upload.size, sha256: upload.sha256 });
    await rowsIn(
      tx,
      sql`insert into file_part (file_id, position, bytes) select ${id}::uuid, position, bytes from upload_part where upload_id = ${upload.id}`,
    );
    return id;
  }

  private async begin(tx: EntityManager, file: Omit<StoredFile, 'id'>): Promise<string> {
    const id = newId();
    await rowsIn(
      tx,
      sql`insert into file (id, name, media_type, size, sha256, created_at)
          values (${id}, ${file.name.slice(0, 200)}, ${file.mediaType}, ${file.size}, ${file.sha256}, ${this.clock.now()})`,
    );
    return id;
  }

  /** The bytes of a file that was stored empty, because they are still being made. */
  async fill(tx: EntityManager, id: string, bytes: Buffer): Promise<void> {
    if (bytes.length > FILE_BYTES_MOST) throw problem(generalProblems, 'too-large');
    await rowsIn(tx, sql`update file set size = ${bytes.length}, sha256 = ${hash(bytes)} where id = ${id}`);
    await this.storeParts(tx, id, bytes);
  }

  private async storeParts(tx: EntityManager, id: string, bytes: Buffer): Promise<void> {
    for (let position = 0; position * PART_BYTES < bytes.length; position += 1) {
      const part = bytes.subarray(position * PART_BYTES, (position + 1) * PART_BYTES);
      await rowsIn(
        tx,
        sql`insert into file_part (file_id, position, bytes) values (${id}, ${position}, ${part}::bytea)`,
      );
    }
  }

  /** Whoever calls this has asked the row access of the object the file belongs to. */
  find(id: string): Promise<StoredFile> {
    return this.database.found<StoredFile>(sql`
      select id, name, media_type as "mediaType", size, sha256 from file where id = ${id}`);
  }

  /** One part at a time, however many people download at once. */
  stream(id: string): Readable {
    return Readable.from(this.parts(id));
  }

  /** Inside a transaction with its `tx`: a second connection for each would leave none when many ask at once. */
  async bytes(id: string, tx?: EntityManager): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const part of this.parts(id, tx)) parts.push(part);
    return Buffer.concat(parts);
  }

  async remove(tx: EntityManager, id: string): Promise<void> {
    await rowsIn(tx, sql`delete from file where id = ${id}`);
  }

  /** One part at a time; inside a transaction with its `tx`, as `bytes`. */
  parts(id: string, tx?: EntityManager): AsyncGenerator<Buffer> {
    return partsBy((position) => {
      const statement = sql`select bytes from file_part where file_id = ${id} and position = ${position}`;
      return tx ? oneIn<Part>(tx, statement) : this.database.one<Part>(statement);
    });
  }
}

interface Part {
  bytes: Buffer;
}

/** What lies in parts, from the first to the last that is there. */
export async function* partsBy(
  partAt: (position: number) => Promise<Part | null | undefined>,
): AsyncGenerator<Buffer> {
  for (let position = 0; ; position += 1) {
    const part = await partAt(position);
    if (!part) return;
    yield part.bytes;
  }
}

function hash(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
