import { Inject, Injectable } from '@nestjs/common';
import type { CookieOptions, Request, Response } from 'express';
import { type AppOptions, APP_OPTIONS } from '../app-options';

/** Cookies of this application: unreadable to scripts, over https bound to this host by their prefix. */
@Injectable()
export class HostCookie {
  constructor(@Inject(APP_OPTIONS) private readonly options: AppOptions) {}

  /** For so many milliseconds from now: the clock of the browser need not be that of the server. */
  set(response: Response, name: string, value: string, maxAge: number): void {
    response.cookie(this.nameOf(name), value, { ...this.attributes, maxAge });
  }

  /** Over https only the cookie that nobody but this host can have set counts. */
  read(request: Request, name: string): string | undefined {
    const start = `${this.nameOf(name)}=`;
    const found = (request.headers.cookie ?? '').split(/; */).find((part) => part.startsWith(start));
    return found?.slice(start.length);
  }

  clear(response: Response, name: string): void {
    response.clearCookie(this.nameOf(name), this.attributes);
  }

  private get https(): boolean {
    return this.options.publicUrl.startsWith('https:');
  }

  /** What the cookie is called on this instance. */
  nameOf(name: string): string {
    return this.https ? `__Host-${name}` : name;
  }

  private get attributes(): CookieOptions {
    return { httpOnly: true, sameSite: 'lax', secure: this.https, path: '/' };
  }
}
