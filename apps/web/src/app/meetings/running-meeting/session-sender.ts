import { HttpClient, HttpContext } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { staysOnPage } from '../../http/api-interceptor';
import type { Change, Kept } from './minutes-queue';

/** Speaks for the queue. The page stays where it is even when the session has ended: what waits lives in it. */
@Service()
export class SessionSender {
  private readonly http = inject(HttpClient);

  send(meetingId: string, change: Change, version: number): Promise<Kept> {
    const options = {
      headers: { 'If-Match': `"v${version}"` },
      context: new HttpContext().set(staysOnPage, true),
    };
    if (change.kind === 'line-removed') {
      return firstValueFrom(this.http.delete<Kept>(addressOf(meetingId, change), options));
    }
    return firstValueFrom(this.http.put<Kept>(addressOf(meetingId, change), change.request, options));
  }
}

function addressOf(meetingId: string, change: Change): string {
  switch (change.kind) {
    case 'hinweis':
      return `/api/feedback/${change.id}`;
    case 'seat':
      return `/api/meetings/${meetingId}/attendance/${change.id}`;
    default:
      return `/api/meetings/${meetingId}/minutes/${change.id}`;
  }
}
