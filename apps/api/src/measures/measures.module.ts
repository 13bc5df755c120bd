import { Module } from '@nestjs/common';
import { addEvidenceSource } from '../findings/evidence-sources';
import { evaluationEvidence } from './evaluation/evaluation-evidence';
import { EvaluationsController } from './evaluation/evaluations.controller';
import { EvaluationsRepository } from './evaluation/evaluations.repository';
import { EvaluationsService } from './evaluation/evaluations.service';
import { MatrixController } from './matrix/matrix.controller';
import { MatrixFile } from './matrix/matrix-file';
import { MatrixRepository } from './matrix/matrix.repository';
import { MeasuresController } from './measures.controller';
import { MeasuresRepository } from './measures.repository';
import { MeasuresService } from './measures.service';
import { ProgressMails } from './progress/progress-mails';
import { ProgressPageController } from './progress/progress-page.controller';
import { ProgressController } from './progress/progress.controller';
import { ProgressService } from './progress/progress.service';
import { FieldResultsPageController } from './published/field-results-page.controller';
import { FieldResultsRepository } from './published/field-results.repository';
import { SheetController } from './sheet/sheet.controller';
import { SheetService } from './sheet/sheet.service';
import { LetterYearsController } from './year-letters/letter-years.controller';
import { BoundLettersService } from './year-letters/bound-letters.service';
import { YearLetterFactsSource } from './year-letters/year-letter-facts';
import { YearLetterLinkController } from './year-letters/year-letter-link.controller';
import { YearLettersController } from './year-letters/year-letters.controller';
import { YearLettersRepository } from './year-letters/year-letters.repository';
import { YearLettersService } from './year-letters/year-letters.service';

@Module({
  // Those with words in their paths come before the one whose paths are ids and verbs.
  controllers: [
    SheetController,
    ProgressController,
    ProgressPageController,
    EvaluationsController,
    FieldResultsPageController,
    LetterYearsController,
    YearLettersController,
    YearLetterLinkController,
    MatrixController,
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
    FieldResultsRepository,
    BoundLettersService,
    YearLetterFactsSource,
    YearLettersRepository,
    YearLettersService,
    MatrixFile,
    MatrixRepository,
  ],
})
export class MeasuresModule {
  constructor() {
    addEvidenceSource('measure', evaluationEvidence);
  }
}
