import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Clock } from '../clock';
import { HostCookie } from './host-cookie';

export const SESSION_COOKIE = 'rt_session';

export interface OpenedSession {
  /** The secret of the cookie; only its hash is stored. */
  token: string;
  accountId: string;
  expiresAt: Date;
}

/** Who is signed in here. */
@Injectable()
export class SessionCookie {
  constructor(
    private readonly cookie: HostCookie,
    private readonly clock: Clock,
  ) {}

  set(response: Response, session: OpenedSession): void {
    const maxAge = session.expiresAt.getTime() - this.clock.now().getTime();
    this.cookie.set(response, SESSION_COOKIE, session.token, maxAge);
  }

  /** The secret of the session. */
  read(request: Request): string | undefined {
    return this.cookie.read(request, SESSION_COOKIE);
  }

  clear(response: Response): void {
    this.cookie.clear(response, SESSION_COOKIE);
  }
}
