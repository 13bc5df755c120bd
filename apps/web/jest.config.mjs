import { webJest } from '../../jest.web.mjs';

export default { ...webJest, displayName: 'web', rootDir: import.meta.dirname };
