import { Module } from '@nestjs/common';
import { FindingsController } from './findings.controller';
import { FindingsRepository } from './findings.repository';
import { FindingsService } from './findings.service';
import { BallotsRepository } from './prioritisation/ballots.repository';
import { BallotsService } from './prioritisation/ballots.service';
import { PointsPageController } from './prioritisation/points-page.controller';
import { PrioritisationClosing } from './prioritisation/prioritisation-closing';
import { PrioritisationMails } from './prioritisation/prioritisation-mails';
import { PrioritisationsController } from './prioritisation/prioritisations.controller';
import { PrioritisationsRepository } from './prioritisation/prioritisations.repository';
import { PrioritisationsService } from './prioritisation/prioritisations.service';

@Module({
  controllers: [FindingsController, PrioritisationsController, PointsPageController],
  providers: [
    FindingsRepository,
    FindingsService,
    PrioritisationsRepository,
    PrioritisationsService,
    PrioritisationMails,
    PrioritisationClosing,
    BallotsRepository,
    BallotsService,
  ],
})
export class FindingsModule {}
