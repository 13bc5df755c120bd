import { join } from 'node:path';
import { swcOptions } from './apps/api/decorators.mjs';

export const workspace = import.meta.dirname;

/** What every Jest lane for Node shares. Random order: the seed is printed and can be given again with --seed. */
export const nodeJest = {
  setupFiles: ['reflect-metadata'],
  testEnvironment: 'node',
  roots: ['<rootDir>'],
  testMatch: ['**/*.spec.ts'],
  randomize: true,
  maxWorkers: 2,
  // What a test file leaves behind stays with its worker: past this a fresh one takes over, before memory slows both.
  workerIdleMemoryLimit: '1500MB',
  cacheDirectory: join(workspace, 'node_modules/.cache/jest'),
  transform: {
    '\\.ts$': [
      '@swc/jest',
      { ...swcOptions, module: { type: 'commonjs', ignoreDynamic: true }, sourceMaps: 'inline' },
    ],
    '\\.(sql|css|typ)$': join(workspace, 'jest.text.cjs'),
  },
  moduleNameMapper: {
    '^@runder-tisch/(domain|drawing)/(.*)$': join(workspace, 'libs/$1/src/$2'),
    '^@runder-tisch/scenario/(.*)$': join(workspace, 'tools/scenario/$1'),
    '^@runder-tisch/api/create-app$': join(workspace, 'apps/api/src/create-app.ts'),
    '^@runder-tisch/api/test$': join(workspace, 'apps/api/test/index.ts'),
  },
  extensionsToTreatAsEsm: [],
};
