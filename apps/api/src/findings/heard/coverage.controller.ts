import { Body, Controller, Get, HttpCode, Put, Query } from '@nestjs/common';
import type { CoverageView } from '@runder-tisch/domain/findings/heard';
import { CoverageQuery, WantVoices } from '@runder-tisch/domain/findings/heard/coverage-requests';
import { Access, CurrentViewer } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { CoverageRepository } from './coverage.repository';
import { CoverageService } from './coverage.service';

@Controller('api/coverage')
export class CoverageController {
  constructor(
    private readonly coverage: CoverageRepository,
    private readonly service: CoverageService,
  ) {}

  @Get()
  @Access('finding:change')
  of(@Query() query: CoverageQuery): Promise<CoverageView> {
    return this.coverage.of(query);
  }

  @Put('wishes')
  @HttpCode(204)
  @Access('finding:change')
  want(@CurrentViewer() viewer: Viewer, @Body() request: WantVoices): Promise<void> {
    return this.service.want(viewer, request);
  }
}
