import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Programs that run in a process of their own lie beside the bundle of the API; tests name another folder. */
export function processPath(name: 'pdf-renderer' | 'table-reader' | 'worker'): string {
  const given = process.env['RT_PROCESSES'];
  if (given) return join(given, `${name}.mjs`);
  const here = new URL('.', import.meta.url);
  const folder = here.pathname.endsWith('/parts/') ? new URL('..', here) : here;
  return fileURLToPath(new URL(`${name}.mjs`, folder));
}
