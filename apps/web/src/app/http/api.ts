import { HttpClient, HttpContext } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { staysOnPage } from './api-interceptor';
import { asParams, type Query } from './query';

/** A key that makes one intent one deed, however often the network repeats it. */
export function newIntent(): string {
  return crypto.randomUUID();
}

/**
 * Writes to the API, one method per way of writing, so that no page forgets a header. Reads are
 * `httpResource` in the pages.
 */
@Service()
export class Api {
  private readonly http = inject(HttpClient);

  /** Asks once, outside a resource: for lookups while typing. */
  get<Answer>(path: string, query: Query = {}): Promise<Answer> {
    return firstValueFrom(this.http.get<Answer>(path, { params: asParams(query) }));
  }

  /** Asks where the page has to stay even when the session has ended. */
  ask<Answer>(path: string, query: Query = {}): Promise<Answer> {
    const context = new HttpContext().set(staysOnPage, true);
    return firstValueFrom(this.http.get<Answer>(path, { params: asParams(query), context }));
  }

  /** Makes something new. Keep `intent` over retries of the same form: a second copy then cannot arise. */
  create<Answer = { id: string }>(path: string, request: object, intent = newIntent()): Promise<Answer> {
    return firstValueFrom(this.http.post<Answer>(path, request, { headers: { 'Idempotency-Key': intent } }));
  }

  /** Changes what was read with this version; 412 where somebody was faster. */
  change<Answer>(path: string, version: number, request: object): Promise<Answer> {
    return firstValueFrom(this.http.put<Answer>(path, request, { headers: ifMatch(version) }));
  }

  /** A verb on something: `act('/api/meetings/7/cancel', version, { reason })`. Null where it has no version. */
  act<Answer = void>(path: string, version: number | null = null, request: object = {}): Promise<Answer> {
    const headers = version === null ? undefined : ifMatch(version);
    return firstValueFrom(this.http.post<Answer>(path, request, { headers }));
  }

  /** Puts something under an id made here, such as a line of minutes; repeating it changes nothing. */
  put<Answer = void>(path: string, request: object, version: number | null = null): Promise<Answer> {
    const headers = version === null ? undefined : ifMatch(version);
    return firstValueFrom(this.http.put<Answer>(path, request, { headers }));
  }

  remove(path: string, version: number | null = null): Promise<void> {
    return firstValueFrom(
      this.http.delete<void>(path, { headers: version === null ? undefined : ifMatch(version) }),
    );
  }

  /** A post of somebody who is not signed in: a 401 is then an answer and leads nowhere. */
  knock<Answer>(path: string, request: object): Promise<Answer> {
    const context = new HttpContext().set(staysOnPage, true);
    return firstValueFrom(this.http.post<Answer>(path, request, { context }));
  }
}

function ifMatch(version: number): Record<string, string> {
  return { 'If-Match': `"v${version}"` };
}
