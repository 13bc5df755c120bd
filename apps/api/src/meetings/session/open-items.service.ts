import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  meetingProblems,
  type OpenItemMark,
  type ProtocolOpenItem,
  sessionProblems,
} from '@runder-tisch/domain/meetings';
import type { PutOpenItem } from '@runder-tisch/domain/meetings/session/session-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import { formatDate } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { oneIn, rowsIn } from '../../database/rows';
import { problem } from '../../problem/problem';
import { Tasks } from '../../tasks/tasks';
import { meetingToChange } from '../meetings.repository';
import { Agreements } from '../protocol/agreements';
import { leftOpen, openItems } from './open-items-sql';

interface SaidItem {
  taskId: string | null;
  mark: OpenItemMark;
  movedTo: string | null;
  dueOn: string | null;
  version: number;
}

/** What a meeting says of tasks and Vereinbarungen that earlier ones left open; its minutes keep it as it was said. */
@Injectable()
export class OpenItems {
  constructor(
    private readonly database: Database,
    private readonly tasks: Tasks,
    private readonly agreements: Agreements,
    private readonly clock: Clock,
  ) {}

  /** Repeating it changes nothing; what another device said meanwhile is not written over. */
  put(
    viewer: Viewer,
    meetingId: string,
    itemId: string,
    version: number,
    { mark, movedTo }: PutOpenItem,
  ): Promise<{ id: string; version: number }> {
    return this.database.write(viewer, 'open-item.put', async (tx) => {
      const meeting = await meetingToChange(tx, viewer, meetingId);
      if (meeting.state === 'MINUTES_APPROVED') throw problem(sessionProblems, 'minutes-approved');
      if (meeting.state === 'CANCELLED') throw problem(meetingProblems, 'meeting-cancelled');
      const known = await this.known(tx, meetingId, itemId);
      const said = known ?? (await this.first(tx, meetingId, itemId));
      if (!said) throw problem(generalProblems, 'not-found');
      if (mark === 'MOVED' && (said.taskId === null || movedTo === null))
        throw problem(sessionProblems, 'open-item-needs-day', [{ path: 'movedTo', code: 'missing' }]);
      const to = mark === 'MOVED' ? movedTo : null;
      if (said.version !== version) {
        if (said.version === version + 1 && said.mark === mark && said.movedTo === to)
          return { id: itemId, version: said.version };
        throw problem(sessionProblems, 'line-changed-elsewhere');
      }
      const note = `Gesagt in der Sitzung am ${formatDate(meeting.startsAt ?? this.clock.now())}.`;
      await this.settle(tx, viewer, itemId, said, { mark, movedTo: to }, note);
      await rowsIn(
        tx,
        sql`update meeting_open_item set mark = ${mark}, moved_to = ${to}::date, version = version + 1
            where meeting_id = ${meetingId} and item_id = ${itemId} returning item_id`,
      );
      return { id: itemId, version: said.version + 1 };
    });
  }

  /** The session ends, and its state does not say so yet: what nobody spoke of is kept as still open, as it stands now. */
  async ended(tx: EntityManager, meetingId: string): Promise<void> {
    await rowsIn(
      tx,
      sql`insert into meeting_open_item (meeting_id, task_id, minutes_entry_id, mark, title, who, due_on, visibility, version)
          select it.id, case when left_open.kind = 'TASK' then left_open.id end, case when left_open.kind = 'AGREEMENT' then left_open.id end,
                 'OPEN', left_open.title, left_open.who, left_open.due_on, left_open.visibility, 1
          from meeting it cross join lateral (${leftOpen}) left_open where it.id = ${meetingId}
          on conflict (meeting_id, item_id) do nothing returning item_id`,
    );
  }

  printed(tx: EntityManager, meetingId: string): Promise<ProtocolOpenItem[]> {
    return rowsIn(
      tx,
      sql`select item.kind, item.title, item.who, item.due_on::text as "dueOn", item.mark, item.moved_to::text as "movedTo", item.visibility
          from meeting it cross join lateral (${openItems}) item where it.id = ${meetingId}
          order by item.kind desc, item.due_on nulls last, item.title, item.id`,
    );
  }

  private known(tx: EntityManager, meetingId: string, itemId: string): Promise<SaidItem | undefined> {
    return oneIn<SaidItem>(
      tx,
      sql`select task_id as "taskId", mark, moved_to::text as "movedTo", due_on::text as "dueOn", version
          from meeting_open_item where meeting_id = ${meetingId} and item_id = ${itemId} for update`,
    );
  }

  /** As it stands before the first word about it; two devices at once meet at its key. */
  private async first(tx: EntityManager, meetingId: string, itemId: string): Promise<SaidItem | undefined> {
    await rowsIn(
      tx,
      sql`insert into meeting_open_item (meeting_id, task_id, minutes_entry_id, mark, title, who, due_on, visibility, version)
          select it.id, case when item.kind = 'TASK' then item.id end, case when item.kind = 'AGREEMENT' then item.id end,
                 'OPEN', item.title, item.who, item.due_on, item.visibility, 0
          from meeting it cross join lateral (${openItems}) item where it.id = ${meetingId} and item.id = ${itemId}
          on conflict (meeting_id, item_id) do nothing returning item_id`,
    );
    return this.known(tx, meetingId, itemId);
  }

  /** Takes back what was said before, then does what is said now. */
  private async settle(
    tx: EntityManager,
    viewer: Viewer,
    itemId: string,
    before: SaidItem,
    now: { mark: OpenItemMark; movedTo: string | null },
    note: string,
  ): Promise<void> {
    if (before.taskId === null) {
      if (before.mark !== now.mark)
        await this.agreements.settleIn(tx, viewer, itemId, now.mark === 'DONE', note);
      return;
    }
    if (before.mark === 'DONE' && now.mark !== 'DONE')
      await this.tasks.settle(tx, viewer, itemId, { move: 'reopen' }, note);
    if (before.mark === 'MOVED' && now.mark !== 'MOVED')
      await this.tasks.settle(tx, viewer, itemId, { dueOn: before.dueOn, insteadOf: before.movedTo }, note);
    if (now.mark === 'DONE' && before.mark !== 'DONE')
      await this.tasks.settle(tx, viewer, itemId, { move: 'done' }, note);
    if (now.mark === 'MOVED') await this.tasks.settle(tx, viewer, itemId, { dueOn: now.movedTo }, note);
  }
}
