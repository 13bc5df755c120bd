import { Module } from '@nestjs/common';
import { ActorsModule } from '../actors/actors.module';
import { Absences } from './absences/absences';
import { AbsencesController } from './absences/absences.controller';
import { MemberCards } from './member-cards';
import { MembersAtOnce } from './members-at-once';
import { MembershipsController } from './memberships.controller';
import { MembershipsRepository } from './memberships.repository';
import { MembershipsService } from './memberships.service';
import { NetworksController } from './networks.controller';
import { NetworksRepository } from './networks.repository';
import { NetworksService } from './networks.service';

@Module({
  imports: [ActorsModule],
  controllers: [NetworksController, MembershipsController, AbsencesController],
  providers: [
    Absences,
    MemberCards,
    NetworksRepository,
    NetworksService,
    MembersAtOnce,
    MembershipsRepository,
    MembershipsService,
  ],
  exports: [NetworksRepository],
})
export class NetworksModule {}
