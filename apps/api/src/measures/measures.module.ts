import { Module } from '@nestjs/common';
import { EvaluationsController } from './evaluation/evaluations.controller';
import { EvaluationsRepository } from './evaluation/evaluations.repository';
import { EvaluationsService } from './evaluation/evaluations.service';
import { MeasuresController } from './measures.controller';
import { MeasuresRepository } from './measures.repository';
import { MeasuresService } from './measures.service';

@Module({
  controllers: [MeasuresController, EvaluationsController],
  providers: [MeasuresRepository, MeasuresService, EvaluationsRepository, EvaluationsService],
})
export class MeasuresModule {}
