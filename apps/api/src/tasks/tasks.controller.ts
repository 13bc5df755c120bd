import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import type { Page } from '@runder-tisch/domain/lists';
import type { TaskListItem, TaskMove, TaskView } from '@runder-tisch/domain/tasks';
import { SaveTask, TaskQuery } from '@runder-tisch/domain/tasks/tasks-requests';
import { Access, CurrentViewer, IfMatch } from '../access/access';
import type { Viewer } from '../access/viewer';
import { Tasks } from './tasks';
import { TasksRepository } from './tasks.repository';

@Controller('api/tasks')
export class TasksController {
  constructor(
    private readonly repository: TasksRepository,
    private readonly tasks: Tasks,
  ) {}

  @Get()
  @Access('task:read')
  list(@CurrentViewer() viewer: Viewer, @Query() query: TaskQuery): Promise<Page<TaskListItem>> {
    return this.repository.list(viewer, query);
  }

  @Post()
  @Access('task:change')
  create(@CurrentViewer() viewer: Viewer, @Body() request: SaveTask): Promise<{ id: string }> {
    return this.tasks.create(viewer, request);
  }

  @Put(':id')
  @Access('task:change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveTask,
  ): Promise<TaskView> {
    await this.tasks.change(viewer, id, version, request);
    return this.repository.find(viewer, id);
  }

  @Post(':id/done')
  @HttpCode(200)
  @Access('task:read')
  done(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<TaskView> {
    return this.move(viewer, id, 'done');
  }

  @Post(':id/reopen')
  @HttpCode(200)
  @Access('task:read')
  reopen(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<TaskView> {
    return this.move(viewer, id, 'reopen');
  }

  @Post(':id/drop')
  @HttpCode(200)
  @Access('task:change')
  drop(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<TaskView> {
    return this.move(viewer, id, 'drop');
  }

  private async move(viewer: Viewer, id: string, move: TaskMove): Promise<TaskView> {
    await this.tasks.move(viewer, id, move);
    return this.repository.find(viewer, id);
  }
}
