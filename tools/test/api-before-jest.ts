import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import givePostgres from './postgres-for-jest';

const workspace = join(__dirname, '../..');

/** The API lane needs a server and the answers its routes declare. */
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
  await givePostgres();
}
