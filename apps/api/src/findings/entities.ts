import { Finding } from './finding.entity';

export const findingsEntities = [Finding];
