import { Controller, Get, Header, HttpCode, Post, Query, Req, StreamableFile } from '@nestjs/common';
import type { Request } from 'express';
import {
  measureLimits,
  measureProblems,
  type SheetApplied,
  type SheetPreview,
} from '@runder-tisch/domain/measures';
import { ApplySheet, MeasureQuery } from '@runder-tisch/domain/measures/measures-requests';
import { Access, CurrentViewer } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { Uploads } from '../../files/uploads';
import { xlsx } from '../../files/xlsx';
import { problem } from '../../problem/problem';
import { SheetService } from './sheet.service';

@Controller('api/measures')
export class SheetController {
  constructor(
    private readonly sheet: SheetService,
    private readonly uploads: Uploads,
  ) {}

  @Get('export.xlsx')
  @Access('measure:read')
  @Header('Content-Disposition', 'attachment; filename="Massnahmen.xlsx"')
  async export(@CurrentViewer() viewer: Viewer, @Query() query: MeasureQuery): Promise<StreamableFile> {
    const { columns, rows } = await this.sheet.file(viewer, query);
    return xlsx({ name: 'Maßnahmen', columns, rows });
  }

  /** The changed list is the body, as application/octet-stream; nothing is written. */
  @Post('sheet')
  @HttpCode(200)
  @Access('measure:change')
  async preview(@CurrentViewer() viewer: Viewer, @Req() request: Request): Promise<SheetPreview> {
    return this.sheet.preview(viewer, await this.bytesOf(viewer, request));
  }

  /** The same file once more, with what its preview said. */
  @Post('sheet/apply')
  @HttpCode(200)
  @Access('measure:change')
  async apply(
    @CurrentViewer() viewer: Viewer,
    @Query() query: ApplySheet,
    @Req() request: Request,
  ): Promise<SheetApplied> {
    return this.sheet.apply(viewer, await this.bytesOf(viewer, request), query.digest);
  }

  private async bytesOf(viewer: Viewer, request: Request): Promise<Buffer> {
    const bytes = await this.uploads.bytes(viewer, request, measureLimits.sheetBytes);
    if (!bytes) throw problem(measureProblems, 'measure-sheet-too-large');
    return bytes;
  }
}
