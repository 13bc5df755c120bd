import { Controller, Get } from '@nestjs/common';
import type { OverviewView } from '@runder-tisch/domain/overview';
import { Access, CurrentViewer } from '../access/access';
import type { Viewer } from '../access/viewer';
import { Overview } from './overview';

@Controller('api/overview')
export class OverviewController {
  constructor(private readonly overview: Overview) {}

  @Get()
  @Access('overview:read')
  view(@CurrentViewer() viewer: Viewer): Promise<OverviewView> {
    return this.overview.of(viewer);
  }
}
