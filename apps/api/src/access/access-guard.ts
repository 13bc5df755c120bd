import { createHash } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { mayWith, type Permission, SESSION_LEFT_HEADER } from '@runder-tisch/domain/accounts';
import { generalProblems } from '@runder-tisch/domain/problem';
import { type AppOptions, APP_OPTIONS } from '../app-options';
import { problem } from '../problem/problem';
import { ACCESS, PUBLIC, type ViewedRequest } from './access';
import { Sessions } from './session';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Deny by default; loads the viewer; unsafe requests must come from our own pages. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    @Inject(APP_OPTIONS) private readonly options: AppOptions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ViewedRequest>();
    const permission = this.reflector.get<Permission | undefined>(ACCESS, context.getHandler());
    const isPublic =
      this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, [
        context.getHandler(),
        context.getClass(),
      ]) ?? false;
    if (!permission && !isPublic) throw problem(generalProblems, 'forbidden');

    const { viewer, left } = await this.sessions.viewerOf(request, request.requestId);
    request.viewer = viewer;
    if (left && request.path.startsWith('/api/')) {
      // So that a page can warn before the end; every answer says it, because every request puts the end off.
      request.res?.setHeader(SESSION_LEFT_HEADER, `${left.idle} ${left.whole}`);
    }
    if (!SAFE.has(request.method)) assertOwnPage(request, ownOrigins(this.options.publicUrl));
    rememberIdempotencyKey(request);

    if (!permission) return true;
    if (request.viewer.kind !== 'account') throw problem(generalProblems, 'not-signed-in');
    assertSameAccount(request);
    if (!mayWith(request.viewer.roles, permission)) throw problem(generalProblems, 'forbidden');
    return true;
  }
}

/**
 * The address that browsers see, never what a request says of itself: whoever leads a name of their own to this server
 * would be at home here. On one's own machine it has three names.
 */
function ownOrigins(publicUrl: string): readonly string[] {
  const { origin, protocol, hostname, port } = new URL(publicUrl);
  if (!LOOPBACK.includes(hostname)) return [origin];
  return LOOPBACK.map((name) => new URL(`${protocol}//${name}${port && `:${port}`}`).origin);
}

/** The API takes JSON with our header; server-written forms are urlencoded and carry their token in the path. */
function assertOwnPage(request: ViewedRequest, own: readonly string[]): void {
  const origin = request.headers.origin;
  // Without a referrer browsers send "null" for forms; those of ours carry their secret in the path.
  const ownForm = origin === 'null' && !request.path.startsWith('/api/');
  if (origin && !ownForm && !own.includes(origin)) {
    throw problem(generalProblems, 'foreign-origin');
  }
  if (
    request.headers['sec-fetch-site'] &&
    !['same-origin', 'none'].includes(String(request.headers['sec-fetch-site']))
  ) {
    throw problem(generalProblems, 'foreign-origin');
  }
  if (!request.path.startsWith('/api/')) return;
  if (request.headers['x-rt-request'] !== '1') throw problem(generalProblems, 'foreign-origin');
  const type = request.headers['content-type'] ?? '';
  const carriesBody =
    Number(request.headers['content-length'] ?? 0) > 0 || request.headers['transfer-encoding'] !== undefined;
  if (carriesBody && !/^application\/(json|octet-stream)\b/.test(type))
    throw problem(generalProblems, 'wrong-content-type');
}

/** What waited on a device is named after its account: it is never taken as the word of whoever signed in since. */
function assertSameAccount(request: ViewedRequest): void {
  const written = request.headers['x-rt-account'];
  if (written !== undefined && written !== request.viewer.accountId)
    throw problem(generalProblems, 'account-changed');
}

function rememberIdempotencyKey(request: ViewedRequest): void {
  const key = request.headers['idempotency-key'];
  if (request.method !== 'POST' || typeof key !== 'string' || !/^[\w-]{8,100}$/.test(key)) return;
  const requestHash = createHash('sha256')
    .update(JSON.stringify([request.path, request.body]))
    .digest('hex');
  request.viewer = { ...request.viewer, idempotency: { key, requestHash } };
}
