import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  byCriteria,
  byPoints,
  decisionProblems,
  type TopicPointsView,
  type TopicScores,
  type TopicView,
} from '@runder-tisch/domain/decisions';
import type {
  AskForTopicPoints,
  OrderByTopicPoints,
  SaveTopic,
} from '@runder-tisch/domain/decisions/decisions-requests';
import { SavePrioritisation } from '@runder-tisch/domain/findings/prioritisation/prioritisation-requests';
import { type Page, wholeList } from '@runder-tisch/domain/lists';
import { folded } from '@runder-tisch/domain/text';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database, updateVersioned } from '../../database/database';
import { keepOrder } from '../../database/keep-order';
import { reference, replaceLinks } from '../../database/reference';
import { oneIn, rowsIn } from '../../database/rows';
import { usesOf } from '../../database/usage';
import { PrioritisationsService } from '../../findings/prioritisation/prioritisations.service';
import { KeptList } from '../../kept-lists/kept-list';
import { onConflict } from '../../problem/on-conflict';
import { problem } from '../../problem/problem';
import { visibleDecisions } from '../decisions-access';
import { Topic } from './topic.entity';
import { TopicOrder } from './topic-order';

/** Which topics are worked on statistically, and in which order. */
@Injectable()
export class TopicsService extends KeptList<TopicView, Topic, SaveTopic> {
  constructor(
    database: Database,
    private readonly prioritisations: PrioritisationsService,
    private readonly topicOrder: TopicOrder,
    private readonly clock: Clock,
  ) {
    super(database, { table: 'topic', entity: Topic, useCase: 'topic' });
  }

  override add(viewer: Viewer, request: SaveTopic): Promise<{ id: string }> {
    return this.named(() =>
      this.database.write(viewer, 'topic.add', async (tx) => {
        const [id] = await this.insert(tx, [request]);
        await linkAgreements(tx, id as string, request);
        return { id: id as string };
      }),
    );
  }

  override change(viewer: Viewer, id: string, version: number, request: SaveTopic): Promise<void> {
    return this.named(() =>
      this.database.write(viewer, 'topic.change', async (tx) => {
        const { agreementIds: _, ...fields } = request;
        await updateVersioned(tx, Topic, id, version, fields);
        await linkAgreements(tx, id, request);
        await this.topicOrder.handOver(tx);
      }),
    );
  }

  override setActive(viewer: Viewer, id: string, version: number, active: boolean): Promise<void> {
    return this.database.write(viewer, active ? 'topic.activate' : 'topic.deactivate', async (tx) => {
      await assertNotInOrder(tx, id);
      await updateVersioned(tx, Topic, id, version, { active });
    });
  }

  override order(viewer: Viewer, ids: readonly string[]): Promise<void> {
    return this.database.write(viewer, 'topic.order', (tx) => this.place(tx, ids));
  }

  override remove(viewer: Viewer, id: string): Promise<void> {
    return this.database.write(viewer, 'topic.delete', async (tx) => {
      await assertNotInOrder(tx, id);
      await tx.delete(Topic, { id });
    });
  }

  /** The sum of the criteria, the highest first; an order that nobody has decided. */
  orderByCriteria(viewer: Viewer): Promise<void> {
    return this.database.write(viewer, 'topic.order-by-criteria', async (tx) => {
      const topics = await rowsIn<TopicScores & { id: string }>(
        tx,
        sql`select id, urgency, data_availability as "dataAvailability", mandate, funding from topic order by active desc, position, id`,
      );
      await this.place(
        tx,
        byCriteria(topics).map(({ id }) => id),
      );
    });
  }

  /** A Punktabfrage with the topics as its options, still a draft: whoever runs it opens it in the session. */
  askForPoints(viewer: Viewer, { meetingId }: AskForTopicPoints): Promise<{ id: string }> {
    return this.database.write(viewer, 'topic.ask-for-points', async (tx) => {
      const topics = await rowsIn<{ name: string }>(
        tx,
        sql`select name from topic where active order by position, id`,
      );
      if (topics.length < 2) throw problem(decisionProblems, 'topics-too-few');
      const request = Object.assign(new SavePrioritisation(), {
        question: 'Welche Themen sollen zuerst bearbeitet werden?',
        meetingId,
        options: topics.map(({ name }) => ({ priorityId: '', title: name })),
      });
      const { id } = await this.prioritisations.draft(tx, viewer, request);
      await rowsIn(tx, sql`insert into topic_poll (prioritisation_id) values (${id})`);
      return { id };
    });
  }

