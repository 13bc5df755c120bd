import { Module } from '@nestjs/common';
import { ActorsModule } from '../actors/actors.module';
import { MeetingsModule } from '../meetings/meetings.module';
import { SuccessionController } from './succession.controller';
import { SuccessionRepository } from './succession.repository';
import { SuccessionService } from './succession.service';
import { SuccessionUndo } from './succession-undo';

/** What somebody holds stands in all areas, so it stands right of the last one. */
@Module({
  imports: [ActorsModule, MeetingsModule],
  controllers: [SuccessionController],
  providers: [SuccessionRepository, SuccessionService, SuccessionUndo],
})
export class SuccessionModule {}
