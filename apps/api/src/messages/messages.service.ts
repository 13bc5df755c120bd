import { Injectable, type OnModuleInit } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  type ChosenRecipients,
  countOutcomes,
  messageLimits,
  messageProblems,
  type MessageView,
} from '@runder-tisch/domain/messages';
import { type OrganisationType, organisationTypeLabels } from '@runder-tisch/domain/actors';
import type { ChooseRecipients, SaveMessage } from '@runder-tisch/domain/messages/messages-requests';
import { recallSeconds, type SentView } from '@runder-tisch/domain/meetings';
import { generalProblems } from '@runder-tisch/domain/problem';
import { MailLinks } from '../access/mail-links';
import { systemViewer, type Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database, updateVersioned } from '../database/database';
import { newId } from '../database/new-id';
import { oneIn, rowsIn } from '../database/rows';
import { Jobs } from '../jobs/jobs';
import { fitIntoMail } from '../outbox/letters/letters';
import { Outbox } from '../outbox/outbox';
import { problem } from '../problem/problem';
import { Search } from '../search/search';
import { Settings } from '../settings/settings';
import { Message } from './message.entity';
import { type AddressedTo, MESSAGE_LINK, MessageMails } from './message-mails';
import { type FoundMessage, MessagesRepository } from './messages.repository';
import { distinct, RecipientsRepository } from './recipients.repository';

const HOUR_MS = 3_600_000;
/** Before the mails themselves are forgotten after 24 months: what became of them stays as figures. */
const RECIPIENTS_KEPT = sql`interval '23 months'`;

