import { createRequire } from 'node:module';
import { join } from 'node:path';
import { nodeJest, workspace } from './jest.base.mjs';

const { createCjsPreset } = createRequire(import.meta.url)('jest-preset-angular/presets');
const preset = createCjsPreset({ tsconfig: join(workspace, 'apps/web/tsconfig.spec.json') });
const [compile] = Object.values(preset.transform);

/** What the Jest lanes of the web share: Angular compiled just in time, no zone, a page made of jsdom. */
export const webJest = {
  ...preset,
  // Packages stay the modules they are: this Node lets Jest require them.
  transform: { '^.+\\.(ts|html)$': compile },
  transformIgnorePatterns: ['/node_modules/'],
  roots: ['<rootDir>'],
  testMatch: ['**/*.spec.ts'],
  setupFiles: ['reflect-metadata'],
  setupFilesAfterEnv: [join(workspace, 'jest.web-setup.cjs')],
  // The first to draw a page on a busy machine waits for its compiler.
  testTimeout: 90_000,
  randomize: true,
  maxWorkers: 2,
  cacheDirectory: nodeJest.cacheDirectory,
  moduleNameMapper: {
    '^@runder-tisch/(domain|drawing|ui)/(.*)$': join(workspace, 'libs/$1/src/$2'),
  },
};
