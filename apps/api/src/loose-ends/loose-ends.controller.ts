import { Controller, Get, Query } from '@nestjs/common';
import type { Page } from '@runder-tisch/domain/lists';
import type { LooseEnd, LooseEndCounts } from '@runder-tisch/domain/loose-ends';
import { LooseEndQuery } from '@runder-tisch/domain/loose-ends/loose-ends-requests';
import { Access, CurrentViewer } from '../access/access';
import type { Viewer } from '../access/viewer';
import { LooseEnds } from './loose-ends';

@Controller('api/loose-ends')
export class LooseEndsController {
  constructor(private readonly looseEnds: LooseEnds) {}

  @Get()
  @Access('finding:read')
  list(@CurrentViewer() viewer: Viewer, @Query() query: LooseEndQuery): Promise<Page<LooseEnd>> {
    return this.looseEnds.list(viewer, query);
  }

  @Get('counts')
  @Access('finding:read')
  counts(@CurrentViewer() viewer: Viewer): Promise<LooseEndCounts> {
    return this.looseEnds.counts(viewer);
  }
}
