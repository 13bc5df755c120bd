import { Controller, Get, Query } from '@nestjs/common';
import type { LooseEndPage } from '@runder-tisch/domain/loose-ends';
import { LooseEndQuery } from '@runder-tisch/domain/loose-ends/loose-ends-requests';
import { Access, CurrentViewer } from '../access/access';
import type { Viewer } from '../access/viewer';
import { LooseEnds } from './loose-ends';

@Controller('api/loose-ends')
export class LooseEndsController {
  constructor(private readonly looseEnds: LooseEnds) {}

  @Get()
  @Access('finding:read')
  list(@CurrentViewer() viewer: Viewer, @Query() query: LooseEndQuery): Promise<LooseEndPage> {
    return this.looseEnds.list(viewer, query);
  }
}
