import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { type EntityManager, In } from 'typeorm';
import { meetingProblems, settledAgenda } from '@runder-tisch/domain/meetings';
import type { OrderAgenda } from '@runder-tisch/domain/meetings/agenda/agenda-requests';
import type { SaveAgendaItem } from '@runder-tisch/domain/meetings/meetings-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database, updateVersioned } from '../../database/database';
import { newId } from '../../database/new-id';
import { oneIn, rowsIn } from '../../database/rows';
import { problem } from '../../problem/problem';
import { Search } from '../../search/search';
import { AgendaItem, type Meeting } from '../meeting.entity';
import { MeetingsRepository } from '../meetings.repository';

/** The points of a meeting, in order. They may change until the minutes are approved. */
@Injectable()
export class AgendaService {
  constructor(
    private readonly database: Database,
    private readonly meetings: MeetingsRepository,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  add(viewer: Viewer, meetingId: string, request: SaveAgendaItem): Promise<{ id: string }> {
    return this.database.write(viewer, 'agenda.add', async (tx) => {
      await this.open(tx, viewer, meetingId);
      return { id: await this.append(tx, meetingId, request) };
    });
  }

  /** Behind the last point, for areas on the right that bring a matter before a meeting. */
  async append(tx: EntityManager, meetingId: string, item: SaveAgendaItem): Promise<string> {
    const last = await oneIn<{ position: number }>(
      tx,
      sql`select coalesce(max(position), 0)::int as position from agenda_item where meeting_id = ${meetingId}`,
    );
    const id = newId();
    const position = (last?.position ?? 0) + 1;
    await tx.insert(AgendaItem, {
      ...item,
      ...fresh,
      id,
      meetingId,
      position,
      level: position === 1 ? 1 : item.level,
    });
    await this.settle(tx, meetingId);
    await this.changed(tx, meetingId);
    return id;
  }

  change(
    viewer: Viewer,
    meetingId: string,
    id: string,
    version: number,
    request: SaveAgendaItem,
  ): Promise<void> {
    return this.database.write(viewer, 'agenda.change', async (tx) => {
      await this.open(tx, viewer, meetingId);
      const { position } = await this.ofMeeting(tx, meetingId, id);
      await updateVersioned(tx, AgendaItem, id, version, {
        ...request,
        level: position === 1 ? 1 : request.level,
      });
      await this.settle(tx, meetingId);
      await this.changed(tx, meetingId);
    });
  }

  remove(viewer: Viewer, meetingId: string, id: string): Promise<void> {
    return this.database.write(viewer, 'agenda.remove', async (tx) => {
      await this.open(tx, viewer, meetingId);
      await this.ofMeeting(tx, meetingId, id);
      const used = await oneIn(
        tx,
        sql`select 1 as used from minutes_entry where agenda_item_id = ${id} limit 1`,
      );
      if (used) throw problem(meetingProblems, 'agenda-item-in-use');
      await tx.delete(AgendaItem, { id });
      await rowsIn(
        tx,
        sql`update agenda_item set position = ordered.position,
              level = case when ordered.position = 1 then 1 else level end
            from (select id, row_number() over (order by position)::int as position from agenda_item where meeting_id = ${meetingId}) ordered
            where ordered.id = agenda_item.id and ordered.position <> agenda_item.position`,
      );
      await this.settle(tx, meetingId);
      await this.changed(tx, meetingId);
    });
  }

  /** The new order names every point once; otherwise somebody else changed the list in between. */
  order(viewer: Viewer, meetingId: string, { ids, nested }: OrderAgenda): Promise<void> {
    return this.database.write(viewer, 'agenda.order', async (tx) => {
      await this.open(tx, viewer, meetingId);
      const known = await tx.findBy(AgendaItem, { meetingId });
      const complete = known.length === ids.length && known.every((item) => ids.includes(item.id));
      if (!complete) throw problem(meetingProblems, 'agenda-order-incomplete');
      await rowsIn(
        tx,
        sql`update agenda_item set position = wanted.position, level = wanted.level, version = version + 1
            from (select wish.id, wish.position, case when wish.position = 1 then 1
                    when ${nested === null} then item.level when wish.id = any(${nested ?? []}::uuid[]) then 2 else 1 end as level
                  from unnest(${[...ids]}::uuid[]) with ordinality as wish (id, position) join agenda_item item on item.id = wish.id) wanted
            where wanted.id = agenda_item.id and (wanted.position, wanted.level) <> (agenda_item.position, agenda_item.level)`,
      );
      await this.settle(tx, meetingId);
      await this.changed(tx, meetingId);
    });
  }

  /**
   * The whole agenda of a meeting that is being planned. A point that keeps its title stays the same one, so that what
   * other areas put there stays with it.
   */
  async replace(tx: EntityManager, meetingId: string, items: readonly SaveAgendaItem[]): Promise<void> {
    const before = await tx.find(AgendaItem, { where: { meetingId }, order: { position: 'ASC' } });
    const kept = items.map((item) => {
      const at = before.findIndex(({ title }) => title === item.title);
      return at < 0 ? null : (before.splice(at, 1)[0]?.id ?? null);
    });
    if (before.length > 0) await tx.delete(AgendaItem, { id: In(before.map(({ id }) => id)) });
    for (const [index, item] of settledAgenda(items).entries()) {
      const facts = { ...item, position: index + 1 };
      const id = kept[index];
      if (id) await tx.update(AgendaItem, { id }, facts);
      else await tx.insert(AgendaItem, { ...facts, ...fresh, id: newId(), meetingId });
    }
  }

  /**
   * What the clock of a device counted. Two devices may follow the same session: the longer time stays, so that telling
   * it again changes nothing.
   */
  took(
    viewer: Viewer,
    meetingId: string,
    id: string,
    seconds: number,
  ): Promise<{ id: string; version: number }> {
    return this.database.write(viewer, 'agenda.used-time', async (tx) => {
      await this.open(tx, viewer, meetingId);
      const { version } = await this.ofMeeting(tx, meetingId, id);
      await rowsIn(
        tx,
        sql`update agenda_item set used_seconds = greatest(coalesce(used_seconds, 0), ${seconds}::int) where id = ${id}`,
      );
      return { id, version };
    });
  }

  async open(tx: EntityManager, viewer: Viewer, meetingId: string): Promise<Meeting> {
    const meeting = await this.meetings.toChange(tx, viewer, meetingId);
    if (meeting.state === 'CANCELLED') throw problem(meetingProblems, 'meeting-cancelled');
    if (meeting.state === 'MINUTES_APPROVED') throw problem(meetingProblems, 'meeting-over');
    return meeting;
  }

  /** A committee was called with its agenda: what changes in it later may come too late. */
  private async changed(tx: EntityManager, meetingId: string): Promise<void> {
    await this.search.refresh(tx, 'meeting', [meetingId]);
    await rowsIn(
      tx,
      sql`update meeting set agenda_changed_at = ${this.clock.now()}
          where id = ${meetingId} and type = 'COMMITTEE' and state = 'INVITED'`,
    );
  }

  /** A subpoint is seen by whoever sees its point, wherever either of them was put. */
  private async settle(tx: EntityManager, meetingId: string): Promise<void> {
    const items = await tx.find(AgendaItem, { where: { meetingId }, order: { position: 'ASC' } });
    for (const [index, { id, level, visibility }] of settledAgenda(items).entries()) {
      if (items[index]?.visibility === visibility) continue;
      await tx.update(AgendaItem, { id }, { level, visibility });
    }
  }

  private async ofMeeting(tx: EntityManager, meetingId: string, id: string): Promise<AgendaItem> {
    const item = await tx.findOneBy(AgendaItem, { id, meetingId });
    if (!item) throw problem(generalProblems, 'not-found');
    return item;
  }
}

const fresh = { usedSeconds: null, version: 1 };
