import { Injectable, type OnModuleInit } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  addDays,
  berlinDay,
  berlinDayBounds,
  berlinInstantOrNext,
  type Day,
} from '@runder-tisch/domain/time';
import { systemViewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { newId } from '../../database/new-id';
import { rowsIn } from '../../database/rows';
import { Jobs } from '../../jobs/jobs';
import { keepTaskEvents } from '../task-events';
import { type Addressee, addressees, doersOf, keepersOf } from './task-addressees';
import { TaskMails } from './task-mails';
import type { TaskLetterFacts } from './task-letter';

const QUARTER_MS = 900_000;
/** Nobody is written to at night. */
const FROM = '07:00';
/** Who was here so lately finds their tasks on Heute. */
const AWAY_DAYS = 14;
const KEPT_DAYS = 730;

type Kind = TaskLetterFacts['kind'];

/** Reminds those who do not use the platform before something is due, and tells who looks after a task that it stays undone. */
@Injectable()
export class TaskReminders implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly mails: TaskMails,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every(QUARTER_MS, 'tasks.remind', () => this.run());
  }

  /**
   * Each address in a transaction of its own, together with the note that it was told: killed in between, the next run
   * goes on with those who were not. Answers how many mails were written.
   */
  async run(): Promise<number> {
    const now = this.clock.now();
    const today = berlinDay(now);
    if (now < berlinInstantOrNext({ date: today, time: FROM })) return 0;
    const terms = await this.database.one<{ remind: number; overdue: number; escalate: number }>(
      sql`select task_remind_days as remind, task_overdue_days as overdue, task_escalate_days as escalate from county_settings`,
    );
    if (!terms) return 0;
    await this.forget(today);
    const reminded = terms.remind > 0 ? await this.tell('REMINDER', soonDue(today, now, terms.remind)) : 0;
    const late = addDays(today, -(terms.overdue + terms.escalate));
    return reminded + (terms.escalate > 0 ? await this.tell('OVERDUE', longLate(today, late)) : 0);
  }

  private async tell(kind: Kind, due: (mail: string | null) => Sql): Promise<number> {
    let told = 0;
    for (const { mail } of await this.database.rows<{ mail: string }>(due(null))) {
      told += await this.database.write(systemViewer, `task.${kind.toLowerCase()}-mail`, (tx) =>
        this.tellOne(tx, kind, due(mail)),
      );
    }
    return told;
  }

  /** Asked once more under the transaction: what was done or moved in this moment is not told. */
  private async tellOne(tx: EntityManager, kind: Kind, due: Sql): Promise<number> {
    const [to] = await rowsIn<Addressee>(tx, due);
    const batchId = newId();
    if (!to || !(await this.mails.write(tx, systemViewer, kind, to, { batchId }))) return 0;
    const events = to.tasks.map(({ id }) => ({
      taskId: id,
      kind: kind === 'REMINDER' ? ('REMINDED' as const) : ('ESCALATED' as const),
      after: to.name,
    }));
    await keepTaskEvents(tx, systemViewer, this.clock.now(), events, batchId);
    return 1;
  }

  /** Whom a mail went to is kept as long as other proofs of mails are. */
  private async forget(today: Day): Promise<void> {
    await this.database.rows(
      sql`delete from task_mail where day < ${addDays(today, -KEPT_DAYS)}::date returning id`,
    );
  }
}

/** Whether this day of a task was told to this address already. */
const told = (
  kind: Kind,
): Sql => sql`exists (select 1 from task_mail_item item join task_mail on task_mail.id = item.task_mail_id
  where item.task_id = it.id and item.due_on is not distinct from it.due_on and task_mail.kind = ${kind} and task_mail.mail = lower(duty.address))`;

const notToday = (kind: Kind, today: Day): Sql =>
  sql`not exists (select 1 from task_mail where task_mail.mail = lower(duty.address) and task_mail.kind = ${kind} and task_mail.day = ${today}::date)`;

const only = (mail: string | null): Sql => (mail === null ? sql`true` : sql`lower(duty.address) = ${mail}`);

/** All that is due or late of those who have something that comes due and was not told; given out today is too soon. */
function soonDue(today: Day, now: Date, days: number): (mail: string | null) => Sql {
  const which = sql`it.state = 'OPEN' and it.due_on <= ${addDays(today, days)}::date`;
  const since = new Date(now.getTime() - AWAY_DAYS * 86_400_000);
  const away = sql`not exists (select 1 from account join session on session.account_id = account.id
    where account.person_id = duty.person_id and account.disabled_at is null and session.seen_at > ${since})`;
  return (mail) =>
    addressees(
      doersOf(today, which),
      sql`${away} and ${notToday('REMINDER', today)} and ${only(mail)}`,
      sql`bool_or(it.due_on >= ${today}::date and it.created_at < ${berlinDayBounds(today).from} and not ${told('REMINDER')})`,
    );
}

/** What nobody has told those yet who look after it. */
function longLate(today: Day, day: Day): (mail: string | null) => Sql {
  const which = sql`it.state = 'OPEN' and it.due_on <= ${day}::date`;
  return (mail) =>
    addressees(
      keepersOf(today, which),
      sql`${notToday('OVERDUE', today)} and ${only(mail)} and not ${told('OVERDUE')}`,
      sql`true`,
    );
}
