import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  dataRequestLimits,
  type DataRequestMove,
  dataRequestMoves,
  dataRequestProblems,
  type DataRequestState,
  type ExpectedColumn,
  type InterfaceForm,
} from '@runder-tisch/domain/data-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { newId } from '../../database/new-id';
import { oneIn, rowsIn } from '../../database/rows';
import { Files } from '../../files/files';
import { problem } from '../../problem/problem';
import { Search } from '../../search/search';
import { changeableDataRequests } from '../data-requests-access';
import { DataRequestsService } from '../data-requests.service';
import { FILE_FIELD, readDelivery } from './read-delivery';

export interface DeliveredFile {
  name: string;
  bytes: Buffer;
}

export interface SaidWithFile {
  byName: string;
  remark: string;
}

interface Agreed {
  id: string;
  state: DataRequestState;
  form: InterfaceForm;
  columns: ExpectedColumn[];
}

/** What comes back: files by the link of a mail or entered by planning, and the words of those who cannot deliver. */
@Injectable()
export class DeliveriesService {
  constructor(
    private readonly database: Database,
    private readonly requests: DataRequestsService,
    private readonly files: Files,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  /** A file that came another way, entered by planning. */
  async enter(viewer: Viewer, id: string, file: DeliveredFile): Promise<void> {
    await this.database.found(
      sql`select it.id from data_request it where it.id = ${id} and ${changeableDataRequests(viewer)}`,
    );
    return this.deliver(viewer, id, file, { byName: viewer.displayName, remark: '' });
  }

  /** Read as a whole before anything of it is kept: a file that is refused leaves nothing behind. */
  async deliver(viewer: Viewer, id: string, file: DeliveredFile, said: SaidWithFile): Promise<void> {
    if (file.bytes.length === 0) throw problem(dataRequestProblems, 'delivery-without-file', FILE_FIELD);
    if (file.bytes.length > dataRequestLimits.fileBytes)
      throw problem(dataRequestProblems, 'delivery-too-large', FILE_FIELD);
    const agreed = await this.agreed(id);
    demand(agreed.state, 'deliver');
    const read = await readDelivery(file.bytes, agreed);
    await this.database.write(viewer, 'data-request.deliver', async (tx) => {
      const to = demand(await this.locked(tx, id), 'deliver');
      const sha256 = createHash('sha256').update(file.bytes).digest('hex');
      if (await this.isNewest(tx, id, sha256)) return;
      const name = safeName(file.name);
      const { mediaType, rows, findings } = read;
      const fileId = await this.files.store(tx, { name, mediaType, bytes: file.bytes });
      await rowsIn(
        tx,
        sql`insert into data_request_delivery (id, request_id, file_id, file_name, size, sha256, row_count, by_name, remark, findings, delivered_at)
            values (${newId()}, ${id}, ${fileId}, ${name}, ${file.bytes.length}, ${sha256}, ${rows}::int, ${said.byName.trim()},
                    ${said.remark.trim()}, ${findings}::text[], ${this.clock.now()})`,
      );
      await this.moved(tx, viewer, id, to, name);
    });
  }

  /** Pressed a second time it says the same again. */
  acknowledge(viewer: Viewer, id: string): Promise<void> {
    return this.database.write(viewer, 'data-request.acknowledge-by-link', async (tx) => {
      const state = await this.locked(tx, id);
      if (state !== 'ACKNOWLEDGED') await this.moved(tx, viewer, id, demand(state, 'acknowledge'));
    });
  }

  refuse(viewer: Viewer, id: string, reason: string): Promise<void> {
    return this.database.write(viewer, 'data-request.refuse-by-link', async (tx) => {
      const to = demand(await this.locked(tx, id), 'refuse');
      await this.moved(tx, viewer, id, to, reason.trim());
    });
  }

  /** Files that have had their time; what is known of a delivery stays. */
  async forgetOld(viewer: Viewer): Promise<void> {
    const years = dataRequestLimits.fileYears;
    await this.database.write(viewer, 'data-request.forget-files', (tx) =>
      rowsIn(
        tx,
        sql`delete from file where id in (select file_id from data_request_delivery
            where delivered_at < ${this.clock.now()}::timestamptz - make_interval(years => ${years}::int))`,
      ),
    );
  }

  private agreed(id: string): Promise<Agreed> {
    return this.database.found<Agreed>(sql`
      select it.id, it.state, agreement.form, agreement.columns
      from data_request it join interface_agreement agreement on agreement.id = it.agreement_id where it.id = ${id}`);
  }

  private async locked(tx: EntityManager, id: string): Promise<DataRequestState> {
    const found = await oneIn<{ state: DataRequestState }>(
      tx,
      sql`select state from data_request where id = ${id} for update`,
    );
    if (!found) throw problem(generalProblems, 'not-found');
    return found.state;
  }

  /** A double click, or a page that was sent again. */
  private async isNewest(tx: EntityManager, id: string, sha256: string): Promise<boolean> {
    const newest = await oneIn<{ sha256: string; state: DataRequestState }>(
      tx,
      sql`select delivery.sha256, request.state from data_request_delivery delivery join data_request request on request.id = delivery.request_id
          where request.id = ${id} order by delivery.delivered_at desc, delivery.id desc limit 1`,
    );
    return newest?.state === 'DELIVERED' && newest.sha256 === sha256;
  }

  private async moved(
    tx: EntityManager,
    viewer: Viewer,
    id: string,
    to: DataRequestState,
    words = '',
  ): Promise<void> {
    await rowsIn(tx, sql`update data_request set state = ${to}, version = version + 1 where id = ${id}`);
    await this.requests.step(tx, viewer, id, to, words);
    await this.search.refresh(tx, 'data-request', [id]);
  }
}

/** Whoever follows a link has given the reason in the form, which asks for it. */
function demand(
  state: DataRequestState,
  move: Extract<DataRequestMove, 'deliver' | 'acknowledge' | 'refuse'>,
) {
  const { to } =
    move === 'refuse'
      ? dataRequestMoves.next(state, move, { reason: 'gesagt' })
      : dataRequestMoves.next(state, move);
  if (!to) throw problem(dataRequestProblems, 'delivery-not-open');
  return to;
}

/**
 * Names of files come with folders and signs that no other system takes. Signs nobody sees go as well: some turn the
 * direction of reading, and "Zahlen…vsc.exe" would look like a table.
 */
function safeName(name: string): string {
  const last = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const visible = last
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .trim();
  // By whole letters; a name in which none is left says nothing.
  return Array.from(visible).slice(0, 200).join('') || 'Lieferung';
}
