import { Module } from '@nestjs/common';
import { MembershipsController } from './memberships.controller';
import { MembershipsRepository } from './memberships.repository';
import { MembershipsService } from './memberships.service';
import { NetworksController } from './networks.controller';
import { NetworksRepository } from './networks.repository';
import { NetworksService } from './networks.service';

@Module({
  controllers: [NetworksController, MembershipsController],
  providers: [NetworksRepository, NetworksService, MembershipsRepository, MembershipsService],
  exports: [NetworksRepository],
})
export class NetworksModule {}
