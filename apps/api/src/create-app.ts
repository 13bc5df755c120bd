import { randomBytes, randomUUID } from 'node:crypto';
import { constants } from 'node:zlib';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import { json, type NextFunction, type Request, type Response, urlencoded } from 'express';
import helmet from 'helmet';
import 'reflect-metadata';
import { AccessGuard } from './access/access-guard';
import type { AppOptions } from './app-options';
import { AppModule } from './app.module';
import { Clock } from './clock';
import { VersionInterceptor } from './access/version-interceptor';
import { log } from './log';
import { Dispatcher } from './outbox/dispatcher';
import { imapAddress } from './outbox/returns/imap-address';
import { pageAssets } from './pages/page-assets';
import { serveWeb } from './pages/serve-web';
import { endServing } from './processes/end-serving';
import { WorkerProcess } from './processes/worker-process';
import { ProblemFilter } from './problem/problem-filter';
import { RequestPipe } from './problem/request-pipe';

// What the operator's commands call of the API, through its one door.
export { RoleAccounts } from './accounts/role-accounts';
export { SetUpLink } from './accounts/set-up/set-up-link';
export { SignInLinks } from './accounts/sign-in/sign-in-links';
export { HostCookie } from './access/host-cookie';
export { Sessions } from './access/session';
export { SESSION_COOKIE } from './access/session-cookie';
export { AuditAnchors } from './accounts/audit-anchors';
export { type Anchor, AuditChain, findingSays } from './audit/audit-chain';
export { migrate } from './database/migrate';
export { loadSolver } from './disclosure/solver';
export { readIndicatorFile } from './indicators/reading/indicator-file';
export { ImportWorker } from './imports/import-worker';
export { FigureImportWorker } from './indicators/imports/figure-import-worker';
export { DataTests } from './indicators/tests/data-tests';
export { InboxPoll } from './inbox/inbox-poll';
export { Dispatcher } from './outbox/dispatcher';
export { Search } from './search/search';

export interface CreateAppOptions extends Omit<
  AppOptions,
  'publicUrl' | 'smtpUrl' | 'imapUrl' | 'webRoot' | 'background' | 'worker' | 'trustedProxies' | 'anchorFile'
> {
  /** 0 takes a free port. */
  port: number;
  host?: string;
  publicUrl?: string;
  smtpUrl?: string | null;
  imapUrl?: string | null;
  webRoot?: string | null;
  background?: boolean;
  /** Whether a process beside this one does the heavy work; otherwise this one does. */
  worker?: boolean;
  trustedProxies?: string | null;
  anchorFile?: string | null;
  clock?: Clock;
  logLevel?: 'silent' | 'info';
}

export interface RunningApp {
  /** Address people and mails use. */
  url: string;
  /** Where this process listens, whatever stands before it. */
  listensAt: string;
  get<T>(token: Type<T> | symbol): T;
  close(): Promise<void>;
}

const BODY_LIMIT = '512kb';
const KEEP_ALIVE_MS = 75_000;

/** Builds the application and listens; the one door for `main.ts`, `npm start`, tests and tools. */
export async function createApp(options: CreateAppOptions): Promise<RunningApp> {
  if (options.logLevel) log.level = options.logLevel;
  const host = options.host ?? '127.0.0.1';
  // An address that is none is told now, and not by each mail that is written.
  if (options.imapUrl) imapAddress(options.imapUrl);
  const appOptions: AppOptions = {
    databaseUrl: options.databaseUrl,
    publicUrl: options.publicUrl ?? `http://localhost:${options.port}`,
    smtpUrl: options.smtpUrl ?? null,
    imapUrl: options.imapUrl || null,
    embedded: options.embedded,
    webRoot: options.webRoot ?? null,
    background: options.background ?? true,
    worker: (options.worker ?? options.background ?? true) ? 'beside' : 'none',
    trustedProxies: options.trustedProxies ?? null,
    anchorFile: options.anchorFile ?? null,
  };
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(appOptions), {
    bodyParser: false,
    logger: false,
    abortOnError: false,
  });
  if (options.clock) {
    const given = options.clock;
    app.get(Clock).now = () => given.now();
  }
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  if (appOptions.trustedProxies) app.set('trust proxy', appOptions.trustedProxies);
  app.use(
    startRequest,
    compressAnswers,
    securityHeaders(appOptions),
    pageAssets,
    json({ limit: BODY_LIMIT, strict: true }),
    urlencoded({ extended: false, limit: BODY_LIMIT }),
  );
  app.useGlobalGuards(app.get(AccessGuard));
  app.useGlobalPipes(new RequestPipe());
  app.useGlobalInterceptors(new VersionInterceptor());
  app.useGlobalFilters(new ProblemFilter());
  if (appOptions.webRoot) serveWeb(app, appOptions.webRoot);
  // Longer than any proxy or browser keeps an idle connection, so that none is closed under a request.
  app.getHttpServer().keepAliveTimeout = KEEP_ALIVE_MS;
  await app.listen(options.port, host);
  const address = app.getHttpServer().address() as { port: number };
  if (!options.publicUrl) appOptions.publicUrl = `http://localhost:${address.port}`;
  app.get(WorkerProcess).start();
  return {
    url: appOptions.publicUrl,
    listensAt: `http://127.0.0.1:${address.port}`,
    get: (token) => app.get(token, { strict: false }),
    close: async () => {
      // Side by side: each of them has its own patience.
      await Promise.all([
        endServing(app.getHttpServer()),
        app.get(Dispatcher).onModuleDestroy(),
        app.get(WorkerProcess).onApplicationShutdown(),
      ]);
      await app.close();
    },
  };
}

/** JSON and pages; the quality that costs less time than it saves on any network slower than a house's own. */
const compressAnswers = compression({
  threshold: 1024,
  level: 6,
  brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
});

/** A request id on every answer, and one log line without query, body or token. */
function startRequest(
  request: Request & { requestId?: string },
  response: Response,
  next: NextFunction,
): void {
  request.requestId = randomUUID();
  response.setHeader('X-Request-Id', request.requestId);
  response.on('finish', () => {
    log.info(
      {
        requestId: request.requestId,
        method: request.method,
        route: routeOf(request),
        status: response.statusCode,
      },
      'request',
    );
  });
  next();
}

function routeOf(request: Request): string {
  const route = request.route as { path?: string } | undefined;
  return route?.path ?? 'static';
}

/** The same strict headers on every answer; scripts and styles carry a nonce made for this one answer. */
function securityHeaders(
  options: AppOptions,
): (request: Request, response: Response, next: NextFunction) => void {
  const https = options.publicUrl.startsWith('https:');
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", (_, response) => `'nonce-${(response as Response).locals['nonce'] as string}'`],
        styleSrc: ["'self'", (_, response) => `'nonce-${(response as Response).locals['nonce'] as string}'`],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        // The mailbox page shows a mail in a frame of its own; see OutboxController.page.
        frameSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        // Where the application lives it knows itself (APP_BASE_HREF); an address in a page can lead no other way.
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ['angular', 'angular#bundler', 'runder-tisch', "'allow-duplicates'"],
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: 'deny' },
  });
  return (request, response, next) => {
    response.locals['nonce'] = randomBytes(16).toString('base64');
    if (request.path.startsWith('/api/')) response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Vary', 'Cookie');
    protect(request, response, next);
  };
}
