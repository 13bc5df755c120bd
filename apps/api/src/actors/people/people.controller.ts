import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
  StreamableFile,
} from '@nestjs/common';
import type {
  MergePreview,
  PasteMatchView,
  PasteResultView,
  PersonListItem,
  PersonView,
  SimilarActor,
} from '@runder-tisch/domain/actors';
import {
  EndRepresentation,
  MergeActors,
  MergeQuery,
  PasteAddresses,
  PersonQuery,
  SavePerson,
  SaveRepresentation,
  SimilarQuery,
  TakeOverAddresses,
} from '@runder-tisch/domain/actors/actors-requests';
import { CardQuery } from '@runder-tisch/domain/actors/card-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { berlinDay } from '@runder-tisch/domain/time';
import { Access, CurrentViewer, IfMatch } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { vcardFile } from '../../files/vcard';
import { MergeActorsService } from '../merge-actors';
import { PeopleRepository } from './people.repository';
import { RoleCards } from './role-cards';
import { PeopleService } from './people.service';

@Controller('api')
export class PeopleController {
  constructor(
    private readonly people: PeopleRepository,
    private readonly service: PeopleService,
    private readonly cards: RoleCards,
    private readonly merging: MergeActorsService,
    private readonly clock: Clock,
  ) {}

  @Get('people')
  @Access('person:read')
  list(@CurrentViewer() viewer: Viewer, @Query() query: PersonQuery): Promise<Page<PersonListItem>> {
    return this.people.list(viewer, query, berlinDay(this.clock.now()));
  }

  @Get('people/similar')
  @Access('person:change')
  similar(@CurrentViewer() viewer: Viewer, @Query() query: SimilarQuery): Promise<SimilarActor[]> {
    return this.people.similar(viewer, query);
  }

  @Post('people/paste/match')
  @HttpCode(200)
  @Access('person:change')
  matchPasted(@Body() request: PasteAddresses): Promise<PasteMatchView> {
    return this.service.matchPasted(request.text);
  }

  @Post('people/paste')
  @Access('person:change')
  takeOver(@CurrentViewer() viewer: Viewer, @Body() request: TakeOverAddresses): Promise<PasteResultView> {
    return this.service.takeOver(viewer, request.rows);
  }

  @Post('people')
  @Access('person:change')
  create(@CurrentViewer() viewer: Viewer, @Body() request: SavePerson): Promise<{ id: string }> {
    return this.service.create(viewer, request);
  }

  @Get('people/:id')
  @Access('person:read')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<PersonView> {
    return this.people.find(viewer, id);
  }

  @Get('people/:id/card.vcf')
  @Access('person:read')
  async card(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { version }: CardQuery,
  ): Promise<StreamableFile> {
    const { name, text } = await this.cards.file(viewer, id, version ?? '3');
    return vcardFile(name, text);
  }

  @Put('people/:id')
  @Access('person:change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SavePerson,
  ): Promise<PersonView> {
    await this.service.change(viewer, id, version, request);
    return this.people.find(viewer, id);
  }

  @Post('representations')
  @Access('person:change')
  represent(@CurrentViewer() viewer: Viewer, @Body() request: SaveRepresentation): Promise<{ id: string }> {
    return this.service.represent(viewer, request);
  }

  @Post('representations/:id/end')
  @HttpCode(204)
  @Access('person:change')
  end(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: EndRepresentation,
  ): Promise<void> {
    return this.service.endRepresentation(viewer, id, request);
  }

  @Get('people/:id/merge')
  @Access('person:change')
  previewMerge(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: MergeQuery,
  ): Promise<MergePreview> {
    return this.merging.preview(viewer, 'person', id, query.other);
  }

  @Post('people/:id/merge')
  @HttpCode(200)
  @Access('person:change')
  async merge(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: MergeActors,
  ): Promise<PersonView> {
    await this.merging.unite(viewer, 'person', id, version, request);
    return this.people.find(viewer, id);
  }
}
