import { Module } from '@nestjs/common';
import { FindingsModule } from '../findings/findings.module';
import { MeetingsModule } from '../meetings/meetings.module';
import { SessionModule } from '../meetings/session.module';
import { AgendaTopicsController } from './agenda/agenda-topics.controller';
import { AgendaTopicsRepository } from './agenda/agenda-topics.repository';
import { AgendaTopicsService } from './agenda/agenda-topics.service';
import { PaperMatters } from './agenda/paper-matters';
import { ConsultationsController } from './consultations/consultations.controller';
import { ConsultationsService } from './consultations/consultations.service';
import { ControlFollowing } from './control/control-following';
import { ControlsController } from './control/controls.controller';
import { ControlsRepository } from './control/controls.repository';
import { ControlsService } from './control/controls.service';
import { SessionControls } from './control/session-controls';
import { SessionControlsController } from './control/session-controls.controller';
import { PapersController } from './papers.controller';
import { PapersRepository } from './papers.repository';
import { PapersService } from './papers.service';

@Module({
  imports: [FindingsModule, MeetingsModule, SessionModule],
  controllers: [
    PapersController,
    ConsultationsController,
    AgendaTopicsController,
    ControlsController,
    SessionControlsController,
  ],
  providers: [
    PapersRepository,
    PapersService,
    ConsultationsService,
    AgendaTopicsRepository,
    AgendaTopicsService,
    PaperMatters,
    ControlsRepository,
    ControlsService,
    ControlFollowing,
    SessionControls,
  ],
})
export class PapersModule {}
