import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import type { Page } from '@runder-tisch/domain/lists';
import type { PageReminders, ReminderItem } from '@runder-tisch/domain/reminders';
import {
  AddReminder,
  PageAddress,
  ReminderQuery,
  SaveReminder,
} from '@runder-tisch/domain/reminders/reminders-requests';
import { Access, CurrentViewer, IfMatch } from '../access/access';
import type { Viewer } from '../access/viewer';
import { RemindersRepository } from './reminders.repository';
import { RemindersService } from './reminders.service';

@Controller('api/reminders')
export class RemindersController {
  constructor(
    private readonly repository: RemindersRepository,
    private readonly service: RemindersService,
  ) {}

  @Get()
  @Access('reminder:own')
  list(@CurrentViewer() viewer: Viewer, @Query() query: ReminderQuery): Promise<Page<ReminderItem>> {
    return this.repository.list(viewer, query);
  }

  /** What hangs on the object of a page; an address without one is not found. */
  @Get('page')
  @Access('reminder:own')
  page(@CurrentViewer() viewer: Viewer, @Query() { path }: PageAddress): Promise<PageReminders> {
    return this.repository.page(viewer, path);
  }

  @Post()
  @Access('reminder:own')
  add(@CurrentViewer() viewer: Viewer, @Body() request: AddReminder): Promise<{ id: string }> {
    return this.service.add(viewer, request);
  }

  @Put(':id')
  @Access('reminder:own')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveReminder,
  ): Promise<ReminderItem> {
    await this.service.change(viewer, id, version, request);
    return this.repository.find(viewer, id);
  }

  @Post(':id/done')
  @HttpCode(200)
  @Access('reminder:own')
  async done(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<ReminderItem> {
    await this.service.setDone(viewer, id, true);
    return this.repository.find(viewer, id);
  }

  @Post(':id/reopen')
  @HttpCode(200)
  @Access('reminder:own')
  async reopen(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ReminderItem> {
    await this.service.setDone(viewer, id, false);
    return this.repository.find(viewer, id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('reminder:own')
  remove(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.service.remove(viewer, id);
  }
}
