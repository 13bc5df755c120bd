import { Module } from '@nestjs/common';
import { Evidence } from './evidence';
import { FindingsController } from './findings.controller';
import { FindingsRepository } from './findings.repository';
import { FindingsService } from './findings.service';
import { NeedStatementsController } from './needs/need-statements.controller';
import { NeedStatementsService } from './needs/need-statements.service';
import { PrioritiesController } from './priorities/priorities.controller';
import { PrioritiesRepository } from './priorities/priorities.repository';
import { PrioritiesService } from './priorities/priorities.service';
import { DecisionsService } from './recommendations/decisions.service';
import { RecommendationsController } from './recommendations/recommendations.controller';
import { RecommendationsRepository } from './recommendations/recommendations.repository';
import { RecommendationsService } from './recommendations/recommendations.service';

@Module({
  controllers: [
    FindingsController,
    PrioritiesController,
    RecommendationsController,
    NeedStatementsController,
  ],
  providers: [
    Evidence,
    FindingsRepository,
    FindingsService,
    PrioritiesRepository,
    PrioritiesService,
    RecommendationsRepository,
    RecommendationsService,
    DecisionsService,
    NeedStatementsService,
  ],
})
export class FindingsModule {}
