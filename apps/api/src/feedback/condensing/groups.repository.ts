import { Injectable } from '@nestjs/common';
import sql, { raw, type Sql } from 'sql-template-tag';
import type { GroupListItem, GroupProposalView, GroupView } from '@runder-tisch/domain/feedback';
import { isDismissed, proposeGroups } from '@runder-tisch/domain/feedback/condensing/propose-groups';
import { berlinDay } from '@runder-tisch/domain/time';
import type { NamedReference, Page } from '@runder-tisch/domain/lists';
import type { ListQuery } from '@runder-tisch/domain/lists/list-requests';
import type { Viewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { byId, listPage } from '../../database/list-page';
import { contains } from '../../database/words';
import { Clock } from '../../clock';
import { fourEyes, waitsForRelease } from '../answers/releases-access';
import { assignedView } from '../assignments/assignments-access';
import { handledFeedback } from '../feedback-access';
import { keptGroups } from './condensing-access';

/** So many of the newest unanswered ones are held against each other, and so many groups are shown. */
const COMPARED = 600;
// Written out: where the database does not know how many are wanted, it plans the statement anew each time.
const NEWEST = raw(String(COMPARED));
const PROPOSED = 12;
const EXCERPT = 160;

const open = sql`('TRIAGED', 'LINKED', 'DECIDED')`;

interface Comparable {
  id: string;
  number: string;
  text: string;
  fieldId: string | null;
  fieldName: string | null;
  municipalityId: string | null;
  municipalityName: string | null;
}

@Injectable()
export class GroupsRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  list(viewer: Viewer, query: ListQuery): Promise<Page<GroupListItem>> {
    return listPage(this.database, query, {
      from: raw('feedback_group'),
      where: [keptGroups(viewer), ...(query.search ? [contains(sql`it.name`, query.search)] : [])],
      order: [{ by: sql`it.created_at`, type: 'timestamptz' }, byId],
      descending: true,
      columns: sql`it.id, it.name, it.created_at as "createdAt", lying.count, lying.open`,
      joins: sql`cross join lateral (select count(*)::int as count, count(*) filter (where feedback.state in ${open})::int as open
        from feedback_group_member member join feedback on feedback.id = member.feedback_id where member.group_id = it.id) lying`,
    });
  }

  find(viewer: Viewer, id: string): Promise<GroupView> {
    return this.database.found<GroupView>(sql`
      select kept.id, kept.version, kept.name, ${fourEyes} as "fourEyes", kept.created_at as "createdAt",
             coalesce((select json_agg(json_build_object(
               'id', it.id, 'version', it.version, 'number', it.number, 'state', it.state, 'text', it.triaged_text,
               'receivedAt', it.received_at, 'sentiment', it.sentiment, 'primaryField', ${named('field_of_action', 'primary_field_id')},
               'municipality', ${named('municipality', 'municipality_id')}, 'decision', it.decision, 'reason', it.reason,
               'forwardedTo', it.forwarded_to, 'drafted', ${waitsForRelease}, 'assigned', ${assignedView(viewer, berlinDay(this.clock.now()))},
               'counted', (select count(*) from feedback other where other.counted_with_id = it.id),
               'senderReachable', (exists (select 1 from person where person.id = it.person_id and person.mail <> '')
                 or exists (select 1 from organisation where organisation.id = it.organisation_id and organisation.function_mailbox <> '')
                 or exists (select 1 from feedback_contact where feedback_contact.feedback_id = it.id))) order by it.received_at, it.id)
               from feedback_group_member member join feedback it on it.id = member.feedback_id
               where member.group_id = kept.id and ${handledFeedback(viewer)}), '[]') as items
      from (select * from feedback_group it where it.id = ${id} and ${keptGroups(viewer)}) kept`);
  }

  /** All of them, as the list has them. */
  all(viewer: Viewer, search: string | undefined): Promise<GroupListItem[]> {
    return this.database.rows<GroupListItem>(sql`
      select it.id, it.name, it.created_at as "createdAt", count(feedback.id)::int as count,
             (count(feedback.id) filter (where feedback.state in ${open}))::int as open
      from feedback_group it left join feedback_group_member member on member.group_id = it.id left join feedback on feedback.id = member.feedback_id
      where ${keptGroups(viewer)} and ${search ? contains(sql`it.name`, search) : sql`true`}
      group by it.id order by it.created_at desc, it.id desc`);
  }

  private async dismissed(ids: readonly string[]): Promise<string[][]> {
    const rows = await this.database.rows<{ ids: string[] }>(
      sql`select feedback_ids as ids from feedback_group_dismissal where feedback_ids && ${[...ids]}::uuid[]`,
    );
    return rows.map((row) => row.ids);
  }

  /** Alike Hinweise that nobody has answered and that lie in no group yet. */
  async proposals(viewer: Viewer): Promise<GroupProposalView[]> {
    const free = sql`(it.state in ${open}
      and not exists (select 1 from feedback_group_member member where member.feedback_id = it.id))`;
    const compared = sql`it.triaged_text is not null and it.counted_with_id is null and ${handledFeedback(viewer)}`;
    const [found, beside] = await Promise.all([
      this.database.rows<Comparable>(sql`
        select it.id, it.number, it.triaged_text as text, it.primary_field_id as "fieldId", field.name as "fieldName",
               it.municipality_id as "municipalityId", municipality.name as "municipalityName"
        from feedback it left join field_of_action field on field.id = it.primary_field_id
          left join municipality on municipality.id = it.municipality_id
        where ${free} and ${compared} order by it.received_at desc, it.id limit ${NEWEST}`),
      this.database.rows<{ text: string; fieldId: string | null }>(sql`
        select it.triaged_text as text, it.primary_field_id as "fieldId"
        from feedback it where not ${free} and ${compared} order by it.received_at desc, it.id limit ${NEWEST}`),
    ]);
    const known = new Map(found.map((item) => [item.id, item]));
    const proposed = proposeGroups(found, beside);
    const dismissed = await this.dismissed(proposed.flatMap(({ ids }) => ids));
    return proposed
      .filter(({ ids }) => !isDismissed(ids, dismissed))
      .slice(0, PROPOSED)
      .map(({ ids, words, municipalityId }) => {
        const items = ids.flatMap((id) => known.get(id) ?? []);
        const field = referred(items[0]?.fieldId, items[0]?.fieldName);
        const municipality = referred(municipalityId, items[0]?.municipalityName);
        const place = municipality && !words.includes(municipality.name) ? ` (${municipality.name})` : '';
        return {
          name: `${words.join(', ') || (field?.name ?? 'Ähnliche Hinweise')}${place}`,
          field,
          municipality,
          words,
          items: items.map(({ id, number, text }) => ({ id, number, excerpt: text.slice(0, EXCERPT) })),
        };
      });
  }
}

function referred(id: string | null | undefined, name: string | null | undefined): NamedReference | null {
  return id && name ? { id, name } : null;
}

function named(table: string, column: string): Sql {
  return raw(
    `(select json_build_object('id', ${table}.id, 'name', ${table}.name) from ${table} where ${table}.id = it.${column})`,
  );
}
