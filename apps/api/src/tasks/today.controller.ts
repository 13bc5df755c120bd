import { Controller, Get } from '@nestjs/common';
import type { TodayView } from '@runder-tisch/domain/tasks';
import { Access, CurrentViewer } from '../access/access';
import type { Viewer } from '../access/viewer';
import { Today } from './today';

@Controller('api/today')
export class TodayController {
  constructor(private readonly today: Today) {}

  @Get()
  @Access('task:read')
  view(@CurrentViewer() viewer: Viewer): Promise<TodayView> {
    return this.today.of(viewer);
  }
}
