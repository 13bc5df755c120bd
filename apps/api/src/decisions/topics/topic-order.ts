import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { InterfacesService, type WorkPlace } from '../../data-requests/interfaces/interfaces.service';
import { oneIn, rowsIn } from '../../database/rows';

/** What follows from the order of topics once it is decided, and what is taken back when it is open again. */
@Injectable()
export class TopicOrder {
  constructor(private readonly interfaces: InterfacesService) {}

  async count(tx: EntityManager): Promise<number> {
    const found = await oneIn<{ count: number }>(
      tx,
      sql`select count(*)::int as count from topic where active`,
    );
    return found?.count ?? 0;
  }

  /** The order as it stands, for the history: "1. Öffentliche Sozialleistungen, 2. Demografie". */
  async inWords(tx: EntityManager): Promise<string> {
    const topics = await rowsIn<{ name: string }>(
      tx,
      sql`select name from topic where active order by position, id`,
    );
    return topics.map(({ name }, index) => `${index + 1}. ${name}`).join(', ');
  }

  /** Freezes the order and hands it to the deliveries: an interface of several topics takes the first place. */
  async decided(tx: EntityManager): Promise<string> {
    await rowsIn(
      tx,
      sql`update topic set decided_place = wanted.place from (
            select id, row_number() over (order by position, id) as place from topic where active) wanted where topic.id = wanted.id`,
    );
    await this.handOver(tx);
    return this.inWords(tx);
  }

  /** What the deliveries know of the order as it was decided. */
  async handOver(tx: EntityManager): Promise<void> {
    const places = await rowsIn<WorkPlace>(
      tx,
      sql`select distinct on (told.agreement_id) told.agreement_id as "agreementId", topic.decided_place as place, topic.name as topic
          from topic_agreement told join topic on topic.id = told.topic_id where topic.decided_place is not null
          order by told.agreement_id, topic.decided_place`,
    );
    await this.interfaces.workOrder(tx, places);
  }

  async reopened(tx: EntityManager): Promise<void> {
    await rowsIn(tx, sql`update topic set decided_place = null where decided_place is not null`);
    await this.interfaces.workOrder(tx, []);
  }
}