  async polls(viewer: Viewer): Promise<Page<TopicPointsView>> {
    const rows = await this.database.rows<Omit<TopicPointsView, 'createdAt'> & { createdAt: Date }>(sql`
      select asked.id, asked.question, ${closed} as closed, asked.created_at as "createdAt"
      from topic_poll poll join prioritisation asked on asked.id = poll.prioritisation_id
      where ${visibleDecisions(viewer)} and asked.state <> 'CANCELLED' order by asked.created_at desc, asked.id`);
    return wholeList(rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })));
  }

  /** As the points fell; topics that were not asked about keep their order behind them. */
  orderByPoints(viewer: Viewer, { prioritisationId }: OrderByTopicPoints): Promise<void> {
    return this.database.write(viewer, 'topic.order-by-points', async (tx) => {
      const poll = await oneIn<{ closed: boolean }>(
        tx,
        sql`select ${closed} as closed from topic_poll poll join prioritisation asked on asked.id = poll.prioritisation_id
            where asked.id = ${prioritisationId}`,
      );
      if (!poll?.closed) throw problem(decisionProblems, 'topics-points-open', 'prioritisationId');
      const given = await rowsIn<{ title: string; points: number }>(
        tx,
        sql`select title, points from prioritisation_option where prioritisation_id = ${prioritisationId}`,
      );
      const points = new Map(given.map((it) => [folded(it.title), it.points]));
      const topics = await rowsIn<{ id: string; name: string }>(
        tx,
        sql`select id, name from topic order by active desc, position, id`,
      );
      const known = new Map(
        topics.flatMap(({ id, name }) => {
          const got = points.get(folded(name));
          return got === undefined ? [] : [[id, got]];
        }),
      );
      await this.place(
        tx,
        byPoints(topics, known).map(({ id }) => id),
      );
    });
  }

  protected override visible(viewer: Viewer): Sql {
    return visibleDecisions(viewer);
  }

  protected async columns(): Promise<Sql> {
    return sql`it.note, it.urgency, it.data_availability as "dataAvailability", it.mandate, it.funding, it.decided_place as "decidedPlace",
      (select ${reference('field')} from field_of_action field where field.id = it.field_id) as field,
      coalesce((select json_agg(json_build_object('id', agreement.id, 'name', agreement.partner || ': ' || agreement.name)
        order by agreement.position, agreement.id) from topic_agreement told
        join interface_agreement agreement on agreement.id = told.agreement_id where told.topic_id = it.id), '[]') as agreements,
      (select option.points from topic_poll poll join prioritisation asked on asked.id = poll.prioritisation_id
         join prioritisation_option option on option.prioritisation_id = asked.id
       where ${closed} and lower(option.title) = lower(it.name) order by asked.closed_at desc limit 1) as points,
      ${await usesOf(this.database, 'topic')} as used`;
  }

  protected named<T>(work: () => Promise<T>): Promise<T> {
    return onConflict(
      decisionProblems,
      {
        topic_name: ['topic-name-taken', 'name'],
        topic_field_id_fkey: ['topic-unknown-choice', 'fieldId'],
        topic_agreement_agreement_id_fkey: ['topic-unknown-choice', 'agreementIds'],
      },
      work,
    );
  }

  /** Nobody moves topics while a body's order stands. */
  private async place(tx: EntityManager, ids: readonly string[]): Promise<void> {
    const order = await oneIn<{ decided: boolean }>(
      tx,
      sql`select state = 'DECIDED' as decided from decision where kind = 'TOPICS' for share`,
    );
    if (order?.decided) throw problem(decisionProblems, 'topic-order-stands');
    await keepOrder(tx, 'topic', ids);
  }
}

const closed = sql`(asked.state = 'CLOSED')`;

async function linkAgreements(tx: EntityManager, id: string, { agreementIds }: SaveTopic): Promise<void> {
  await replaceLinks(
    tx,
    'topic_agreement',
    { column: 'topic_id', id },
    { column: 'agreement_id', ids: agreementIds },
  );
}

async function assertNotInOrder(tx: EntityManager, id: string): Promise<void> {
  const topic = await oneIn<{ place: number | null }>(
    tx,
    sql`select decided_place as place from topic where id = ${id} for update`,
  );
  if (topic && topic.place !== null) throw problem(decisionProblems, 'topic-decided');
}
