import { Module } from '@nestjs/common';
import { ProtocolPageController } from './protocol/protocol-page.controller';
import { ProtocolReader } from './protocol/protocol-reader';
import { ProtocolController } from './protocol/protocol.controller';
import { ProtocolRepository } from './protocol/protocol.repository';
import { ProtocolService } from './protocol/protocol.service';
import { RunningMeetingController } from './session/session.controller';
import { SessionRepository } from './session/session.repository';
import { SessionService } from './session/session.service';

/** From "Sitzung starten" to "Protokoll versenden". */
@Module({
  controllers: [RunningMeetingController, ProtocolController, ProtocolPageController],
  providers: [SessionRepository, SessionService, ProtocolRepository, ProtocolService, ProtocolReader],
  exports: [SessionService],
})
export class SessionModule {}
