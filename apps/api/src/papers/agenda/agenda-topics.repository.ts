import { Injectable } from '@nestjs/common';
import sql, { join, raw, type Sql } from 'sql-template-tag';
import { type Page, wholeList } from '@runder-tisch/domain/lists';
import type { AgendaMattersView, AgendaTopicChoice } from '@runder-tisch/domain/papers';
import type { AgendaTopicKind, AgendaTopicQuery } from '@runder-tisch/domain/papers/papers-requests';
import type { Viewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { firstWords } from '../../database/first-words';
import { contains } from '../../database/words';
import { visibleFindings, visiblePriorities, visibleRecommendations } from '../../findings/findings-access';
import {
  changeableMeetings,
  staffMeetings,
  takesPart,
  visibleMeetings,
} from '../../meetings/meetings-access';
import { visiblePapers } from '../papers-access';

const CHOICES = 20;
const EXCERPT = 90;

interface TopicFacts {
  table: string;
  column: string;
  title: string;
  path: string;
  visible: (viewer: Viewer) => Sql;
  /** Those that are still worth talking about. */
  open: string;
}

/** What may stand on an agenda besides papers, over the alias `it`. */
export const topicFacts: Record<AgendaTopicKind, TopicFacts> = {
  finding: {
    table: 'finding',
    column: 'finding_id',
    title: `it.number || ' · ' || ${firstWords('it.statement', EXCERPT)}`,
    path: '/planung/befunde/',
    visible: visibleFindings,
    open: `it.state <> 'DROPPED'`,
  },
  priority: {
    table: 'action_priority',
    column: 'priority_id',
    title: `it.number || ' · ' || it.title`,
    path: '/planung/schwerpunkte/',
    visible: visiblePriorities,
    open: `it.state <> 'DROPPED'`,
  },
  recommendation: {
    table: 'recommendation',
    column: 'recommendation_id',
    title: `it.number || ' · ' || ${firstWords('it.wording', EXCERPT)}`,
    path: '/planung/empfehlungen/',
    visible: visibleRecommendations,
    open: `it.state <> 'WITHDRAWN'`,
  },
};

@Injectable()
export class AgendaTopicsRepository {
  constructor(private readonly database: Database) {}

  /** What hangs on each item this viewer sees, each thing only where its own kind shows it. */
  of(viewer: Viewer, meetingId: string): Promise<AgendaMattersView> {
    const topics = Object.entries(topicFacts).map(
      ([kind, { table, column, title, path, visible }]) => sql`
        select topic.id, topic.agenda_item_id, topic.since, ${kind}::text as kind, ${raw(title)} as title, ${path}::text || it.id as path
        from agenda_topic topic join ${raw(table)} it on it.id = topic.${raw(column)}
        where topic.agenda_item_id in (select id from item) and ${visible(viewer)}`,
    );
    return this.database.found<AgendaMattersView>(sql`
      with meeting_row as materialized (
             select it.id, ${staffMeetings(viewer)} as staff, coalesce(${takesPart(viewer)}, false) as "takesPart",
                    coalesce(${changeableMeetings(viewer)}, false) and it.state not in ('CANCELLED', 'MINUTES_APPROVED') as "mayChange"
             from meeting it where it.id = ${meetingId} and ${visibleMeetings(viewer)}),
           item as materialized (
             select agenda_item.id, agenda_item.title, agenda_item.visibility, agenda_item.position
             from agenda_item join meeting_row on meeting_row.id = agenda_item.meeting_id
             where meeting_row.staff or agenda_item.visibility = 'PUBLIC' or (agenda_item.visibility = 'INTERNAL' and meeting_row."takesPart")),
           topic as materialized (${join(topics, ' union all ')}),
           paper_on as materialized (
             select it.id, it.number, it.title, it.state, consultation.id as "consultationId", consultation.role, consultation.result,
                    consultation.votes_yes as "votesYes", consultation.votes_no as "votesNo", consultation.votes_abstained as "votesAbstained",
                    consultation.resolution_number as "resolutionNumber", consultation.agenda_item_id
             from paper_consultation consultation join paper it on it.id = consultation.paper_id
             where consultation.agenda_item_id in (select id from item) and ${visiblePapers(viewer)})
      select meeting_row."mayChange",
        coalesce((select json_agg(json_build_object('id', item.id, 'title', item.title, 'visibility', item.visibility,
            'papers', coalesce((select json_agg(to_jsonb(paper_on) - 'agenda_item_id' order by paper_on.number) from paper_on
              where paper_on.agenda_item_id = item.id), '[]'),
            'topics', coalesce((select json_agg(json_build_object('id', topic.id, 'kind', topic.kind, 'title', topic.title, 'path', topic.path)
              order by topic.since, topic.id) from topic where topic.agenda_item_id = item.id), '[]')) order by item.position)
          from item), '[]') as items
      from meeting_row`);
  }

  /** For the picker: the newest that these words find. */
  async choices(viewer: Viewer, { kind, search }: AgendaTopicQuery): Promise<Page<AgendaTopicChoice>> {
    const { table, title, visible, open } = topicFacts[kind];
    return wholeList(
      await this.database.rows<AgendaTopicChoice>(sql`
        select it.id, ${raw(title)} as title from ${raw(table)} it
        where ${visible(viewer)} and ${raw(open)} and ${contains(raw(title), search ?? '')}
        order by it.created_at desc, it.id limit ${CHOICES}`),
    );
  }
}
