import type { NextFunction, Request, Response } from 'express';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pageScriptPath } from '../processes/process-path';
import { fontPaths, pagesCss } from './pages-css';

const oneYear = 'public, max-age=31536000, immutable';
const fontPackage = '@fontsource-variable/source-sans-3/files/source-sans-3-';
const fontFiles = new Map<string, string>([
  [fontPaths.latin, `${fontPackage}latin-wght-normal.woff2`],
  [fontPaths.latinExtended, `${fontPackage}latin-ext-wght-normal.woff2`],
]);
const fonts = new Map<string, Buffer>();
const scripts = new Map<string, Buffer>();

/** Express handler for style sheet, fonts and scripts of server-written pages: `app.use(pageAssets)`, before the guard. */
export function pageAssets(request: Request, response: Response, next: NextFunction): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    next();
    return;
  }
  if (request.path === '/pages.css') {
    sendStylesheet(request, response);
    return;
  }
  const script = /^\/pages\/([a-z-]{1,40})\.js$/.exec(request.path)?.[1];
  if (script !== undefined) {
    sendScript(response, script, next);
    return;
  }
  const file = fontFiles.get(request.path);
  if (file === undefined) {
    next();
    return;
  }
  response.set('Cache-Control', oneYear).type('font/woff2').send(fontOf(file));
}

function sendStylesheet(request: Request, response: Response): void {
  const accent = typeof request.query['accent'] === 'string' ? `#${request.query['accent']}` : null;
  const sheet = pagesCss(accent);
  response
    .set('Cache-Control', request.query['v'] === sheet.hash ? oneYear : 'no-cache')
    .set('ETag', `"${sheet.hash}"`)
    .type('text/css');
  if (request.fresh) response.status(304).end();
  else response.send(sheet.text);
}

function sendScript(response: Response, name: string, next: NextFunction): void {
  const bytes = scriptOf(name);
  if (bytes === null) next();
  else response.set('Cache-Control', 'no-cache').type('text/javascript; charset=utf-8').send(bytes);
}

function scriptOf(name: string): Buffer | null {
  const known = scripts.get(name);
  if (known) return known;
  const path = pageScriptPath(name);
  // What is not there is not remembered: anybody may ask for any name.
  if (!existsSync(path)) return null;
  const bytes = readFileSync(path);
  scripts.set(name, bytes);
  return bytes;
}

function fontOf(file: string): Buffer {
  let bytes = fonts.get(file);
  if (!bytes) {
    bytes = readFileSync(createRequire(import.meta.url).resolve(file));
    fonts.set(file, bytes);
  }
  return bytes;
}
