import { Measure } from './measure.entity';

export const measuresEntities = [Measure];
