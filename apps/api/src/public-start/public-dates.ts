import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { PublicAttachment } from '@runder-tisch/domain/attachments';
import { AttachmentsRepository } from '../attachments/attachments.repository';
import { Clock } from '../clock';
import { Database } from '../database/database';

export interface PublicDate {
  title: string;
  startsAt: string;
  endsAt: string;
  place: string;
  /** What everybody may have of it. */
  attachments: readonly PublicAttachment[];
}

const SHOWN = 5;

/** Dates to come that were announced as public: what, when and where, never the link to take part online. */
@Injectable()
export class PublicDates {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly attachments: AttachmentsRepository,
  ) {}

  async next(): Promise<PublicDate[]> {
    const dates = await this.database.rows<Omit<PublicDate, 'attachments'> & { id: string }>(sql`
      select id, title, starts_at as "startsAt", ends_at as "endsAt",
        -- Some write the link into the place: it stays with those who are invited.
        case when place like '%://%' then '' else place end as place
      from meeting
      where public and state in ('SCHEDULED', 'INVITED') and ends_at > ${this.clock.now()}
      order by starts_at, id limit ${SHOWN}`);
    const open = await this.attachments.open(
      'meeting',
      dates.map(({ id }) => id),
    );
    return dates.map(({ id, ...date }) => ({ ...date, attachments: open.get(id) ?? [] }));
  }
}
