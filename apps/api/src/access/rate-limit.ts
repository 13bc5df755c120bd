import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { generalProblems } from '@runder-tisch/domain/problem';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { problem } from '../problem/problem';

export interface Limit {
  /** What is counted, e.g. `sign-in-link`. */
  name: string;
  hits: number;
  minutes: number;
}

/**
 * Attempts are counted in the database, so the limit holds over all replicas. Keys are stored as hashes with a salt of
 * this instance: an address or a mail address cannot be looked up from a row that got out.
 */
@Injectable()
export class RateLimit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Counts one attempt; false once there were more than the limit allows in this window. */
  async count(limit: Limit, key: string): Promise<boolean> {
    const row = await this.database.one<{ hits: number }>(this.statement(limit, key));
    return (row?.hits ?? 1) <= limit.hits;
  }

  /** Counts one attempt for each of these, all in any case; false once there were too many for one of them. */
  async withinAll(counted: readonly (readonly [limit: Limit, key: string])[]): Promise<boolean> {
    const within: boolean[] = [];
    for (const [limit, key] of counted) within.push(await this.count(limit, key));
    return within.every(Boolean);
  }

  /** Counts one attempt when this holds, and says how many there were: for who asks something else in the same breath. */
  statement(limit: Limit, key: string, when: Sql = sql`true`): Sql {
    const size = limit.minutes * 60_000;
    const windowStart = new Date(Math.floor(this.clock.now().getTime() / size) * size);
    const hashed = createHash('sha256').update(key).digest('hex');
    return sql`
      insert into rate_limit (bucket, window_start, hits)
      select ${limit.name}::text || ':' || encode(sha256(convert_to((select salt from rate_limit_salt) || ${hashed}::text, 'UTF8')), 'hex'),
             ${windowStart}::timestamptz, 1
      where ${when}
      on conflict (bucket, window_start) do update set hits = rate_limit.hits + 1 returning hits`;
  }

  /** Counts one attempt and refuses it with 429 beyond the limit. */
  async demand(limit: Limit, key: string): Promise<void> {
    if (!(await this.count(limit, key))) throw problem(generalProblems, 'too-many-requests');
  }
}
