import { Module } from '@nestjs/common';
import { CoverageController } from './heard/coverage.controller';
import { CoverageRepository } from './heard/coverage.repository';
import { CoverageService } from './heard/coverage.service';
import { FindingsController } from './findings.controller';
import { FindingsRepository } from './findings.repository';
import { FindingsService } from './findings.service';

@Module({
  controllers: [FindingsController, CoverageController],
  providers: [FindingsRepository, FindingsService, CoverageRepository, CoverageService],
})
export class FindingsModule {}
