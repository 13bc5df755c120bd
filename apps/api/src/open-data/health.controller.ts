import { Controller, Get } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { HealthView } from '@runder-tisch/domain/health';
import { Public } from '../access/access';
import { Database } from '../database/database';

/** For the load balancer: `live` says the process answers, `ready` that it reaches its database (503 otherwise). */
@Controller('api/health')
@Public()
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get('live')
  live(): HealthView {
    return { status: 'ok' };
  }

  @Get('ready')
  async ready(): Promise<HealthView> {
    await this.database.found(sql`select 1 as one from instance`);
    return { status: 'ok' };
  }
}
