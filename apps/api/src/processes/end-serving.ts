import type { Server } from 'node:http';

/** What is not answered by then is cut off: whoever ends us waits ten seconds for all of it. */
const PATIENCE_MS = 5_000;
const LOOK_MS = 50;

/**
 * Takes no new connections and finishes what is being answered. Each connection goes with its next answer, since
 * browsers and proxies that keep asking would keep the server for good.
 */
export async function endServing(server: Server): Promise<void> {
  server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const idle = setInterval(() => server.closeIdleConnections(), LOOK_MS);
  const late = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}
