import { HttpClient, HttpContext } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { SessionFeedbackView } from '@runder-tisch/domain/feedback';
import type { RunningMeetingView } from '@runder-tisch/domain/meetings';
import { staysOnPage } from '../../../http/api-interceptor';
import type { Owner } from './device-store';
import type { Change, KeptAnswer } from './minutes-queue';
import type { Picture } from './picture';

/**
 * Speaks for the running meeting. The page stays where it is even when the session has ended, and everything is
 * named after the account that opened it: the server refuses it from anybody who signed in here since.
 */
@Service()
export class SessionSender {
  private readonly http = inject(HttpClient);

  async read({ accountId, meetingId }: Owner): Promise<Picture> {
    const options = this.options(accountId);
    const [view, spoken] = await Promise.all([
      firstValueFrom(this.http.get<RunningMeetingView>(`/api/meetings/${meetingId}/session`, options)),
      firstValueFrom(
        this.http.get<SessionFeedbackView[]>('/api/feedback/of-session', {
          ...options,
          params: { meetingId },
        }),
      ),
    ]);
    return { view, spoken };
  }

  send(owner: Owner, change: Change, version: number): Promise<KeptAnswer> {
    const options = this.options(owner.accountId, { 'If-Match': `"v${version}"` });
    const address = addressOf(owner.meetingId, change);
    if (change.kind === 'line-removed') return firstValueFrom(this.http.delete<KeptAnswer>(address, options));
    return firstValueFrom(this.http.put<KeptAnswer>(address, change.request, options));
  }

  step(owner: Owner, verb: 'start' | 'end', request: object = {}): Promise<RunningMeetingView> {
    const { accountId, meetingId } = owner;
    const path = `/api/meetings/${meetingId}/session/${verb}`;
    return firstValueFrom(this.http.post<RunningMeetingView>(path, request, this.options(accountId)));
  }

  private options(accountId: string, headers: Record<string, string> = {}) {
    return {
      headers: { ...headers, 'X-RT-Account': accountId },
      context: new HttpContext().set(staysOnPage, true),
    };
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
