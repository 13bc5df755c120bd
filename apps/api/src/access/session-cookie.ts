import { Inject, Injectable } from '@nestjs/common';
import type { CookieOptions, Request, Response } from 'express';
import { type AppOptions, APP_OPTIONS } from '../app-options';
import { Clock } from '../clock';

export const SESSION_COOKIE = 'rt_session';

export interface OpenedSession {
  /** The secret of the cookie; only its hash is stored. */
  token: string;
  expiresAt: Date;
}

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

  /** The secret of the session. Over https only the cookie that nobody but this host can have set counts. */
  read(request: Request): string | undefined {
    const found = (request.headers.cookie ?? '')
      .split(/; */)
      .find((part) => part.startsWith(`${this.name}=`));
    return found?.slice(this.name.length + 1);
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
