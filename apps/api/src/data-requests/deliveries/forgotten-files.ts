import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemViewer } from '../../access/viewer';
import { Jobs } from '../../jobs/jobs';
import { DeliveriesService } from './deliveries.service';

const DAY = 86_400_000;

/** Delivered files go after one cycle of planning. */
@Injectable()
export class ForgottenFiles implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly deliveries: DeliveriesService,
  ) {}

  onModuleInit(): void {
    this.jobs.every(DAY, 'deliveries.forget', () => this.deliveries.forgetOld(systemViewer));
  }
}
