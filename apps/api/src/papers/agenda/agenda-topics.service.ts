import { Injectable } from '@nestjs/common';
import sql, { raw } from 'sql-template-tag';
import { paperProblems } from '@runder-tisch/domain/papers';
import type { AddAgendaTopic } from '@runder-tisch/domain/papers/papers-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database, foundIn } from '../../database/database';
import { newId } from '../../database/new-id';
import { oneIn } from '../../database/rows';
import { AgendaService } from '../../meetings/scheduling/agenda.service';
import { onConflict } from '../../problem/on-conflict';
import { problem } from '../../problem/problem';
import { topicFacts } from './agenda-topics.repository';

@Injectable()
export class AgendaTopicsService {
  constructor(
    private readonly database: Database,
    private readonly agenda: AgendaService,
    private readonly clock: Clock,
  ) {}

  /** Whoever plans the meeting puts there what they see themselves. */
  add(
    viewer: Viewer,
    meetingId: string,
    { agendaItemId, kind, objectId }: AddAgendaTopic,
  ): Promise<{ id: string }> {
    const { table, column, visible } = topicFacts[kind];
    return onConflict(paperProblems, { agenda_topic_once: ['agenda-topic-twice', 'objectId'] }, () =>
      this.database.write(viewer, 'agenda-topic.add', async (tx) => {
        await this.agenda.open(tx, viewer, meetingId);
        const id = newId();
        const added = await oneIn(
          tx,
          sql`insert into agenda_topic (id, agenda_item_id, ${raw(column)}, since)
              select ${id}::uuid, item.id, it.id, ${this.clock.now()}::timestamptz from agenda_item item, ${raw(table)} it
              where item.id = ${agendaItemId} and item.meeting_id = ${meetingId} and it.id = ${objectId} and ${visible(viewer)} returning id`,
        );
        if (!added) throw problem(generalProblems, 'unknown-reference');
        return { id };
      }),
    );
  }

  remove(viewer: Viewer, meetingId: string, topicId: string): Promise<void> {
    return this.database.write(viewer, 'agenda-topic.remove', async (tx) => {
      await this.agenda.open(tx, viewer, meetingId);
      await foundIn(
        tx,
        sql`delete from agenda_topic topic using agenda_item item
            where topic.id = ${topicId} and item.id = topic.agenda_item_id and item.meeting_id = ${meetingId} returning topic.id`,
      );
    });
  }
}
