import { Finding } from './finding.entity';
import { Prioritisation, PrioritisationOption } from './prioritisation/prioritisation.entity';

export const findingsEntities = [Finding, Prioritisation, PrioritisationOption];
