// The API with its test fixtures as one file: browser tests run it in their own process and hold its clock.
import { bundleTool } from '../bundle.mjs';

process.stdout.write(await bundleTool('test-app', 'apps/api/test/index.ts'));
