import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import givePostgres from './postgres-for-jest';

const workspace = join(__dirname, '../..');

/** Whoever runs the API needs a server, the answers its routes declare, and the small processes that open uploads and draw PDFs. */
export default async function beforeApi(): Promise<void> {
  const schemas: unknown = await import(
    pathToFileURL(join(workspace, 'apps/api/openapi/answer-schemas.mjs')).href
  );
  const { writeAnswerSchemas } = schemas as { writeAnswerSchemas: (target: string) => boolean };
  process.env['RT_ANSWER_SCHEMAS'] ??= join(
    workspace,
    'node_modules/.cache/runder-tisch/answer-schemas.json',
  );
  writeAnswerSchemas(process.env['RT_ANSWER_SCHEMAS']);
  const build: unknown = await import(pathToFileURL(join(workspace, 'apps/api/build.mjs')).href);
  const { buildProcesses } = build as { buildProcesses: (folder: string) => Promise<void> };
  process.env['RT_PROCESSES'] ??= join(workspace, 'node_modules/.cache/runder-tisch/processes');
  await buildProcesses(process.env['RT_PROCESSES']);
  await givePostgres();
}
