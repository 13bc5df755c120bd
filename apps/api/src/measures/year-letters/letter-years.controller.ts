import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseIntPipe,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
  StreamableFile,
} from '@nestjs/common';
import {
  type LetterPreviewView,
  type LetterYearView,
  yearLetterLimits,
} from '@runder-tisch/domain/measures/year-letters';
import {
  BoundLettersQuery,
  SaveLetterWords,
  SaveLetterYear,
  SendYearLetters,
} from '@runder-tisch/domain/measures/year-letters/year-letter-requests';
import type { SentView } from '@runder-tisch/domain/meetings';
import { generalProblems } from '@runder-tisch/domain/problem';
import { Access, CurrentViewer, IfMatch } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { problem } from '../../problem/problem';
import { BoundLettersService } from './bound-letters.service';
import { pdfDownload } from './pdf-download';
import { YearLettersRepository } from './year-letters.repository';
import { YearLettersService } from './year-letters.service';

/** The letters of a year before and while they are sent: for planners alone, who read every Hinweis. */
@Controller('api/letter-years/:year')
export class LetterYearsController {
  constructor(
    private readonly repository: YearLettersRepository,
    private readonly service: YearLettersService,
    private readonly binding: BoundLettersService,
  ) {}

  @Get()
  @Access('year-letter:send')
  find(@Param('year', ParseIntPipe) year: number): Promise<LetterYearView> {
    return this.repository.year(known(year));
  }

  @Put()
  @Access('year-letter:send')
  async introduce(
    @CurrentViewer() viewer: Viewer,
    @Param('year', ParseIntPipe) year: number,
    @IfMatch() version: number,
    @Body() request: SaveLetterYear,
  ): Promise<LetterYearView> {
    await this.service.introduce(viewer, known(year), version, request.introduction);
    return this.repository.year(year);
  }

  /** To be printed and put into envelopes. */
  @Get('letters.pdf')
  @Access('year-letter:send')
  async bound(
    @CurrentViewer() viewer: Viewer,
    @Param('year', ParseIntPipe) year: number,
    @Query() query: BoundLettersQuery,
  ): Promise<StreamableFile> {
    return pdfDownload(await this.binding.pdf(viewer, known(year), query));
  }

  @Get('letters/:organisationId')
  @Access('year-letter:send')
  preview(
    @CurrentViewer() viewer: Viewer,
    @Param('year', ParseIntPipe) year: number,
    @Param('organisationId', ParseUUIDPipe) organisationId: string,
  ): Promise<LetterPreviewView> {
    return this.service.preview(viewer, known(year), organisationId);
  }

  @Get('letters/:organisationId/letter.pdf')
  @Access('year-letter:send')
  async pdf(
    @CurrentViewer() viewer: Viewer,
    @Param('year', ParseIntPipe) year: number,
    @Param('organisationId', ParseUUIDPipe) organisationId: string,
  ): Promise<StreamableFile> {
    return pdfDownload(await this.service.previewPdf(viewer, known(year), organisationId));
  }

  @Put('letters/:organisationId/words')
  @Access('year-letter:send')
  async say(
    @CurrentViewer() viewer: Viewer,
    @Param('year', ParseIntPipe) year: number,
    @Param('organisationId', ParseUUIDPipe) organisationId: string,
    @Body() request: SaveLetterWords,
  ): Promise<LetterPreviewView> {
    await this.service.say(viewer, known(year), organisationId, request.words);
    return this.service.preview(viewer, year, organisationId);
  }

  @Post('send')
  @HttpCode(200)
  @Access('year-letter:send')
  send(
    @CurrentViewer() viewer: Viewer,
    @Param('year', ParseIntPipe) year: number,
    @IfMatch() version: number,
    @Body() request: SendYearLetters,
  ): Promise<SentView> {
    return this.service.send(viewer, known(year), version, request.organisationIds);
  }

  @Post('recall')
  @HttpCode(204)
  @Access('year-letter:send')
  recall(@CurrentViewer() viewer: Viewer, @Param('year', ParseIntPipe) year: number): Promise<void> {
    return this.service.recall(viewer, known(year));
  }
}

function known(year: number): number {
  if (year < yearLetterLimits.firstYear || year > yearLetterLimits.lastYear)
    throw problem(generalProblems, 'not-found');
  return year;
}
