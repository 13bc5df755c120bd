import type { Readable } from 'node:stream';
import { PlainError } from '../start/plain-error';

/*
 * A backup is one gzip stream: a line that says what it is, a line of JSON about the whole, then for each
 * table a line of JSON and its rows as PostgreSQL's COPY text in blocks (4 bytes of length, 0 ends the
 * table), and a last line, without which the file was cut off.
 */
export const MAGIC = 'runder-tisch-backup 1';

export interface BackupHead {
  createdAt: string;
  /** Names of the migrations the data has the shape of. */
  migrations: readonly string[];
  sequences: readonly { name: string; value: string }[];
  tables: readonly BackupTable[];
}

export interface BackupTable {
  table: string;
  columns: readonly string[];
}

export function line(value: unknown): Buffer {
  return Buffer.from(`${typeof value === 'string' ? value : JSON.stringify(value)}\n`);
}

export function block(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

export const endOfTable = Buffer.alloc(4);

/** Reads lines and blocks from the unpacked stream. */
export class ContainerReader {
  private readonly chunks: AsyncIterator<Buffer>;
  private buffer: Buffer = Buffer.alloc(0);

  constructor(
    stream: Readable,
    private readonly file: string,
  ) {
    this.chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  }

  async head(): Promise<BackupHead> {
    if ((await this.line()) !== MAGIC) throw this.foreign();
    return (await this.json()) as BackupHead;
  }

  async json(): Promise<unknown> {
    return JSON.parse(await this.line());
  }

  /** The rows of the table that begins here, as they go into COPY. */
  async *rows(): AsyncGenerator<Buffer> {
    for (;;) {
      const length = (await this.bytes(4)).readUInt32BE();
      if (length === 0) return;
      yield await this.bytes(length);
    }
  }

  private async line(): Promise<string> {
    for (;;) {
      const at = this.buffer.indexOf(0x0a);
      if (at >= 0) {
        const text = this.buffer.subarray(0, at).toString('utf8');
        this.buffer = this.buffer.subarray(at + 1);
        return text;
      }
      await this.more();
    }
  }

  private async bytes(count: number): Promise<Buffer> {
    while (this.buffer.length < count) await this.more();
    const bytes = this.buffer.subarray(0, count);
    this.buffer = this.buffer.subarray(count);
    return bytes;
  }

  private async more(): Promise<void> {
    const next = await this.chunks.next().catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'Z_DATA_ERROR' && this.buffer.length === 0) throw this.foreign();
      if (error.code?.startsWith('Z_')) throw this.cutOff();
      throw error;
    });
    if (next.done) throw this.cutOff();
    this.buffer = this.buffer.length === 0 ? next.value : Buffer.concat([this.buffer, next.value]);
  }

  private foreign(): PlainError {
    return new PlainError(
      `${this.file} ist keine Sicherung von Runder Tisch: Bitte geben Sie eine Datei an, die mit „npm run rt -- backup“ entstand.`,
    );
  }

  private cutOff(): PlainError {
    return new PlainError(
      `Die Sicherung ${this.file} ist unvollständig oder beschädigt: Bitte nehmen Sie eine andere.`,
    );
  }
}
