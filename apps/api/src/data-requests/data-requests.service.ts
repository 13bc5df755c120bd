import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { readAddresses } from '@runder-tisch/domain/addresses';
import {
  type DataRequestMailView,
  dataRequestLimits,
  dataRequestMoves,
  dataRequestProblems,
  type DataRequestState,
  type PlannersMove,
} from '@runder-tisch/domain/data-requests';
import type {
  MoveDataRequest,
  SaveDataRequest,
} from '@runder-tisch/domain/data-requests/data-requests-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import { counted } from '@runder-tisch/domain/text';
import { berlinDay, formatDate } from '@runder-tisch/domain/time';
import { MailLinks } from '../access/mail-links';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database, updateVersioned } from '../database/database';
import { newId } from '../database/new-id';
import { nextPlanningNumber } from '../database/planning-numbers';
import { oneIn, rowsIn } from '../database/rows';
import { Outbox } from '../outbox/outbox';
import { problem, refused } from '../problem/problem';
import { Search } from '../search/search';
import { DataRequestMails, DELIVERY_LINK } from './data-request-mails';
import { DataRequest } from './data-request.entity';
import { changeableDataRequests } from './data-requests-access';
import { DataRequestsRepository, heldSeconds, type Recipient } from './data-requests.repository';

/** What planning does with its requests; what comes by the link of a mail is the business of `deliveries`. */
@Injectable()
export class DataRequestsService {
  constructor(
    private readonly database: Database,
    private readonly repository: DataRequestsRepository,
    private readonly mails: DataRequestMails,
    private readonly outbox: Outbox,
    private readonly links: MailLinks,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  create(viewer: Viewer, request: SaveDataRequest): Promise<{ id: string }> {
    const recipients = recipientsIn(request.recipients);
    return this.database.write(viewer, 'data-request.create', async (tx) => {
      const now = this.clock.now();
      await this.demandInterface(tx, viewer, request.agreementId);
      const { recipients: _typed, ...columns } = request;
      const id = newId();
      await tx.insert(DataRequest, {
        ...columns,
        id,
        number: await nextPlanningNumber(tx, 'D', now),
        state: 'DRAFT',
        createdBy: viewer.displayName,
        createdAt: now,
        version: 1,
      });
      await this.keepRecipients(tx, id, recipients);
      await this.step(tx, viewer, id, 'DRAFT', 'angelegt');
      await this.search.refresh(tx, 'data-request', [id]);
      return { id };
    });
  }

  change(viewer: Viewer, id: string, version: number, request: SaveDataRequest): Promise<void> {
    const recipients = recipientsIn(request.recipients);
    return this.database.write(viewer, 'data-request.change', async (tx) => {
      const { state } = await this.repository.toChange(tx, viewer, id);
      if (state !== 'DRAFT') throw problem(dataRequestProblems, 'data-request-not-draft');
      await this.demandInterface(tx, viewer, request.agreementId);
      const { recipients: _typed, ...columns } = request;
      await updateVersioned(tx, DataRequest, id, version, columns);
      await this.keepRecipients(tx, id, recipients);
      await this.search.refresh(tx, 'data-request', [id]);
    });
  }

  /** Only a draft goes without a trace: nobody has heard of it. */
  remove(viewer: Viewer, id: string): Promise<void> {
    return this.database.write(viewer, 'data-request.delete', async (tx) => {
      const { state } = await this.repository.toChange(tx, viewer, id);
      if (state !== 'DRAFT') throw problem(dataRequestProblems, 'data-request-not-draft');
      await tx.delete(DataRequest, { id });
      await this.search.refresh(tx, 'data-request', [id]);
    });
  }

  /** The mail as it would go out: the request from a draft, otherwise the reminder. */
  preview(viewer: Viewer, id: string): Promise<DataRequestMailView> {
    return this.database.read(async (tx) => {
      const found = await oneIn<{ state: DataRequestState }>(
        tx,
        sql`select it.state from data_request it where it.id = ${id} and ${changeableDataRequests(viewer)}`,
      );
      if (!found) throw problem(generalProblems, 'not-found');
      const kind = found.state === 'DRAFT' ? 'request' : 'reminder';
      return this.mails.preview(tx, kind, id, await this.repository.recipients(tx, id));
    });
  }

  move(
    viewer: Viewer,
    id: string,
    version: number,
    move: PlannersMove,
    { reason, dueOn, importedRows }: MoveDataRequest,
  ): Promise<void> {
    return this.database.write(viewer, `data-request.${move}`, async (tx) => {
      const before = await this.repository.toChange(tx, viewer, id);
      const recipients = await this.repository.recipients(tx, id);
      const now = this.clock.now();
      const due = move === 'return' ? (dueOn ?? '') : before.dueOn;
      const { to, refusal } = dataRequestMoves.next(before.state, move, {
        reason,
        recipients: recipients.length,
        held: heldSeconds(before.sentAt, now) > 0,
        dueOn: due,
        today: berlinDay(now),
      });
      if (refusal) throw refused(dataRequestProblems, refusal);
      // What was taken over leaves nothing to do: it is closed by that.
      const state = to === 'IMPORTED' ? (dataRequestMoves.next(to, 'close').to ?? to) : to;
      await updateVersioned(tx, DataRequest, id, version, {
        state,
        ...(move === 'send' ? { sentAt: now } : {}),
        ...(move === 'recall' ? { sentAt: null, batchId: null } : {}),
        ...(move === 'remind' ? { remindedAt: now } : {}),
        ...(move === 'return' ? { dueOn: due, remindedAt: null } : {}),
        ...(move === 'import' ? { importedRows } : {}),
      });
      if (move === 'recall' && before.batchId) await this.takeBack(tx, id, before.batchId);
      const batchId = await this.mailed(tx, viewer, id, move, recipients, reason.trim());
      if (move === 'send')
        await rowsIn(tx, sql`update data_request set batch_id = ${batchId} where id = ${id}`);
      await this.step(tx, viewer, id, to, wordsOf(move, { recipients, reason, due, importedRows }));
      if (state !== to) await this.step(tx, viewer, id, state);
      await this.search.refresh(tx, 'data-request', [id]);
    });
  }

  /** What happened, in the order in which it did; also asked for by whoever delivers. */
  async step(
    tx: EntityManager,
    viewer: Viewer,
    id: string,
    state: DataRequestState,
    words = '',
  ): Promise<void> {
    await rowsIn(
      tx,
      sql`insert into data_request_step (id, request_id, state, words, by_name, at)
          values (${newId()}, ${id}, ${state}, ${words}, ${viewer.displayName}, ${this.clock.now()})`,
    );
  }

  private async mailed(
    tx: EntityManager,
    viewer: Viewer,
    id: string,
    move: PlannersMove,
    recipients: readonly Recipient[],
    reason: string,
  ): Promise<string | null> {
    if (move === 'send') return this.mails.send(tx, viewer, 'request', id, recipients);
    if (move === 'remind') return this.mails.send(tx, viewer, 'reminder', id, recipients);
    if (move === 'return') return this.mails.send(tx, viewer, 'return', id, recipients, reason);
    return null;
  }

  private async takeBack(tx: EntityManager, id: string, batchId: string): Promise<void> {
    await this.outbox.recall(tx, batchId);
    await this.links.revoke(tx, DELIVERY_LINK, { objectKind: 'data-request', objectId: id });
  }

  private async keepRecipients(
    tx: EntityManager,
    id: string,
    recipients: readonly Recipient[],
  ): Promise<void> {
    await rowsIn(tx, sql`delete from data_request_recipient where request_id = ${id}`);
    await rowsIn(
      tx,
      sql`insert into data_request_recipient (request_id, position, name, mail)
          select ${id}::uuid, ordinality, name, mail
          from unnest(${recipients.map(({ name }) => name)}::text[], ${recipients.map(({ mail }) => mail)}::text[])
            with ordinality as typed (name, mail, ordinality)`,
    );
  }

  /** One that is used no more, or by which planning gives, is none of those one can ask by. */
  private async demandInterface(tx: EntityManager, viewer: Viewer, agreementId: string): Promise<void> {
    const known = await oneIn(
      tx,
      sql`select it.id from interface_agreement it
          where it.id = ${agreementId} and it.active and it.direction = 'TO_PLANNING' and ${changeableDataRequests(viewer)} for share`,
    );
    if (!known) throw problem(dataRequestProblems, 'data-request-unknown-interface', 'agreementId');
  }
}

/** Nothing typed is a draft that is not finished; something that is no address is a mistake. */
function recipientsIn(typed: string): Recipient[] {
  const { addresses, unreadable } = readAddresses(typed);
  if (unreadable.length > 0 || addresses.length > dataRequestLimits.recipientCount)
    throw problem(dataRequestProblems, 'data-request-recipients', 'recipients');
  return addresses.map(({ name, mail }) => ({ name, mail }));
}

function wordsOf(
  move: PlannersMove,
  said: { recipients: readonly Recipient[]; reason: string; due: string; importedRows: number | null },
): string {
  const mails = counted(said.recipients.length, 'Adresse', 'Adressen');
  switch (move) {
    case 'send':
      return `an ${mails}, bis ${formatDate(said.due)}`;
    case 'recall':
      return 'zurückgeholt, bevor die Mail hinausging';
    case 'remind':
      return `Erinnerung an ${mails}`;
    case 'return':
      return `${said.reason.trim()} Neue Frist: ${formatDate(said.due)}`;
    case 'import':
      return said.importedRows === null ? '' : counted(said.importedRows, 'Zeile', 'Zeilen');
    default:
      return said.reason.trim();
  }
}
