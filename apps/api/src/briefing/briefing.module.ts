import { Module } from '@nestjs/common';
import { SettingsModule } from '../settings/settings.module';
import { BriefingController } from './briefing.controller';
import { BriefingRepository } from './briefing.repository';
import { BriefingService } from './briefing.service';

/** The state of a Handlungsfeld is made of all areas, so it stands right of the last one. */
@Module({
  imports: [SettingsModule],
  controllers: [BriefingController],
  providers: [BriefingRepository, BriefingService],
})
export class BriefingModule {}
