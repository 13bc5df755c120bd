import { Module } from '@nestjs/common';
import { DataConcepts } from './data-concepts';
import { DataConceptsController } from './data-concepts.controller';
import { DataSources } from './data-sources';
import { DataSourcesController } from './data-sources.controller';
import { FigureImportWorker } from './imports/figure-import-worker';
import { FigureImportsController } from './imports/figure-imports.controller';
import { FigureImports } from './imports/figure-imports';
import { FigureImportsService } from './imports/figure-imports.service';
import { WrittenFigures } from './imports/written-figures';
import { IndicatorValues } from './indicator-values';
import { IndicatorsController } from './indicators.controller';
import { IndicatorsRepository } from './indicators.repository';
import { IndicatorsService } from './indicators.service';
import { FigureReleaseCheck } from './releases/figure-release-check';
import { FigureReleasesController } from './releases/figure-releases.controller';
import { FigureReleasesRepository } from './releases/figure-releases.repository';
import { FigureReleasesService } from './releases/figure-releases.service';
import { IndicatorSums } from './releases/indicator-sums';
import { OpenFiguresController } from './releases/open-figures.controller';
import { ReleasedFigures } from './releases/released-figures';
import { ScopeDecisions } from './scope-decisions';
import { DataTests } from './tests/data-tests';
import { Comparisons } from './viewing/comparisons';
import { ViewingController } from './viewing/viewing.controller';

@Module({
  controllers: [
    DataConceptsController,
    DataSourcesController,
    FigureImportsController,
    FigureReleasesController,
    IndicatorsController,
    OpenFiguresController,
    ViewingController,
  ],
  providers: [
    Comparisons,
    DataConcepts,
    DataSources,
    DataTests,
    FigureImportWorker,
    FigureImports,
    FigureImportsService,
    FigureReleaseCheck,
    FigureReleasesRepository,
    FigureReleasesService,
    IndicatorSums,
    IndicatorValues,
    IndicatorsRepository,
    IndicatorsService,
    ReleasedFigures,
    ScopeDecisions,
    WrittenFigures,
  ],
  exports: [DataConcepts, FigureImportsService, IndicatorsRepository, ScopeDecisions, WrittenFigures],
})
export class IndicatorsModule {}
