import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import type {
  FigureReleaseListItem,
  FigureReleaseView,
  IndicatorLinksView,
} from '@runder-tisch/domain/indicators/releases';
import {
  PrepareFigureRelease,
  StateIndicatorSum,
  TellContributors,
  WithdrawFigureRelease,
} from '@runder-tisch/domain/indicators/releases/release-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { Access, CurrentViewer, IfMatch } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { FigureReleasesRepository } from './figure-releases.repository';
import { FigureReleasesService } from './figure-releases.service';
import { IndicatorSums } from './indicator-sums';

@Controller('api')
export class FigureReleasesController {
  constructor(
    private readonly repository: FigureReleasesRepository,
    private readonly service: FigureReleasesService,
    private readonly sums: IndicatorSums,
  ) {}

  @Get('indicators/:id/releases')
  @Access('indicator:read')
  list(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<Page<FigureReleaseListItem>> {
    return this.repository.list(viewer, id);
  }

  @Post('indicators/:id/releases')
  @Access('indicator:change')
  prepare(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: PrepareFigureRelease,
  ): Promise<{ id: string }> {
    return this.service.prepare(viewer, id, request);
  }

  @Get('figure-releases/:id')
  @Access('indicator:read')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<FigureReleaseView> {
    return this.repository.find(viewer, id);
  }

  @Post('figure-releases/:id/release')
  @HttpCode(200)
  @Access('indicator:change')
  async release(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<FigureReleaseView> {
    await this.service.release(viewer, id, version);
    return this.repository.find(viewer, id);
  }

  @Post('figure-releases/:id/withdraw')
  @HttpCode(200)
  @Access('indicator:change')
  async withdraw(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: WithdrawFigureRelease,
  ): Promise<FigureReleaseView> {
    await this.service.withdraw(viewer, id, version, request);
    return this.repository.find(viewer, id);
  }

  @Get('indicators/:id/links')
  @Access('indicator:change')
  links(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<IndicatorLinksView> {
    return this.sums.list(viewer, id);
  }

  @Post('indicators/:id/sums')
  @Access('indicator:change')
  state(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: StateIndicatorSum,
  ): Promise<{ id: string }> {
    return this.sums.state(viewer, id, request);
  }

  @Delete('indicators/:id/sums/:sumId')
  @HttpCode(204)
  @Access('indicator:change')
  remove(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('sumId', ParseUUIDPipe) sumId: string,
  ): Promise<void> {
    return this.sums.remove(viewer, id, sumId);
  }

  @Put('indicators/:id/contributors')
  @HttpCode(204)
  @Access('indicator:change')
  contributors(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: TellContributors,
  ): Promise<void> {
    return this.sums.tell(viewer, id, request);
  }
}
