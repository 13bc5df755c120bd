import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import type { Page } from '@runder-tisch/domain/lists';
import type {
  TaskEventView,
  TaskListItem,
  TaskMove,
  TasksChangedView,
  TaskView,
} from '@runder-tisch/domain/tasks';
import { ChangeTasks, SaveTask, TaskQuery } from '@runder-tisch/domain/tasks/tasks-requests';
import { Access, CurrentViewer, IfMatch } from '../access/access';
import type { Viewer } from '../access/viewer';
import { SeveralTasks } from './several-tasks';
import { tasksAsCsv, tasksAsXlsx } from './task-list-files';
import { Tasks } from './tasks';
import { TasksRepository } from './tasks.repository';

@Controller('api/tasks')
export class TasksController {
  constructor(
    private readonly repository: TasksRepository,
    private readonly tasks: Tasks,
    private readonly several: SeveralTasks,
  ) {}

  @Get()
  @Access('task:read')
  list(@CurrentViewer() viewer: Viewer, @Query() query: TaskQuery): Promise<Page<TaskListItem>> {
    return this.repository.list(viewer, query);
  }

  @Get('export.csv')
  @Access('task:read')
  @Header('Content-Disposition', 'attachment; filename="Aufgaben.csv"')
  async csv(@CurrentViewer() viewer: Viewer, @Query() query: TaskQuery): Promise<StreamableFile> {
    return tasksAsCsv(await this.repository.all(viewer, query));
  }

  @Get('export.xlsx')
  @Access('task:read')
  @Header('Content-Disposition', 'attachment; filename="Aufgaben.xlsx"')
  async xlsx(@CurrentViewer() viewer: Viewer, @Query() query: TaskQuery): Promise<StreamableFile> {
    return tasksAsXlsx(await this.repository.all(viewer, query));
  }

  /** What cannot be changed stays and is named with its reason; everything else is changed together. */
  @Post('several')
  @HttpCode(200)
  @Access('task:read')
  changeSeveral(@CurrentViewer() viewer: Viewer, @Body() request: ChangeTasks): Promise<TasksChangedView> {
    return this.several.change(viewer, request);
  }

  @Post('several/:batchId/undo')
  @HttpCode(200)
  @Access('task:read')
  undo(
    @CurrentViewer() viewer: Viewer,
    @Param('batchId', ParseUUIDPipe) batchId: string,
  ): Promise<TasksChangedView> {
    return this.several.undo(viewer, batchId);
  }

  @Get(':id')
  @Access('task:read')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<TaskView> {
    return this.repository.find(viewer, id);
  }

  @Get(':id/history')
  @Access('task:read')
  history(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<TaskEventView[]> {
    return this.repository.history(viewer, id);
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
