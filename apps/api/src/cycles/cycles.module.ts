import { Module } from '@nestjs/common';
import { IndicatorsModule } from '../indicators/indicators.module';
import { ActorAnalysisController } from './actors/actor-analysis.controller';
import { ActorAnalysisRepository } from './actors/actor-analysis.repository';
import { ActorAnalysisService } from './actors/actor-analysis.service';
import { CarryOver } from './cycles/carry-over';
import { CyclesController } from './cycles/cycles.controller';
import { CyclesRepository } from './cycles/cycles.repository';
import { CyclesService } from './cycles/cycles.service';
import { DiscourseController } from './discourse/discourse.controller';
import { DiscourseRepository } from './discourse/discourse.repository';
import { DiscourseService } from './discourse/discourse.service';
import { ProcessPageController } from './process-page/process-page.controller';
import { StepsController } from './steps/steps.controller';
import { StepsRepository } from './steps/steps.repository';
import { StepsService } from './steps/steps.service';
import { MethodNotes } from './templates/method-notes';
import { MethodNotesController } from './templates/method-notes.controller';
import { TemplatesController } from './templates/templates.controller';
import { TemplatesRepository } from './templates/templates.repository';
import { TemplatesService } from './templates/templates.service';

@Module({
  imports: [IndicatorsModule],
  controllers: [
    TemplatesController,
    MethodNotesController,
    CyclesController,
    StepsController,
    DiscourseController,
    ProcessPageController,
    ActorAnalysisController,
  ],
  providers: [
    TemplatesRepository,
    TemplatesService,
    MethodNotes,
    CarryOver,
    CyclesRepository,
    CyclesService,
    StepsRepository,
    StepsService,
    DiscourseRepository,
    DiscourseService,
    ActorAnalysisRepository,
    ActorAnalysisService,
  ],
})
export class CyclesModule {}
