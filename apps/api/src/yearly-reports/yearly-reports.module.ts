import { Module } from '@nestjs/common';
import { SettingsModule } from '../settings/settings.module';
import { YearlyReportsController } from './yearly-reports.controller';
import { YearlyReportsRepository } from './yearly-reports.repository';
import { YearlyReportsService } from './yearly-reports.service';

/** A network's year is made of all areas, so it stands right of the last one. */
@Module({
  imports: [SettingsModule],
  controllers: [YearlyReportsController],
  providers: [YearlyReportsRepository, YearlyReportsService],
})
export class YearlyReportsModule {}
