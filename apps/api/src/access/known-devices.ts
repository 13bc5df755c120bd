import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import sql, { type Sql } from 'sql-template-tag';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { HostCookie } from './host-cookie';
import { isLinkToken } from './mail-links';
import { hashToken, newToken } from './session';

export const DEVICE_COOKIE = 'rt_device';
export const DEVICE_DAYS = 365;
const DAY_MS = 86_400_000;

/**
 * Devices on which an account signed in before, known again by a cookie of their own that outlives the session. It
 * opens nothing: it only keeps what strangers try with somebody's mail address from being counted against its owner.
 */
@Injectable()
export class KnownDevices {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cookie: HostCookie,
  ) {}

  /** The stored form of this device's secret; null for one that never signed in here. */
  of(request: Request): string | null {
    const token = this.read(request);
    return token && hashToken(token);
  }

  /** After signing in: from now on this device is known to belong to this account. */
  async remember(request: Request, response: Response, accountId: string): Promise<void> {
    const token = this.read(request) ?? newToken();
    const now = this.clock.now();
    await this.database.rows(sql`
      insert into known_device (device_hash, account_id, created_at, seen_at)
      values (${hashToken(token)}, ${accountId}, ${now}, ${now})
      on conflict (device_hash, account_id) do update set seen_at = excluded.seen_at`);
    this.cookie.set(response, DEVICE_COOKIE, token, DEVICE_DAYS * DAY_MS);
  }

  /** Whether the account of this row signed in on this device within the last year. */
  statement(device: string | null, accountId: Sql): Sql {
    const since = new Date(this.clock.now().getTime() - DEVICE_DAYS * DAY_MS);
    return sql`exists (select from known_device where known_device.device_hash = ${device}::text
      and known_device.account_id = ${accountId} and known_device.seen_at > ${since})`;
  }

  private read(request: Request): string | null {
    const token = this.cookie.read(request, DEVICE_COOKIE);
    return token && isLinkToken(token) ? token : null;
  }
}
