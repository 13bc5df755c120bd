import { Inject, Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { type Page, wholeList } from '@runder-tisch/domain/lists';
import {
  type CalendarFeedView,
  type NewCalendarFeedView,
  yearLimits,
  yearProblems,
} from '@runder-tisch/domain/meetings';
import { generalProblems } from '@runder-tisch/domain/problem';
import { hashToken, newToken } from '../../access/session';
import type { Viewer } from '../../access/viewer';
import { APP_OPTIONS, type AppOptions } from '../../app-options';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { newId } from '../../database/new-id';
import { reference } from '../../database/reference';
import { oneIn, rowsIn } from '../../database/rows';
import { visibleNetworks } from '../../networks/networks-access';
import { problem } from '../../problem/problem';
import { CalendarFeed } from './calendar-feed.entity';

/** The addresses of one's calendars: made, seen as a list, and taken back. Nobody else learns of them. */
@Injectable()
export class FeedsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(APP_OPTIONS) private readonly options: AppOptions,
  ) {}

  async list(viewer: Viewer): Promise<Page<CalendarFeedView>> {
    const rows = await this.database.rows<CalendarFeedView>(sql`
      select it.id, ${reference('network')} as network, it.created_at as "createdAt", it.last_used_on::text as "lastUsedOn"
      from calendar_feed it left join network on network.id = it.network_id
      where it.account_id = ${viewer.accountId}::uuid order by it.created_at, it.id`);
    return wholeList(rows);
  }

  /** The answer alone carries the address: whoever has it reads the calendar, so it is kept as a hash. */
  add(viewer: Viewer, networkId: string | null): Promise<NewCalendarFeedView> {
    const accountId = viewer.accountId as string;
    // The answer to a repeated key would keep the secret in clear.
    const { idempotency: _kept, ...once } = viewer;
    return this.database.write(once, 'calendar-feed.add', async (tx) => {
      await rowsIn(tx, sql`select id from account where id = ${accountId} for no key update`);
      const known = await oneIn<{ count: number; network: boolean }>(
        tx,
        sql`select (select count(*)::int from calendar_feed where account_id = ${accountId}) as count,
          exists (select 1 from network it where it.id = ${networkId}::uuid and ${visibleNetworks(viewer)}) as network`,
      );
      if (networkId !== null && !known?.network) throw problem(generalProblems, 'not-found');
      if ((known?.count ?? 0) >= yearLimits.feeds) throw problem(yearProblems, 'calendar-feed-too-many');
      const [id, token] = [newId(), newToken()];
      await tx.insert(CalendarFeed, {
        ...{ id, accountId, networkId, tokenHash: hashToken(token), lastUsedOn: null },
        createdAt: this.clock.now(),
        version: 1,
      });
      return { id, address: new URL(`/kalender/${token}.ics`, this.options.publicUrl).href };
    });
  }

  /** From now on programs that ask get nothing. */
  remove(viewer: Viewer, id: string): Promise<void> {
    return this.database.write(viewer, 'calendar-feed.remove', async (tx) => {
      const { affected } = await tx.delete(CalendarFeed, { id, accountId: viewer.accountId as string });
      if (!affected) throw problem(generalProblems, 'not-found');
    });
  }
}
