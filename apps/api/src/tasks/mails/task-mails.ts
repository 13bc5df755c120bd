import { Inject, Injectable } from '@nestjs/common';
import sql, { join } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { greetingTo } from '@runder-tisch/domain/text';
import { addDays, berlinDay, type Day, sameTimeOn } from '@runder-tisch/domain/time';
import { MailLinks } from '../../access/mail-links';
import type { Viewer } from '../../access/viewer';
import { type AppOptions, APP_OPTIONS } from '../../app-options';
import { Clock } from '../../clock';
import { newId } from '../../database/new-id';
import { oneIn, rowsIn } from '../../database/rows';
import { asMailHtml } from '../../documents/as-mail-html';
import { asText } from '../../documents/as-text';
import { type MailFrame, mailFooterLines } from '../../documents/mail-frame';
import { MailIdentitySource } from '../../outbox/mail-identity';
import { Outbox } from '../../outbox/outbox';
import { PageIdentitySource } from '../../pages/page-identity-source';
import { Tasks } from '../tasks';
import { type Addressee, addressees, doersOf } from './task-addressees';
import { taskLetter, type TaskLetterFacts } from './task-letter';

export const TASK_MAILS_LINK = 'task-mails';
const LINK_DAYS = 180;

export interface TaskMailRun {
  batchId: string;
  notBefore?: Date;
}

/** Writes mails about tasks: one to each address on one day, with everything that is to be said in it. */
@Injectable()
export class TaskMails {
  constructor(
    private readonly tasks: Tasks,
    private readonly outbox: Outbox,
    private readonly links: MailLinks,
    private readonly senders: MailIdentitySource,
    private readonly identities: PageIdentitySource,
    private readonly clock: Clock,
    @Inject(APP_OPTIONS) private readonly options: AppOptions,
  ) {}

  /** Answers whether it was written: a second one on the same day is not, whichever process asks. */
  async write(
    tx: EntityManager,
    viewer: Viewer,
    kind: TaskLetterFacts['kind'],
    to: Addressee,
    run: TaskMailRun,
  ): Promise<boolean> {
    const today = berlinDay(this.clock.now());
    const mail = await oneIn<{ id: string }>(
      tx,
      sql`insert into task_mail (id, mail, kind, day, batch_id) values (${newId()}, ${to.mail}, ${kind}, ${today}::date, ${run.batchId})
          on conflict on constraint task_mail_once_a_day do nothing returning id`,
    );
    const [first] = to.tasks;
    if (!mail || !first) return false;
    await rowsIn(
      tx,
      sql`insert into task_mail_item (task_mail_id, task_id, due_on)
          values ${join(to.tasks.map(({ id, dueOn }) => sql`(${mail.id}::uuid, ${id}::uuid, ${dueOn}::date)`))}`,
    );
    const inNetworks = to.tasks.every(({ networkId }) => networkId !== null);
    const { senderName } = await this.senders.identity(tx);
    const letter = taskLetter({
      kind,
      hello: greetingTo({ person: to.addressed, name: to.name, mailbox: to.personId === null }),
      tasks: await this.told(tx, kind, to),
      from: senderName,
      today,
      listUrl:
        kind === 'OVERDUE'
          ? this.links.url(`/heute/aufgaben?due=OVERDUE${inNetworks ? '&of=networks' : ''}`)
          : null,
      optOutUrl: await this.optOutUrl(tx, mail.id, to.personId, today),
    });
    const { countyName } = await this.identities.pageIdentity();
    const frame: MailFrame = {
      countyName,
      publicUrl: this.options.publicUrl,
      why:
        kind === 'REMINDER'
          ? 'Sie erhalten diese Mail, weil Sie eine Aufgabe übernommen haben.'
          : inNetworks
            ? 'Sie erhalten diese Mail, weil Sie ein Netzwerk koordinieren, in dem etwas überfällig ist.'
            : 'Sie erhalten diese Mail, weil Sie Sitzungen betreuen, aus denen eine Aufgabe überfällig ist.',
      sender: senderName,
    };
    const networks = new Set(to.tasks.map(({ networkId }) => networkId));
    await this.outbox.enqueue(tx, {
      to: { name: to.name, address: to.address },
      subject: letter.subject,
      text: asText(letter.content, { publicUrl: frame.publicUrl, footer: mailFooterLines(frame) }),
      html: asMailHtml(letter.content, frame),
      purpose: kind === 'REMINDER' ? 'task-reminder' : 'task-overdue',
      objectKind: 'task',
      objectId: first.id,
      fromName: senderName,
      personId: to.personId,
      networkId: networks.size === 1 ? first.networkId : null,
      accountId: viewer.accountId,
      ...run,
    });
    return true;
  }

  /** Whoever does these tasks is told of them now. By task: who was told, and whether there was anybody to tell. */
  async remindNow(
    tx: EntityManager,
    viewer: Viewer,
    ids: readonly string[],
    run: TaskMailRun,
  ): Promise<Map<string, { sent: string[]; asked: boolean }>> {
    const today = berlinDay(this.clock.now());
    const doers = doersOf(today, sql`it.id = any(${[...ids]}::uuid[])`);
    const asked = await rowsIn<{ id: string }>(
      tx,
      sql`select distinct doer.task_id as id from (${doers}) doer`,
    );
    const told = new Map(asked.map(({ id }) => [id, { sent: [] as string[], asked: true }]));
    for (const to of await rowsIn<Addressee>(tx, addressees(doers, sql`true`, sql`true`))) {
      if (!(await this.write(tx, viewer, 'REMINDER', to, run))) continue;
      for (const { id } of to.tasks) told.get(id)?.sent.push(to.name);
    }
    return told;
  }

  private async told(
    tx: EntityManager,
    kind: TaskLetterFacts['kind'],
    { tasks, personId }: Addressee,
  ): Promise<TaskLetterFacts['tasks']> {
    const told: TaskLetterFacts['tasks'][number][] = [];
    for (const task of tasks) {
      const href =
        kind === 'REMINDER'
          ? await this.tasks.link(tx, task.id, personId)
          : this.links.url(`/heute/aufgaben?aufgabe=${task.id}`);
      told.push({ ...task, href });
    }
    return told;
  }

  private async optOutUrl(
    tx: EntityManager,
    mailId: string,
    personId: string | null,
    today: Day,
  ): Promise<string> {
    const token = await this.links.create(tx, {
      purpose: TASK_MAILS_LINK,
      personId,
      objectKind: 'task-mail',
      objectId: mailId,
      expiresAt: sameTimeOn(this.clock.now(), addDays(today, LINK_DAYS)),
    });
    return this.links.url(`/aufgaben-mails/${token}`);
  }
}
