import { Module } from '@nestjs/common';
import { BodiesController } from './bodies/bodies.controller';
import { BodiesRepository } from './bodies/bodies.repository';
import { ConsolidationController } from './consolidation/consolidation.controller';
import { ConsolidationRepository } from './consolidation/consolidation.repository';
import { ConsolidationService } from './consolidation/consolidation.service';
import { CriteriaController } from './consolidation/criteria.controller';
import { CriteriaService } from './consolidation/criteria.service';

@Module({
  controllers: [CriteriaController, ConsolidationController, BodiesController],
  providers: [CriteriaService, ConsolidationRepository, ConsolidationService, BodiesRepository],
})
export class StructureModule {}
