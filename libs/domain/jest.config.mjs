import { nodeJest } from '../../jest.base.mjs';

export default { ...nodeJest, displayName: 'rules', rootDir: import.meta.dirname };
