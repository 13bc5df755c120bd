import { nodeJest } from '../../tools/jest.base.mjs';

export default { ...nodeJest, displayName: 'rules', rootDir: import.meta.dirname };
