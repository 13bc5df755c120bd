import { createRequire } from 'node:module';
import type { MetadataStorage } from 'class-transformer/types/MetadataStorage';

/** What the @Type decorators have told. class-validator-jsonschema asks for it; the package does not export it. */
export const { defaultMetadataStorage } = createRequire(import.meta.url)(
  'class-transformer/cjs/storage.js',
) as {
  defaultMetadataStorage: MetadataStorage;
};
