import { Module } from '@nestjs/common';
import { DataConcepts } from './data-concepts';
import { DataConceptsController } from './data-concepts.controller';
import { DataSources } from './data-sources';
import { DataSourcesController } from './data-sources.controller';
import { IndicatorValues } from './indicator-values';
import { IndicatorsController } from './indicators.controller';
import { IndicatorsRepository } from './indicators.repository';
import { IndicatorsService } from './indicators.service';
import { Observations } from './observations';
import { ScopeDecisions } from './scope-decisions';
import { Comparisons } from './viewing/comparisons';
import { ViewingController } from './viewing/viewing.controller';

@Module({
  controllers: [DataConceptsController, DataSourcesController, IndicatorsController, ViewingController],
  providers: [
    Comparisons,
    DataConcepts,
    DataSources,
    IndicatorValues,
    IndicatorsRepository,
    IndicatorsService,
    Observations,
    ScopeDecisions,
  ],
  exports: [IndicatorsRepository, Observations],
})
export class IndicatorsModule {}
