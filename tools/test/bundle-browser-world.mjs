// The API with its test fixtures as one file: browser tests run it in their own process and hold its clock.
import { join } from 'node:path';
import { writeAnswerSchemas } from '../../apps/api/openapi/answer-schemas.mjs';
import { buildProcesses } from '../../apps/api/build.mjs';
import { bundleTool, workspace } from '../bundle.mjs';

writeAnswerSchemas(join(workspace, 'dist/tools/answer-schemas.json'));
await buildProcesses(join(workspace, 'dist/tools/processes'));
process.stdout.write(await bundleTool('browser-world', 'tools/test/browser-world.ts', { withApi: true }));
