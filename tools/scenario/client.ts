import { randomUUID } from 'node:crypto';
import type { ProblemView } from '@runder-tisch/domain/problem';

/** A refusal of the API, with its code, as tests and the demo see it. */
export class RefusedError extends Error {
  constructor(
    readonly status: number,
    readonly problem: ProblemView,
    request: string,
  ) {
    super(`${request} → ${status} ${problem.code}: ${problem.detail} ${JSON.stringify(problem.errors)}`);
  }
}

export interface Answer<View> {
  status: number;
  headers: Headers;
  view: View;
}

/** Observes every answer, for instance to hold it against openapi.json. */
export type AnswerWatcher = (method: string, path: string, status: number, view: unknown) => void;

/** Speaks HTTP to a running API as one signed-in person, as the web application does. */
export class Client {
  static watcher: AnswerWatcher | null = null;

  constructor(
    readonly url: string,
    readonly cookie: string | null = null,
  ) {}

  async get<View>(path: string): Promise<View> {
    return (await this.send<View>('GET', path)).view;
  }

  async post<View>(path: string, body?: object, version?: number): Promise<View> {
    return (await this.send<View>('POST', path, body, version)).view;
  }

  async put<View>(path: string, body: object, version?: number): Promise<View> {
    return (await this.send<View>('PUT', path, body, version)).view;
  }

  async delete<View>(path: string, version?: number): Promise<View> {
    return (await this.send<View>('DELETE', path, undefined, version)).view;
  }

  /** The answer as it came, refusals included. */
  async raw(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return fetch(this.url + path, {
      method,
      redirect: 'manual',
      headers: {
        'X-RT-Request': '1',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(this.cookie ? { Cookie: this.cookie } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: written(body) }),
    });
  }

  /** One call, refused loudly; creating calls carry an Idempotency-Key. */
  async send<View>(method: string, path: string, body?: object, version?: number): Promise<Answer<View>> {
    const response = await this.raw(method, path, body, {
      ...(version === undefined ? {} : { 'If-Match': `"v${version}"` }),
      ...(method === 'POST' ? { 'Idempotency-Key': randomUUID() } : {}),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    const view: unknown = isJson && text !== '' ? JSON.parse(text) : text;
    Client.watcher?.(method, path, response.status, view);
    if (!response.ok) throw new RefusedError(response.status, view as ProblemView, `${method} ${path}`);
    return { status: response.status, headers: response.headers, view: view as View };
  }
}

/** Files go as they are, everything else as JSON. */
function written(body: unknown): string | Uint8Array<ArrayBuffer> {
  if (body instanceof Uint8Array) return new Uint8Array(body);
  return typeof body === 'string' ? body : JSON.stringify(body);
}

/** The code of a refusal, for `expect(await refusalOf(...)).toBe('organisation-name-taken')`. */
export async function refusalOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof RefusedError) return error.problem.code;
    throw error;
  }
  return 'not refused';
}
