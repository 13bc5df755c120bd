import { Module } from '@nestjs/common';
import { Evidence } from './evidence';
import { CoverageController } from './heard/coverage.controller';
import { CoverageRepository } from './heard/coverage.repository';
import { CoverageService } from './heard/coverage.service';
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
import { BallotsRepository } from './prioritisation/ballots.repository';
import { BallotsService } from './prioritisation/ballots.service';
import { PointsPageController } from './prioritisation/points-page.controller';
import { PrioritisationClosing } from './prioritisation/prioritisation-closing';
import { PrioritisationMails } from './prioritisation/prioritisation-mails';
import { PrioritisationsController } from './prioritisation/prioritisations.controller';
import { PrioritisationsRepository } from './prioritisation/prioritisations.repository';
import { PrioritisationsService } from './prioritisation/prioritisations.service';

@Module({
  controllers: [
    FindingsController,
    PrioritiesController,
    RecommendationsController,
    NeedStatementsController,
    CoverageController,
    PrioritisationsController,
    PointsPageController,
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
    CoverageRepository,
    CoverageService,
    PrioritisationsRepository,
    PrioritisationsService,
    PrioritisationMails,
    PrioritisationClosing,
    BallotsRepository,
    BallotsService,
  ],
  exports: [DecisionsService, PrioritisationsService],
})
export class FindingsModule {}