/** Nachrichten: a draft with its files, one mail to each recipient, a minute to take it back, then an archive. */
@Injectable()
export class MessagesService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly messages: MessagesRepository,
    private readonly recipients: RecipientsRepository,
    private readonly mails: MessageMails,
    private readonly outbox: Outbox,
    private readonly links: MailLinks,
    private readonly settings: Settings,
    private readonly search: Search,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every(HOUR_MS, 'messages.sweep', () => this.sweep());
  }

  async find(viewer: Viewer, id: string): Promise<MessageView> {
    const message = await this.messages.find(viewer, id);
    const { senderName, senderAddress } = await this.settings.current();
    const { content, counts } = message;
    const writer = message.sentBy || viewer.displayName;
    const replyTo = content?.replyTo ?? (await this.database.read((tx) => this.ownAddress(tx, viewer)));
    return {
      id: message.id,
      version: message.version,
      kind: message.kind,
      subject: message.subject,
      text: message.text,
      filesAs: message.filesAs,
      targets: message.targets.map((target) =>
        target.kind === 'ORGANISATION_TYPE'
          ? { ...target, title: organisationTypeLabels[target.id as OrganisationType] }
          : target,
      ),
      leftOut: message.leftOut,
      anyway: message.anyway,
      files: message.files.map(({ fileId: _file, ...file }) => file),
      filesFit: fitIntoMail(message.files.map(({ size }) => size)),
      writtenBy: message.writtenBy,
      sentAt: message.sentAt?.toISOString() ?? null,
      sentBy: message.sentBy,
      mayChange: message.mayChange,
      recallable: this.recallable(message),
      counts,
      againTo: message.mayChange ? message.againTo : 0,
      from: senderAddress ? `${writer} <${senderAddress}>` : `${writer}, ${senderName}`,
      replyTo,
    };
  }

  /** Who would get it and who not, without storing anything. */
  choose(viewer: Viewer, choice: ChooseRecipients): Promise<ChosenRecipients> {
    return this.database.read(async (tx) => {
      const targets = await this.recipients.targets(tx, viewer, choice.targets);
      const recipients = await this.recipients.resolve(tx, viewer, choice);
      return {
        targets,
        recipients: recipients.map(({ personId, organisationId, vacant: _vacant, ...told }) => ({
          ...told,
          path: personId
            ? `/akteure/personen/${personId}`
            : organisationId && `/akteure/organisationen/${organisationId}`,
        })),
        counts: countOutcomes(recipients),
      };
    });
  }

  begin(viewer: Viewer, request: SaveMessage): Promise<{ id: string }> {
    return this.database.write(viewer, 'message.begin', async (tx) => {
      const id = newId();
      const now = this.clock.now();
      const { targets, ...words } = request;
      await this.recipients.targets(tx, viewer, targets);
      await tx.insert(Message, {
        ...words,
        id,
        authorAccountId: viewer.accountId ?? null,
        writtenBy: viewer.displayName,
        sentAt: null,
        sentBy: '',
        content: null,
        createdAt: now,
        changedAt: now,
        version: 1,
      });
      await this.messages.keepTargets(tx, id, distinct(targets));
      await this.search.refresh(tx, 'message', [id]);
      return { id };
    });
  }

  save(viewer: Viewer, id: string, version: number, request: SaveMessage): Promise<void> {
    return this.database.write(viewer, 'message.change', async (tx) => {
      await this.draft(tx, viewer, id);
      const { targets, ...words } = request;
      await this.recipients.targets(tx, viewer, targets);
      await updateVersioned(tx, Message, id, version, { ...words, changedAt: this.clock.now() });
      await this.messages.keepTargets(tx, id, distinct(targets));
      await this.search.refresh(tx, 'message', [id]);
    });
  }

  discard(viewer: Viewer, id: string): Promise<void> {
    return this.database.write(viewer, 'message.discard', async (tx) => {
      await this.draft(tx, viewer, id);
      await tx.delete(Message, { id });
      await this.search.refresh(tx, 'message', [id]);
    });
  }

  /** The mail as its recipients will get it, to the one who writes it. */
  test(viewer: Viewer, id: string): Promise<{ address: string }> {
    return this.database.write(viewer, 'message.test', async (tx) => {
      const message = await this.draft(tx, viewer, id);
      assertWritten(message);
      const address = await this.requiredAddress(tx, viewer);
      const self: AddressedTo = {
        id: message.id,
        personId: viewer.personId ?? null,
        name: viewer.displayName,
        mail: address,
        greeting: `Guten Tag, ${viewer.displayName}`,
        origin: message.targets[0]?.title ?? 'Probe',
      };
      await this.mails.test(tx, viewer, message, self, newId());
      return { address };
    });
  }

  /** One mail each, which leaves in a minute; whoever gets none stands in the archive with the reason. */
  send(viewer: Viewer, id: string, version: number): Promise<SentView> {
    return this.database.write(viewer, 'message.send', async (tx) => {
      const message = await this.draft(tx, viewer, id);
      if (message.version !== version) throw problem(generalProblems, 'stale-version');
      assertWritten(message);
      await this.recipients.targets(tx, viewer, message.targets);
      const chosen = (await this.recipients.resolve(tx, viewer, message)).filter(
        ({ outcome }) => outcome !== 'DOUBLE',
      );
      if (chosen.length > messageLimits.recipients) throw problem(messageProblems, 'message-too-many');
      const rows = chosen.map((recipient, position) => ({ ...recipient, id: newId(), position }));
      const reached = rows.filter(({ outcome }) => outcome === 'GETS');
      if (reached.length === 0) throw problem(messageProblems, 'message-nobody');
      const replyTo = await this.requiredAddress(tx, viewer);
      await rowsIn(
        tx,
        sql`insert into message_recipient (id, message_id, position, person_id, organisation_id, name, mail, speaks_for, greeting, outcome, detail)
            select it.id, ${id}::uuid, it.position, it."personId", it."organisationId", it.name, it.mail, it."speaksFor", it.greeting, it.outcome, it.detail
            from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as it (id uuid, position integer, "personId" uuid, "organisationId" uuid,
              name text, mail text, "speaksFor" text, greeting text, outcome text, detail text)`,
      );
      const now = this.clock.now();
      const notBefore = new Date(now.getTime() + recallSeconds * 1000);
      await this.mails.send(tx, viewer, message, reached, {
        replyTo,
        networkId: networkOf(message),
        notBefore,
      });
      await updateVersioned(tx, Message, id, version, {
        sentAt: now,
        sentBy: viewer.displayName,
        changedAt: now,
        content: { files: message.files, replyTo },
      });
      return { recipients: reached.length, recallUntil: notBefore.toISOString() };
    });
  }

  /** Everything is as before: a draft, and nobody has a mail. */
  recall(viewer: Viewer, id: string): Promise<void> {
    return this.database.write(viewer, 'message.recall', async (tx) => {
      const message = await this.sent(tx, viewer, id);
      await this.outbox.recall(tx, id);
      const gone = await rowsIn<{ id: string }>(
        tx,
        sql`delete from message_recipient where message_id = ${id} returning id`,
      );
      await this.links.revokeAll(tx, MESSAGE_LINK, {
        objectKind: 'message-recipient',
        objectIds: gone.map((row) => row.id),
      });
      await updateVersioned(tx, Message, id, message.version, { sentAt: null, sentBy: '', content: null });
    });
  }

  /** Once more to those whose mail did not arrive or who had no address, at the one they have now. */
  again(viewer: Viewer, id: string): Promise<{ recipients: number }> {
    return this.database.write(viewer, 'message.again', async (tx) => {
      const message = await this.sent(tx, viewer, id);
      const to = await this.messages.againTo(tx, id);
      // Two who share an address now get one mail.
      const each = [...new Map(to.map((it) => [it.mail, it])).values()];
      if (each.length === 0) throw problem(messageProblems, 'message-nobody-again');
      await rowsIn(
        tx,
        sql`update message_recipient set mail = it.mail, outcome = 'GETS', detail = ''
            from jsonb_to_recordset(${JSON.stringify(each)}::jsonb) as it (id uuid, mail text) where message_recipient.id = it.id`,
      );
      await this.mails.send(
        tx,
        viewer,
        message,
        each.map((it) => ({ ...it, origin: message.targets[0]?.title ?? '' })),
        {
          replyTo: message.content?.replyTo ?? (await this.requiredAddress(tx, viewer)),
          networkId: networkOf(message),
          notBefore: this.clock.now(),
        },
      );
      return { recipients: each.length };
    });
  }

  /** Who got a mail is forgotten with the mails; how many did stays in the archive. */
  async sweep(): Promise<number> {
    const due = sql`select message.id from message where message.sent_at < ${this.clock.now()}::timestamptz - ${RECIPIENTS_KEPT}
      and exists (select 1 from message_recipient where message_recipient.message_id = message.id) limit 20`;
    const messages = await this.database.rows<{ id: string }>(due);
    for (const { id } of messages)
      await this.database.write(systemViewer, 'message.sweep', async (tx) => {
        const { counts, content } = await this.messages.find(systemViewer, id);
        if (!content || !counts) return;
        const kept = JSON.stringify({ ...content, counts });
        await rowsIn(tx, sql`update message set content = ${kept}::jsonb where id = ${id}`);
        await rowsIn(tx, sql`delete from message_recipient where message_id = ${id}`);
      });
    return messages.length;
  }

  private recallable({ sentAt, mayChange, counts }: FoundMessage): MessageView['recallable'] {
    if (!sentAt || !mayChange || !counts) return null;
    const left = sentAt.getTime() + recallSeconds * 1000 - this.clock.now().getTime();
    const recipients = counts.chosen - counts.notReached;
    return left > 0 ? { recipients, secondsLeft: Math.ceil(left / 1000) } : null;
  }

  private async draft(tx: EntityManager, viewer: Viewer, id: string): Promise<FoundMessage> {
    const message = await this.changeable(tx, viewer, id);
    if (message.sentAt) throw problem(messageProblems, 'message-sent');
    return message;
  }

  private async sent(tx: EntityManager, viewer: Viewer, id: string): Promise<FoundMessage> {
    const message = await this.changeable(tx, viewer, id);
    if (!message.sentAt) throw problem(messageProblems, 'message-not-sent');
    return message;
  }

  private async changeable(tx: EntityManager, viewer: Viewer, id: string): Promise<FoundMessage> {
    const message = await this.messages.toChange(tx, viewer, id);
    if (!message) throw problem(generalProblems, 'not-found');
    return message;
  }

  private async ownAddress(tx: EntityManager, viewer: Viewer): Promise<string> {
    const account = await oneIn<{ mail: string }>(
      tx,
      sql`select mail from account where id = ${viewer.accountId ?? null}::uuid`,
    );
    return account?.mail ?? '';
  }

  private async requiredAddress(tx: EntityManager, viewer: Viewer): Promise<string> {
    const address = await this.ownAddress(tx, viewer);
    if (!address) throw problem(messageProblems, 'message-no-own-address');
    return address;
  }
}

function assertWritten({ subject, text, filesAs, files }: FoundMessage): void {
  if (!subject.trim() || !text.trim()) throw problem(messageProblems, 'message-empty');
  if (filesAs === 'ATTACHED' && !fitIntoMail(files.map(({ size }) => size)))
    throw problem(messageProblems, 'message-files-too-large');
}

/** In whose mailbox its mails stand besides that of whoever sent it. */
function networkOf({ targets }: FoundMessage): string | null {
  return targets.find(({ kind }) => kind === 'NETWORK')?.id ?? null;
}
