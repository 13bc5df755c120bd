import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import {
  type ActorAnalysisView,
  type ActorEntryView,
  type ActorFacts,
  type ActorProposal,
  leadsToActorAnalysis,
  namedGaps,
  type ServedTargetGroup,
} from '@runder-tisch/domain/cycles';
import type { NamedReference, Page } from '@runder-tisch/domain/lists';
import type { ListQuery } from '@runder-tisch/domain/lists/list-requests';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { visibleOrganisations } from '../../actors/actors-access';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { byId, byWords, listPage } from '../../database/list-page';
import { reference } from '../../database/reference';
import { contains } from '../../database/words';
import { tookPlace } from '../../meetings/held-meetings-sql';
import { currentSeats } from '../../networks/membership-sql';
import { publicServices } from '../../social-services/social-services-access';
import { changeableAnalyses, visibleAnalyses } from './actor-analysis-access';

/** "Took part" is that of a year. */
const MONTHS = 12;

type Found = Omit<ActorAnalysisView, 'entries' | 'named' | 'step'> & {
  closed: boolean;
  steps: { id: string; number: string; title: string; result: string }[];
  entries: (ActorEntryView & Pick<ActorFacts, 'fieldIds' | 'targetGroupIds' | 'municipalityIds'>)[];
  fields: NamedReference[];
  targetGroups: ServedTargetGroup[];
  municipalities: NamedReference[];
};

/** Which published offer is for whom, as it was confirmed. */
const offersFor = sql`select it.organisation_id, link.target_group_id from social_service it
  join service_version_target_group link on link.version_id = it.confirmed_version_id where ${publicServices}`;

@Injectable()
export class ActorAnalysisRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The rows with what is known of each, and the gaps they show; those who weigh most stand first. */
  async find(viewer: Viewer, cycleId: string): Promise<ActorAnalysisView> {
    const today = berlinDay(this.clock.now());
    const { closed, steps, entries, fields, targetGroups, municipalities, ...found } = await this.database
      .found<Found>(sql`
      select json_build_object('id', it.id, 'name', it.name) as cycle, it.state = 'CLOSED' as closed,
        coalesce(${changeableAnalyses(viewer)}, false) as "mayChange",
        coalesce((select json_agg(json_build_object('id', step.id, 'number', step.number, 'title', step.title, 'result', step.result)
          order by step.due_on, step.id) from cycle_step step where step.cycle_id = it.id), '[]') as steps,
        coalesce((select json_agg(json_build_object('id', gap.id, 'version', gap.version, 'gap', gap.gap, 'remedy', gap.remedy, 'settled', gap.settled)
          order by gap.settled, gap.id) from actor_gap gap where gap.cycle_id = it.id), '[]') as typed,
        coalesce((select json_agg(json_build_object('id', field.id, 'name', field.name) order by field.position)
          from field_of_action field where field.active), '[]') as fields,
        coalesce((select json_agg(json_build_object('id', place.id, 'name', place.name) order by place.name collate "de-x-icu")
          from municipality place where place.active), '[]') as municipalities,
        coalesce((select json_agg(json_build_object('id', people.id, 'name', people.name, 'offers', (select count(*)::int from (${offersFor}) offer
          where offer.target_group_id = people.id)) order by people.position) from target_group people where people.active), '[]') as "targetGroups",
        coalesce((select json_agg(json_build_object('id', entry.id, 'version', entry.version, 'name', coalesce(organisation.name, entry.name),
            'organisation', ${reference('organisation')}, 'influence', entry.influence, 'affectedness', entry.affectedness, 'part', entry.part,
            'field', ${reference('field_of_action')}, 'targetGroup', ${reference('target_group')}, 'municipality', ${reference('municipality')}, 'note', entry.note,
            'networks', known.networks, 'meetings', known.meetings,
            'fieldIds', array_remove(known.fields || entry.field_id, null),
            'targetGroupIds', array_remove(known.groups || entry.target_group_id, null),
            'municipalityIds', array_remove(array[entry.municipality_id, organisation.municipality_id], null))
            order by entry.influence + entry.affectedness desc nulls last, coalesce(organisation.name, entry.name) collate "de-x-icu", entry.id)
          from actor_entry entry left join organisation on organisation.id = entry.organisation_id
            left join field_of_action on field_of_action.id = entry.field_id
            left join target_group on target_group.id = entry.target_group_id left join municipality on municipality.id = entry.municipality_id
            cross join lateral (select
              coalesce((select json_agg(json_build_object('id', network.id, 'name', network.name) order by network.name collate "de-x-icu")
                from network where network.state <> 'DISSOLVED' and network.id in (select membership.network_id from membership
                  where membership.organisation_id = entry.organisation_id and ${currentSeats(today)})), '[]') as networks,
              (select count(distinct meeting.id)::int from attendance join meeting on meeting.id = attendance.meeting_id
                where attendance.organisation_id = entry.organisation_id and attendance.present and ${tookPlace(today, MONTHS)}) as meetings,
              array(select of_field.field_id from organisation_field of_field where of_field.organisation_id = entry.organisation_id) as fields,
              array(select offer.target_group_id from (${offersFor}) offer where offer.organisation_id = entry.organisation_id) as groups) known
          where entry.cycle_id = it.id), '[]') as entries
      from cycle it where it.id = ${cycleId} and ${visibleAnalyses(viewer)}`);
    const step = steps.find(leadsToActorAnalysis);
    return {
      ...found,
      step: step ? { id: step.id, number: step.number, title: step.title } : null,
      entries: entries.map(({ fieldIds: _f, targetGroupIds: _g, municipalityIds: _m, ...entry }) => entry),
      named: namedGaps(entries, { fields, targetGroups, municipalities }),
      mayChange: found.mayChange && !closed,
    };
  }

  /** Organisations of the register that are not in it yet; those with seats in networks first. */
  proposals(viewer: Viewer, cycleId: string, query: ListQuery): Promise<Page<ActorProposal>> {
    const today = berlinDay(this.clock.now());
    return listPage<ActorProposal>(this.database, query, {
      from: sql`(select organisation.*, (select count(distinct membership.network_id)::int from membership
          where membership.organisation_id = organisation.id and ${currentSeats(today)}) as seats from organisation)`,
      where: [
        visibleOrganisations(viewer),
        sql`it.active and exists (select 1 from cycle it where it.id = ${cycleId} and ${visibleAnalyses(viewer)})`,
        sql`not exists (select 1 from actor_entry entry where entry.cycle_id = ${cycleId} and entry.organisation_id = it.id)`,
        ...(query.search ? [contains(sql`it.name || ' ' || it.short_name`, query.search)] : []),
      ],
      order: [{ by: sql`-it.seats`, type: 'bigint' }, byWords('name'), byId],
      columns: sql`it.id, it.name, municipality.name as municipality, it.seats as networks`,
      joins: sql`left join municipality on municipality.id = it.municipality_id`,
    });
  }
}
