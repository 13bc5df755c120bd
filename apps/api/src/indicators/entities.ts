import { DataConcept } from './data-concept.entity';
import { DataSource } from './data-source.entity';
import { FigureRelease } from './releases/figure-release.entity';
import { Indicator, IndicatorVersion } from './indicator.entity';

export const indicatorsEntities = [Indicator, IndicatorVersion, DataSource, DataConcept, FigureRelease];
