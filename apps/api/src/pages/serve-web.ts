import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import serveStaticGzip from 'express-static-gzip';
import { generalProblems } from '@runder-tisch/domain/problem';
import { problem } from '../problem/problem';

/** Paths the API writes itself, beside the start page `/`; everything else without a file is a page of the web application. */
export const serverWrittenPaths = [
  '/sachstand/',
  '/jahresbrief/',
  '/nachricht/',
  '/abbestellen/',
  '/wochenmail/',
  '/datenlieferung/',
  '/api/',
  '/antwort/',
  '/umfrage/',
  '/punkte',
  '/anmeldung/',
  '/aufgabe/',
  '/aufgaben-mails/',
  '/meine-angaben/',
  '/hinweis/',
  '/protokoll/',
  '/mitreden',
  '/ergebnisse',
  '/einrichten',
  '/angebote',
  '/mitmachen',
  '/impressum',
  '/datenschutz',
  '/barrierefreiheit',
  '/leicht',
  '/so-planen-wir',
  '/unterlage/',
  '/pages.css',
  '/logo',
];

const WORKER = 'service-worker.js';
/** Written with the letters of German; the other alphabets of the font are not worth a download in advance. */
const SHELL_FILE = /\.(js|css|svg)$|-latin(-ext)?-wght-normal-[A-Z0-9]{8}\.woff2$/;

/** Files with a hash in their name for a year; index.html fresh, with the nonce of this answer. */
export function serveWeb(app: NestExpressApplication, webRoot: string): void {
  const index = readFileSync(join(webRoot, 'index.html'), 'utf8');
  const worker = serviceWorker(webRoot, index);
  app.use(`/${WORKER}`, (request: Request, response: Response, next: NextFunction) => {
    if (request.method !== 'GET' || worker === null) return next();
    response.setHeader('Cache-Control', 'no-cache').type('text/javascript; charset=utf-8').send(worker);
  });
  app.use(refuseUndecodable);
  app.use(
    // Beside each file lie its copies compressed at build.
    serveStaticGzip(webRoot, {
      enableBrotli: true,
      orderPreference: ['br', 'gz'],
      index: false,
      serveStatic: {
        index: false,
        redirect: false,
        setHeaders: (response, path) => {
          const hashed = /-[A-Z0-9]{8}\.[a-z0-9]+(\.br|\.gz)?$/.test(path);
          response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
        },
      },
    }),
  );
  app.use((request: Request, response: Response, next: NextFunction) => {
    const isPage =
      request.method === 'GET' &&
      request.path !== '/' &&
      !serverWrittenPaths.some((path) => request.path.startsWith(path)) &&
      !/\.[a-z0-9]+$/i.test(request.path);
    if (!isPage) return next();
    response
      .setHeader('Cache-Control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(index.replaceAll('NONCE', response.locals['nonce'] as string));
  });
}

/** Before the files, which would answer in the words of their library. */
function refuseUndecodable(request: Request, response: Response, next: NextFunction): void {
  try {
    decodeURIComponent(request.path);
    next();
  } catch {
    next(problem(generalProblems, 'malformed-request'));
  }
}

/**
 * The worker with the names of the files it keeps for work without network: another build is another worker,
 * by which browsers notice that there is something new.
 */
function serviceWorker(webRoot: string, index: string): string | null {
  const path = join(webRoot, WORKER);
  if (!existsSync(path)) return null;
  const files = readdirSync(webRoot, { recursive: true, encoding: 'utf8' })
    .map((file) => `/${file.replaceAll('\\', '/')}`)
    .filter((file) => SHELL_FILE.test(file) && file !== `/${WORKER}`)
    .sort();
  const version = createHash('sha256').update(index).update(files.join()).digest('hex').slice(0, 16);
  return readFileSync(path, 'utf8')
    .replace("'VERSION'", JSON.stringify(version))
    .replace("['FILES']", JSON.stringify(files));
}
