import { nodeJest, workspace } from '../../jest.base.mjs';

export default {
  ...nodeJest,
  displayName: 'api',
  rootDir: import.meta.dirname,
  testTimeout: 90_000,
  globalSetup: `${workspace}/tools/test/api-before-jest.ts`,
  globalTeardown: `${workspace}/tools/test/postgres-after-jest.ts`,
};
