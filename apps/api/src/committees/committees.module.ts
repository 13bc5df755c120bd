import { Module } from '@nestjs/common';
import { CommitteesController } from './committees.controller';
import { CommitteesService } from './committees.service';
import { CommitteeSeatsController } from './seats/committee-seats.controller';
import { CommitteeSeatsService } from './seats/committee-seats.service';

@Module({
  controllers: [CommitteesController, CommitteeSeatsController],
  providers: [CommitteesService, CommitteeSeatsService],
  exports: [CommitteesService],
})
export class CommitteesModule {}
