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
import type { NeedStatementView } from '@runder-tisch/domain/findings';
import {
  CreateNeedStatement,
  NeedStatementQuery,
  SaveNeedStatement,
} from '@runder-tisch/domain/findings/need-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { Access, CurrentViewer, IfMatch } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { NeedStatementsService } from './need-statements.service';

@Controller('api/need-statements')
export class NeedStatementsController {
  constructor(private readonly statements: NeedStatementsService) {}

  @Get()
  @Access('finding:read')
  list(@Query() query: NeedStatementQuery): Promise<Page<NeedStatementView>> {
    return this.statements.of(query.fieldId);
  }

  @Post()
  @Access('finding:change')
  create(@CurrentViewer() viewer: Viewer, @Body() request: CreateNeedStatement): Promise<{ id: string }> {
    return this.statements.create(viewer, request);
  }

  @Put(':id')
  @HttpCode(204)
  @Access('finding:change')
  change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveNeedStatement,
  ): Promise<void> {
    return this.statements.change(viewer, id, version, request);
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('finding:change')
  remove(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.statements.remove(viewer, id);
  }
}
