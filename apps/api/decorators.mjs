import { readFile } from 'node:fs/promises';
import { transform } from '@swc/core';

/** How TypeScript with decorators is read, alike in the build, in tools and in tests. */
export const swcOptions = {
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    // Fields without a value are no own properties: an absent field of a request stays absent.
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    keepClassNames: true,
  },
  isModule: true,
};

/** esbuild cannot emit decorator metadata, which Nest, TypeORM and class-validator read; swc can. */
export const decorators = {
  name: 'decorator-metadata',
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      if (!/^\s*@\w/m.test(source) && !/\(@\w|,\s*@\w/.test(source))
        return { contents: source, loader: 'ts' };
      const { code } = await transform(source, {
        ...swcOptions,
        filename: path,
        sourceMaps: 'inline',
        configFile: false,
        swcrc: false,
      });
      return { contents: code, loader: 'js' };
    });
  },
};

/** Options common to every bundle for Node; the bundle is written by whoever calls esbuild. */
export const nodeBundle = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  packages: 'external',
  sourcemap: 'linked',
  outExtension: { '.js': '.mjs' },
  loader: { '.sql': 'text', '.css': 'text', '.typ': 'text' },
  plugins: [decorators],
  logLevel: 'warning',
  keepNames: true,
};
