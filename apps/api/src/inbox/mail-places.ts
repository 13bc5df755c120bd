import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { ReadReply, UnreadableReply } from '@runder-tisch/domain/calendar';
import { contributions } from '../contributions';
import { oneIn } from '../database/rows';
import { MailIdentitySource } from '../outbox/mail-identity';
import type { InboxMail } from './inbox-mail.entity';
import { type MailHead, ownMails } from './mail-head';

/** What a mail answers: one of ours, by its Message-ID. */
interface AnsweredMail {
  id: string;
  objectKind: string;
  objectId: string;
  accountId: string | null;
  networkId: string | null;
}

/** Where a mail belongs. */
export type Place = Pick<
  InboxMail,
  'answeredMailId' | 'objectKind' | 'objectId' | 'accountId' | 'networkId' | 'meetingId'
>;

const nowhere: Place = {
  answeredMailId: null,
  objectKind: null,
  objectId: null,
  accountId: null,
  networkId: null,
  meetingId: null,
};

/** Finds what a mail answers. */
@Injectable()
export class MailPlaces {
  constructor(private readonly identities: MailIdentitySource) {}

  /** Where it belongs: by the meeting its calendar part names, or the mail of ours it answers. */
  async of(tx: EntityManager, head: MailHead, read: ReadReply | UnreadableReply): Promise<Place> {
    const { instanceHost } = await this.identities.identity(tx);
    const answered = await this.answered(tx, ownMails(head.answers, instanceHost));
    const place = answered ? await this.ofMail(tx, answered) : nowhere;
    if (typeof read === 'string') return place;
    const [uid] = ownMails(
      read.answers.map((it) => it.uid),
      instanceHost,
    );
    const meeting =
      uid &&
      (await oneIn<{ id: string; networkId: string | null }>(
        tx,
        sql`select id, network_id as "networkId" from meeting where id = ${uid}`,
      ));
    return meeting ? { ...place, meetingId: meeting.id, networkId: meeting.networkId } : place;
  }

  async answered(tx: EntityManager, ids: readonly string[]): Promise<AnsweredMail | undefined> {
    if (ids.length === 0) return undefined;
    return oneIn<AnsweredMail>(
      tx,
      sql`select id, object_kind as "objectKind", object_id as "objectId", account_id as "accountId", network_id as "networkId"
          from outbox_message where id = any(${[...ids]}::uuid[]) order by array_position(${[...ids]}::uuid[], id) limit 1`,
    );
  }

  async ofMail(tx: EntityManager, answered: AnsweredMail): Promise<Place> {
    const { id, objectKind, objectId, accountId, networkId } = answered;
    return {
      answeredMailId: id,
      objectKind,
      objectId,
      accountId,
      networkId,
      meetingId: await meetingOf(tx, objectKind, objectId),
    };
  }
}

/** The meeting on whose page mails about this object are shown; null where it is another page's. */
async function meetingOf(tx: EntityManager, objectKind: string, objectId: string): Promise<string | null> {
  if (objectKind === 'meeting') return objectId;
  const page = contributions
    .map(({ mailsAbout }) => mailsAbout?.[objectKind])
    .find((it) => it?.kind === 'meeting');
  if (!page) return null;
  const found = await oneIn<{ id: string | null }>(tx, sql`select ${page.id(sql`${objectId}::uuid`)} as id`);
  return found?.id ?? null;
}
