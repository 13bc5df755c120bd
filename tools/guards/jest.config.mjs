import { join } from 'node:path';
import api from '../../apps/api/jest.config.mjs';
import { workspace } from '../../jest.base.mjs';

const [[pattern, [, swcOptions]], ...others] = Object.entries(api.transform);

/** The API lane with a switch at each guard; server and answers are made once by the command. */
export default {
  ...api,
  rootDir: join(workspace, 'apps/api'),
  transform: {
    [pattern]: [join(workspace, 'tools/guards/switching-transform.mjs'), swcOptions],
    ...Object.fromEntries(others),
  },
  setupFilesAfterEnv: [join(workspace, 'tools/guards/switches.cjs')],
  globalSetup: undefined,
  globalTeardown: undefined,
};
