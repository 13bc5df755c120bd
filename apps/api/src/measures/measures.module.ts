import { Module } from '@nestjs/common';
import { addEvidenceSource } from '../findings/evidence-sources';
import { evaluationEvidence } from './evaluation/evaluation-evidence';
import { EvaluationsController } from './evaluation/evaluations.controller';
import { EvaluationsRepository } from './evaluation/evaluations.repository';
import { EvaluationsService } from './evaluation/evaluations.service';
import { MeasuresController } from './measures.controller';
import { MeasuresRepository } from './measures.repository';
import { MeasuresService } from './measures.service';
import { ProgressMails } from './progress/progress-mails';
import { ProgressPageController } from './progress/progress-page.controller';
import { ProgressController } from './progress/progress.controller';
import { ProgressService } from './progress/progress.service';
import { SheetController } from './sheet/sheet.controller';
import { SheetService } from './sheet/sheet.service';

@Module({
  // Those with words in their paths come before the one whose paths are ids and verbs.
  controllers: [
    SheetController,
    ProgressController,
    ProgressPageController,
    EvaluationsController,
    MeasuresController,
  ],
  providers: [
    MeasuresRepository,
    MeasuresService,
    ProgressMails,
    ProgressService,
    SheetService,
    EvaluationsRepository,
    EvaluationsService,
  ],
})
export class MeasuresModule {
  constructor() {
    addEvidenceSource('measure', evaluationEvidence);
  }
}
