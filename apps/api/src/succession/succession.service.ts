import { Injectable } from '@nestjs/common';
import sql, { raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { actorProblems } from '@runder-tisch/domain/actors';
import { generalProblems } from '@runder-tisch/domain/problem';
import { type HandedOverView, handedKindLabels, successionProblems } from '@runder-tisch/domain/succession';
import type { HandOver } from '@runder-tisch/domain/succession/succession-requests';
import { addDays, berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../access/viewer';
import { visiblePeople } from '../actors/actors-access';
import { PeopleService } from '../actors/people/people.service';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { personNameOf } from '../database/person-name';
import { oneIn, rowsIn } from '../database/rows';
import { InvitationHandover, type NextInvitee } from '../meetings/invitations/invitation-handover';
import { onConflict } from '../problem/on-conflict';
import { problem } from '../problem/problem';
import { Search } from '../search/search';
import { type Handover, handovers } from './handovers';
import { valueOf } from './succession.repository';
import { type Step, SuccessionSteps } from './succession-steps';

export interface Hand {
  tx: EntityManager;
  viewer: Viewer;
  personId: string;
  next: NextInvitee;
  fromDay: string;
  steps: SuccessionSteps;
  notes: string[];
}

interface HeldRow {
  id: string;
  title: string;
  path: string | null;
  taken: boolean;
  /** Of rows with days. */
  fromDay: string | null;
  toDay: string | null;
}

/** Everything one person holds, or what is chosen of it, goes to another in one transaction. */
@Injectable()
export class SuccessionService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly invitations: InvitationHandover,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  handOver(viewer: Viewer, personId: string, request: HandOver): Promise<HandedOverView> {
    return onConflict(actorProblems, { person_mail: ['person-mail-taken', 'newPerson.mail'] }, () =>
      this.database.write(viewer, 'person.hand-over', async (tx) => {
        const next = await this.successor(tx, viewer, personId, request);
        const id = newId();
        await rowsIn(
          tx,
          sql`insert into succession (id, person_id, successor_id, from_day, handed_by, handed_at)
              values (${id}, ${personId}, ${next.personId}, ${request.fromDay}, ${viewer.displayName}, ${this.clock.now()})`,
        );
        const steps = new SuccessionSteps(tx, id);
        const hand: Hand = { tx, viewer, personId, next, fromDay: request.fromDay, steps, notes: [] };
        for (const handover of handovers) {
          const ids = request.items.filter((it) => it.kind === handover.kind).map((it) => it.id);
          if (ids.length > 0) await this.take(hand, handover, [...new Set(ids)]);
        }
        const asked = request.items.filter((it) => it.kind === 'invitation').map((it) => it.id);
        const mails = await this.invite(hand, [...new Set(asked)]);
        await this.search.refresh(tx, 'person', [personId, next.personId]);
        return {
          id,
          successor: { id: next.personId, name: next.name },
          items: steps.count,
          notes: hand.notes,
          mails,
        };
      }),
    );
  }

  /** Both people under their locks, in one order; a new one is entered on the way. */
  private async successor(
    tx: EntityManager,
    viewer: Viewer,
    personId: string,
    { successorId, newPerson }: HandOver,
  ): Promise<NextInvitee> {
    if ((successorId === null) === (newPerson === null))
      throw problem(successionProblems, 'succession-nobody', 'successorId');
    if (successorId === personId) throw problem(successionProblems, 'succession-oneself', 'successorId');
    const id = successorId ?? (newPerson ? await this.people.insert(tx, newPerson) : personId);
    const rows = await rowsIn<{ id: string; name: string; mail: string }>(
      tx,
      sql`select it.id, ${personNameOf('it')} as name, it.mail from person it
          where it.id in (${personId}, ${id}) and ${visiblePeople(viewer)} order by it.id for update`,
    );
    const next = rows.find((row) => row.id === id);
    if (!next || !rows.some((row) => row.id === personId)) throw problem(generalProblems, 'not-found');
    return { personId: id, name: next.name, mail: next.mail };
  }

  private async take(hand: Hand, handover: Handover, ids: readonly string[]): Promise<void> {
    const { tx, viewer, personId, next } = hand;
    const now = this.clock.now();
    const from = valueOf(handover, sql`${personId}::uuid`);
    const to = valueOf(handover, sql`${next.personId}::uuid`);
    if (!(await hasValue(tx, to))) {
      hand.notes.push(
        `${handedKindLabels[handover.kind]}: ${next.name} hat kein Konto, sie bleiben, wo sie sind.`,
      );
      return;
    }
    const days =
      handover.way === 'end' ? sql`it.from_day::text, it.to_day::text` : sql`null::text, null::text`;
    const rows = await rowsIn<HeldRow>(
      tx,
      sql`select found.id, found.title, found.path, found.taken, found.from_day as "fromDay", found.to_day as "toDay" from (
            select it.id, coalesce(${handover.title}, '') as title, ${handover.path} as path,
              ${handover.taken?.(to) ?? sql`false`} as taken, ${days}
            from ${raw(handover.table)} it where it.id = any(${ids}::uuid[]) and it.${raw(handover.column)} = ${from}
              and ${handover.held({ day: berlinDay(now), now })} and ${handover.may(viewer)}
            order by it.id for update of it) as found (id, title, path, taken, from_day, to_day)`,
    );
    if (rows.length !== ids.length) throw problem(successionProblems, 'succession-changed');
    for (const row of rows) await this.give(hand, handover, row, to);
  }

  private async give(hand: Hand, handover: Handover, row: HeldRow, to: Sql): Promise<void> {
    const { tx, fromDay, steps, next } = hand;
    const told = { kind: handover.kind, title: row.title, path: row.path, rowId: row.id };
    if (handover.way === 'change' || (!row.taken && row.fromDay !== null && row.fromDay >= fromDay)) {
      const value = row.taken ? sql`null` : to;
      if (row.taken)
        hand.notes.push(`${row.title}: ${next.name} vertritt sich nicht selbst; die Vertretung ist frei.`);
      await setColumn(tx, handover, row.id, value);
      await this.beside(hand, handover, row.id, to);
      await steps.add({ ...told, way: 'change', addedId: null, before: null });
      return;
    }
    const lastDay = addDays(fromDay, -1);
    const ended = row.fromDay !== null && lastDay < row.fromDay ? row.fromDay : lastDay;
    await rowsIn(
      tx,
      sql`update ${raw(handover.table)} set to_day = ${ended}::date, version = version + 1 where id = ${row.id}`,
    );
    const step: Omit<Step, 'way'> = { ...told, addedId: null, before: row.toDay };
    if (row.taken) {
      hand.notes.push(`${row.title}: ${next.name} hat dort schon einen Platz; der bisherige endet.`);
      await steps.add({ ...step, way: 'end' });
      if (handover.kind === 'network-seat') await this.promote(hand, row);
      return;
    }
    const addedId = newId();
    const fresh = {
      id: addedId,
      [handover.column]: next.personId,
      from_day: fromDay,
      version: 1,
      created_at: this.clock.now(),
    };
    await rowsIn(
      tx,
      sql`insert into ${raw(handover.table)} select (jsonb_populate_record(null::${raw(handover.table)},
            to_jsonb(it) || jsonb_build_object('to_day', ${row.toDay}::date) || ${JSON.stringify(fresh)}::jsonb)).*
          from ${raw(handover.table)} it where it.id = ${row.id}`,
    );
    // Whom the successor was to deputise for, they are now.
    if (handover.kind === 'network-seat')
      await rowsIn(
        tx,
        sql`update membership set deputy_person_id = null where id = ${addedId} and deputy_person_id = person_id`,
      );
    if (handover.leaning) await steps.lean(handover.leaning, row.id, addedId);
    await steps.add({ ...step, way: 'end', addedId });
  }

  /** Whoever sits there already takes over the task of the one who leaves, if that was the greater one. */
  private async promote({ tx, next, steps }: Hand, row: HeldRow): Promise<void> {
    const own = await oneIn<{ id: string; role: string }>(
      tx,
      sql`select own.id, own.role from membership left_seat join membership own on own.network_id = left_seat.network_id
            and own.organisation_id is not distinct from left_seat.organisation_id and own.person_id = ${next.personId} and own.to_day is null
          where left_seat.id = ${row.id} and left_seat.role in ('COORDINATOR', 'SPEAKER') and own.role in ('MEMBER', 'GUEST', 'SPEAKER')
            and own.role <> left_seat.role for update of own`,
    );
    if (!own) return;
    await rowsIn(
      tx,
      sql`update membership set role = (select role from membership where id = ${row.id}), version = version + 1 where id = ${own.id}`,
    );
    await steps.add({
      kind: 'network-seat',
      way: 'role',
      title: row.title,
      path: row.path,
      rowId: own.id,
      addedId: null,
      before: own.role,
    });
  }

  private async beside({ tx, viewer }: Hand, handover: Handover, id: string, to: Sql): Promise<void> {
    const statement = handover.beside?.(id, to, viewer.displayName, this.clock.now(), newId());
    if (statement) await rowsIn(tx, statement);
  }

  /** Answers how many mails leave. */
  private async invite(hand: Hand, ids: readonly string[]): Promise<number> {
    const { tx, viewer, next, steps, notes } = hand;
    if (ids.length === 0) return 0;
    if (next.mail === '') {
      notes.push(
        `${handedKindLabels.invitation}: ${next.name} hat keine Mailadresse; sie bleiben, wo sie sind.`,
      );
      return 0;
    }
    let mails = 0;
    for (const id of ids) {
      const meeting = await oneIn<{ title: string; path: string }>(
        tx,
        sql`select it.title, '/termine/' || it.id as path from invitation join meeting it on it.id = invitation.meeting_id
            where invitation.id = ${id} and invitation.person_id = ${hand.personId}`,
      );
      const taken = meeting ? await this.invitations.take(tx, viewer, id, next) : null;
      if (!meeting || !taken) throw problem(successionProblems, 'succession-changed');
      if (taken.mailed) mails += 1;
      // The old row may be gone, where nothing about it ever left.
      await steps.add({
        kind: 'invitation',
        way: 'invitation',
        ...meeting,
        rowId: id,
        addedId: taken.id,
        before: null,
      });
    }
    return mails;
  }
}

export async function setColumn(
  tx: EntityManager,
  { table, column }: Handover,
  id: string,
  value: Sql,
): Promise<void> {
  await rowsIn(
    tx,
    sql`update ${raw(table)} set ${raw(column)} = ${value}, version = version + 1 where id = ${id}`,
  );
}

async function hasValue(tx: EntityManager, value: Sql): Promise<boolean> {
  const found = await oneIn<{ there: boolean }>(tx, sql`select ${value} is not null as there`);
  return found?.there ?? false;
}
