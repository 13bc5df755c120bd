import { Injectable } from '@nestjs/common';
import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { NamedReference } from '@runder-tisch/domain/lists';
import {
  type HandedKind,
  handedKinds,
  type HeldItem,
  SUCCESSION_UNDO_DAYS,
  type SuccessionRun,
  type SuccessionView,
} from '@runder-tisch/domain/succession';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../access/viewer';
import { visiblePeople } from '../actors/actors-access';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { personNameOf } from '../database/person-name';
import { changeableMeetings } from '../meetings/meetings-access';
import { openInvitation } from '../meetings/invitations/invitation-handover';
import { type Handover, handovers, type Moment } from './handovers';

type HeldRow = HeldItem & { may: boolean };

const DAY_MS = 86_400_000;

@Injectable()
export class SuccessionRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Everything somebody holds today, in one statement. */
  async view(viewer: Viewer, personId: string): Promise<SuccessionView> {
    const now = this.clock.now();
    const { held, ...found } = await this.database.found<{
      person: NamedReference;
      held: HeldRow[];
      runs: Omit<SuccessionRun, 'until'>[];
    }>(sql`
      select json_build_object('id', it.id, 'name', ${personNameOf('it')}) as person,
        coalesce((select json_agg(json_build_object('kind', held.kind, 'id', held.id, 'title', held.title, 'detail', held.detail, 'day', held.day,
            'path', held.path, 'may', held.may) order by array_position(${[...handedKinds]}::text[], held.kind), held.title, held.id)
          from (${heldBy(viewer, sql`${personId}::uuid`, { day: berlinDay(now), now })}) held), '[]') as held,
        coalesce((select json_agg(json_build_object('id', run.id, 'fromDay', run.from_day, 'by', run.handed_by, 'at', run.handed_at,
            'items', (select count(*) from succession_step where succession_id = run.id),
            'from', json_build_object('id', one.id, 'name', ${personNameOf('one')}),
            'to', json_build_object('id', other.id, 'name', ${personNameOf('other')})) order by run.handed_at desc, run.id)
          from succession run join person one on one.id = run.person_id join person other on other.id = run.successor_id
          where it.id in (run.person_id, run.successor_id) and run.undone_at is null and run.handed_at > ${oldest(now)}), '[]') as runs
      from person it where it.id = ${personId} and ${visiblePeople(viewer)}`);
    const others = handedKinds.flatMap((kind) => {
      // Somebody's notes to themselves are not even counted for others.
      const count = kind === 'reminder' ? 0 : held.filter((it) => it.kind === kind && !it.may).length;
      return count > 0 ? [{ kind, count }] : [];
    });
    return {
      person: found.person,
      items: held.filter((it) => it.may).map(({ may: _may, ...item }) => item),
      others,
      runs: found.runs.map((run) => ({
        ...run,
        at: new Date(run.at).toISOString(),
        until: new Date(new Date(run.at).getTime() + SUCCESSION_UNDO_DAYS * DAY_MS).toISOString(),
      })),
    };
  }
}

/** What was handed over before is done for good. */
export function oldest(now: Date): Date {
  return new Date(now.getTime() - SUCCESSION_UNDO_DAYS * DAY_MS);
}

/** What stands in the column of this kind for a person. */
export function valueOf({ value }: Handover, personId: Sql): Sql {
  return value ? value(personId) : personId;
}

/** Rows `kind, id, title, detail, day, path, may` of all kinds. */
function heldBy(viewer: Viewer, personId: Sql, moment: Moment): Sql {
  return join(
    [
      ...handovers.map(
        (
          it,
        ) => sql`select ${it.kind}::text as kind, it.id, coalesce(${it.title}, '') as title, coalesce(${it.detail}, '') as detail, ${it.day ?? sql`null::date`} as day,
          ${it.path} as path, coalesce(${it.may(viewer)}, false) as may
        from ${raw(it.table)} it where it.${raw(it.column)} = ${valueOf(it, personId)} and ${it.held(moment)}`,
      ),
      sql`select ${'invitation' satisfies HandedKind}::text, invitation.id, it.title,
          '', (it.starts_at at time zone 'Europe/Berlin')::date, '/termine/' || it.id,
          coalesce(${changeableMeetings(viewer)}, false)
        from invitation join meeting it on it.id = invitation.meeting_id
        where invitation.person_id = ${personId} and ${openInvitation(moment.now)}`,
    ],
    ' union all ',
  );
}
