import { Controller, Get, Query } from '@nestjs/common';
import type { HistoryLine } from '@runder-tisch/domain/history';
import { HistoryQuery } from '@runder-tisch/domain/history/history-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { Access, CurrentViewer } from '../access/access';
import type { Viewer } from '../access/viewer';
import { History } from './history';

@Controller('api/history')
export class HistoryController {
  constructor(private readonly history: History) {}

  @Get()
  @Access('search:use')
  of(@CurrentViewer() viewer: Viewer, @Query() query: HistoryQuery): Promise<Page<HistoryLine>> {
    return this.history.of(viewer, query);
  }
}
