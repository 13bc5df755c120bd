import { Inject, Injectable } from '@nestjs/common';
import type { CookieOptions, Response } from 'express';
import { type AppOptions, APP_OPTIONS } from '../app-options';
import { Clock } from '../clock';
import { type OpenedSession, SESSION_COOKIE } from './session';

/** The one cookie of this application; over https bound to this host by its prefix. */
@Injectable()
export class SessionCookie {
  constructor(
    @Inject(APP_OPTIONS) private readonly options: AppOptions,
    private readonly clock: Clock,
  ) {}

  /** How long it lasts, not until when: the clock of the browser need not be that of the server. */
  set(response: Response, session: OpenedSession): void {
    const maxAge = session.expiresAt.getTime() - this.clock.now().getTime();
    response.cookie(this.name, session.token, { ...this.attributes, maxAge });
  }

  clear(response: Response): void {
    response.clearCookie(this.name, this.attributes);
  }

  private get https(): boolean {
    return this.options.publicUrl.startsWith('https:');
  }

  private get name(): string {
    return this.https ? `__Host-${SESSION_COOKIE}` : SESSION_COOKIE;
  }

  private get attributes(): CookieOptions {
    return { httpOnly: true, sameSite: 'lax', secure: this.https, path: '/' };
  }
}
