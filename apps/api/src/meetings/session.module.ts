import { Module } from '@nestjs/common';
import { CommitteeSessionController } from './committee-session/committee-session.controller';
import { CommitteeSessionService } from './committee-session/committee-session.service';
import { Agreements } from './protocol/agreements';
import { AgreementsController } from './protocol/agreements.controller';
import { ProtocolDispatch } from './protocol/protocol-dispatch';
import { ProtocolPageController } from './protocol/protocol-page.controller';
import { ProtocolReader } from './protocol/protocol-reader';
import { ProtocolController } from './protocol/protocol.controller';
import { ProtocolRepository } from './protocol/protocol.repository';
import { ProtocolService } from './protocol/protocol.service';
import { AgendaMatters } from './session/agenda-matters';
import { LineOwners } from './session/line-owners';
import { RunningMeetingController } from './session/session.controller';
import { OpenItems } from './session/open-items.service';
import { SessionRepository } from './session/session.repository';
import { SessionService } from './session/session.service';

/** From "Sitzung starten" to "Protokoll versenden". */
@Module({
  controllers: [
    CommitteeSessionController,
    RunningMeetingController,
    ProtocolController,
    ProtocolPageController,
    AgreementsController,
  ],
  providers: [
    AgendaMatters,
    Agreements,
    CommitteeSessionService,
    LineOwners,
    OpenItems,
    SessionRepository,
    SessionService,
    ProtocolRepository,
    ProtocolService,
    ProtocolDispatch,
    ProtocolReader,
  ],
  exports: [AgendaMatters, LineOwners, ProtocolReader],
})
export class SessionModule {}
