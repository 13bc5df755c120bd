import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { reminderLimits, reminderProblems } from '@runder-tisch/domain/reminders';
import type { AddReminder, SaveReminder } from '@runder-tisch/domain/reminders/reminders-requests';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database, updateVersioned } from '../database/database';
import { type ChangeRights, forChange } from '../database/for-change';
import { newId } from '../database/new-id';
import { oneIn, rowsIn } from '../database/rows';
import { visibleKind } from '../kinds';
import { problem } from '../problem/problem';
import { Reminder } from './reminder.entity';
import { ownReminders } from './reminders-sql';

/** What an account wants to see again. Nobody else learns of it. */
@Injectable()
export class RemindersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** To keep at hand what already is changes nothing. */
  async add(viewer: Viewer, { kind, objectId, dueOn, note }: AddReminder): Promise<{ id: string }> {
    await visibleKind(this.database, viewer, kind, objectId);
    this.assertDay(dueOn);
    return this.database.write(viewer, 'reminder.add', async (tx) => {
      // Two windows that press at once wait for each other.
      const accountId = viewer.accountId as string;
      await rowsIn(tx, sql`select id from account where id = ${accountId} for no key update`);
      const known = await oneIn<{ open: number; star: string | null }>(
        tx,
        sql`select count(*)::int as open, min(case when due_on is null and object_id = ${objectId} then id::text end) as star
            from reminder where account_id = ${accountId} and done_at is null`,
      );
      if (dueOn === null && known?.star) return { id: known.star };
      if ((known?.open ?? 0) >= reminderLimits.open) throw problem(reminderProblems, 'reminder-too-many');
      const id = newId();
      const of = kind === 'person' ? 'personId' : kind === 'organisation' ? 'organisationId' : 'otherId';
      await tx.insert(Reminder, {
        id,
        accountId,
        objectKind: kind,
        [of]: objectId,
        dueOn,
        note,
        doneAt: null,
        createdAt: this.clock.now(),
        version: 1,
      });
      return { id };
    });
  }

  change(viewer: Viewer, id: string, version: number, { dueOn, note }: SaveReminder): Promise<void> {
    return this.database.write(viewer, 'reminder.change', async (tx) => {
      const before = await own(tx, viewer, id);
      if (dueOn !== before.dueOn) this.assertDay(dueOn);
      await updateVersioned(tx, Reminder, id, version, { dueOn, note });
    });
  }

  /** A second click changes nothing. */
  setDone(viewer: Viewer, id: string, done: boolean): Promise<void> {
    return this.database.write(viewer, done ? 'reminder.done' : 'reminder.reopen', async (tx) => {
      const before = await own(tx, viewer, id);
      if (before.done === done) return;
      await updateVersioned(tx, Reminder, id, before.version, { doneAt: done ? this.clock.now() : null });
    });
  }

  remove(viewer: Viewer, id: string): Promise<void> {
    return this.database.write(viewer, 'reminder.remove', async (tx) => {
      await own(tx, viewer, id);
      await tx.delete(Reminder, { id });
    });
  }

  private assertDay(dueOn: string | null): void {
    if (dueOn !== null && dueOn < berlinDay(this.clock.now()))
      throw problem(reminderProblems, 'reminder-day-past', 'dueOn');
  }
}

/** One's own under its lock. */
function own(
  tx: EntityManager,
  viewer: Viewer,
  id: string,
): Promise<{ version: number; dueOn: string | null; done: boolean }> {
  const rights: ChangeRights = {
    table: 'reminder',
    visible: ownReminders(viewer),
    may: ownReminders(viewer),
  };
  return forChange(
    tx,
    rights,
    id,
    sql`it.version, it.due_on::text as "dueOn", it.done_at is not null as done`,
  );
}
