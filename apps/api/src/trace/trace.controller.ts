import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import type { TraceView } from '@runder-tisch/domain/trace';
import { Access, CurrentViewer } from '../access/access';
import type { Viewer } from '../access/viewer';
import { Trace } from './trace';

@Controller('api/trace')
export class TraceController {
  constructor(private readonly trace: Trace) {}

  @Get(':kind/:id')
  @Access('search:use')
  find(
    @CurrentViewer() viewer: Viewer,
    @Param('kind') kind: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<TraceView> {
    return this.trace.of(viewer, kind, id);
  }
}
