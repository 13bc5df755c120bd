import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Programs that run in a process of their own lie beside the bundle of the API; tests name another folder. */
export function processPath(name: 'pdf-renderer' | 'table-reader' | 'worker'): string {
  return join(bundleFolder(), `${name}.mjs`);
}

/** Scripts that improve pages the server writes lie there as well. */
export function pageScriptPath(name: string): string {
  return join(bundleFolder(), 'page-scripts', `${name}.js`);
}

function bundleFolder(): string {
  const given = process.env['RT_PROCESSES'];
  if (given) return given;
  const here = new URL('.', import.meta.url);
  return fileURLToPath(here.pathname.endsWith('/parts/') ? new URL('..', here) : here);
}
