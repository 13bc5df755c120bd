// Opens the running meeting without network: its shell (page, scripts, styles, fonts) and nothing else. It sees only
// pages below /termine/, answers itself only for the page of a running meeting, and never touches the API.

/* The server writes both when it answers with this file: see serve-web.ts. */
const version = 'VERSION';
const files = ['FILES'];

const PREFIX = 'rt-shell-';
const CACHE = PREFIX + version;
/** Any page of the application is the same document. */
const DOCUMENT = '/anmelden';
const SESSION_PAGE = /^\/termine\/[0-9a-f-]{36}\/sitzung$/;
const PATIENCE = 5_000;
const own = new Set(files);

self.addEventListener('install', (event) => event.waitUntil(keepShell()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== self.location.origin) return;
  if (mode === 'navigate') {
    if (SESSION_PAGE.test(pathname)) event.respondWith(openPage(event.request));
  } else if (own.has(pathname)) {
    event.respondWith(openFile(event.request));
  }
});

/** Whole or not at all: a shell with a missing part is not kept. */
async function keepShell() {
  const cache = await caches.open(CACHE);
  await cache.addAll([new Request(DOCUMENT, { cache: 'no-store' }), ...files]);
  await self.skipWaiting();
}

/** The version before stays, for windows that were opened with it and still load parts of it. */
async function takeOver() {
  const kept = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  const before = kept.filter((name) => name !== CACHE).at(-1);
  await Promise.all(
    kept.filter((name) => name !== CACHE && name !== before).map((name) => caches.delete(name)),
  );
  await self.clients.claim();
}

/** With network always the server's page, so that nobody works with an old version; else the kept one. */
async function openPage(request) {
  const fresh = fetch(request).catch(() => null);
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, null));
  const first = self.navigator.onLine === false ? null : await Promise.race([fresh, late]);
  if (first && first.status < 500) return first;
  return (await keptPage()) ?? first ?? (await fresh) ?? Response.error();
}

/**
 * Page and content policy were kept as one answer, so they name the same nonce. Both get a new one each time,
 * as the server does it: a nonce counts for one page alone.
 */
async function keptPage() {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(DOCUMENT, { ignoreVary: true });
  const policy = kept?.headers.get('Content-Security-Policy') ?? '';
  const [, before] = /'nonce-([^']+)'/.exec(policy) ?? [];
  if (!kept || !before) return null;
  const now = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const headers = new Headers(kept.headers);
  headers.set('Content-Security-Policy', policy.replaceAll(before, now));
  return new Response((await kept.text()).replaceAll(before, now), { status: 200, headers });
}

async function openFile(request) {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}
