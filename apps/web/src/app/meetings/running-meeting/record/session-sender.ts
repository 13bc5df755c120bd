import { HttpContext, type HttpClient } from '@angular/common/http';
import { firstValueFrom } from 'rxjs';
import type { RunningMeetingView } from '@runder-tisch/domain/meetings';
import { staysOnPage } from '../../../http/api-interceptor';
import type { Owner } from './device-store';
import type { LineOwners, OwnersWords } from './line-owners';
import { isWords, type Change, type KeptAnswer } from './minutes-queue';
import { withWords, type Picture } from './picture';

/** Where each of the page's own changes goes. */
const places = {
  line: 'minutes',
  'line-removed': 'minutes',
  seat: 'attendance',
  'open-item': 'open-items',
} as const;

/**
 * Speaks for the running meeting. The page stays where it is even when the session has ended, and everything is
 * named after the account that opened it: the server refuses it from anybody who signed in here since.
 */
export class SessionSender {
  constructor(
    private readonly http: HttpClient,
    private readonly owners: LineOwners,
  ) {}

  async read({ accountId, meetingId }: Owner): Promise<Picture> {
    const options = this.options(accountId);
    const [view, ...words] = await Promise.all([
      firstValueFrom(this.http.get<RunningMeetingView>(`/api/meetings/${meetingId}/session`, options)),
      ...this.owners.all.map(({ addresses }) =>
        firstValueFrom(this.http.get<OwnersWords[]>(addresses.all, { ...options, params: { meetingId } })),
      ),
    ]);
    return this.owners.all.reduce<Picture>(
      (picture, owner, index) => withWords(picture, owner, words[index] ?? []),
      { view },
    );
  }

  send(owner: Owner, change: Change, version: number): Promise<KeptAnswer> {
    const options = this.options(owner.accountId, { 'If-Match': `"v${version}"` });
    const address = this.addressOf(owner.meetingId, change);
    return firstValueFrom(
      'request' in change
        ? this.http.put<KeptAnswer>(address, change.request, options)
        : this.http.delete<KeptAnswer>(address, options),
    );
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

  private addressOf(meetingId: string, change: Change): string {
    if (isWords(change)) {
      const owner = this.owners.ofChange(change.kind);
      if (!owner) throw new Error(`Nobody owns the words of ${change.kind}.`);
      return owner.addresses.put(change.id);
    }
    if (change.kind === 'time') return `/api/meetings/${meetingId}/agenda/${change.id}/used-time`;
    return `/api/meetings/${meetingId}/${places[change.kind]}/${change.id}`;
  }
}
