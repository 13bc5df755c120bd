import { Module } from '@nestjs/common';
import { ImportDecisionsService } from './import-decisions.service';
import { ImportWorker } from './import-worker';
import { ImportsController } from './imports.controller';
import { ImportsRepository } from './imports.repository';
import { ImportsService } from './imports.service';

@Module({
  controllers: [ImportsController],
  providers: [ImportsRepository, ImportsService, ImportDecisionsService, ImportWorker],
})
export class ImportsModule {}
