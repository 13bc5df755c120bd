import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemViewer } from '../access/viewer';
import { Database } from '../database/database';
import { Jobs } from '../jobs/jobs';
import { OriginalTexts } from './original-texts';

const HOUR_MS = 3_600_000;

/** Deletes the words as typed once their time is over. */
@Injectable()
export class FeedbackRetention implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly originals: OriginalTexts,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every(HOUR_MS, 'feedback.retention', () => this.run());
  }

  run(): Promise<number> {
    return this.database.write(systemViewer, 'feedback.retention', (tx) => this.originals.deleteOverdue(tx));
  }
}
