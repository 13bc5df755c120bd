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
  StreamableFile,
} from '@nestjs/common';
import type {
  MergePreview,
  OrganisationListItem,
  OrganisationView,
  SimilarActor,
} from '@runder-tisch/domain/actors';
import { organisationTypeLabels } from '@runder-tisch/domain/actors';
import {
  MergeActors,
  MergeQuery,
  OrganisationQuery,
  SaveOrganisation,
  SaveOwnContact,
  SimilarQuery,
} from '@runder-tisch/domain/actors/actors-requests';
import type { NamedReference, Page } from '@runder-tisch/domain/lists';
import { Access, CurrentViewer, IfMatch } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { csv } from '../../files/csv';
import { MergeActorsService } from '../merge-actors';
import { OrganisationsRepository } from './organisations.repository';
import { OrganisationsService } from './organisations.service';

@Controller('api/organisations')
export class OrganisationsController {
  constructor(
    private readonly organisations: OrganisationsRepository,
    private readonly service: OrganisationsService,
    private readonly merging: MergeActorsService,
  ) {}

  @Get()
  @Access('organisation:read')
  list(
    @CurrentViewer() viewer: Viewer,
    @Query() query: OrganisationQuery,
  ): Promise<Page<OrganisationListItem>> {
    return this.organisations.list(viewer, query);
  }

  /** Those the viewer speaks for today. */
  @Get('own')
  @Access('organisation:read')
  own(@CurrentViewer() viewer: Viewer): Promise<NamedReference[]> {
    return this.organisations.own(viewer);
  }

  @Get('similar')
  @Access('organisation:change')
  similar(@Query() query: SimilarQuery): Promise<SimilarActor[]> {
    return this.organisations.similar(query);
  }

  @Get('export.csv')
  @Access('organisation:change')
  @Header('Content-Disposition', 'attachment; filename="Organisationen.csv"')
  async export(@CurrentViewer() viewer: Viewer, @Query() query: OrganisationQuery): Promise<StreamableFile> {
    const rows = await this.organisations.all(viewer, query);
    return csv(
      [
        'Name',
        'Kurzname',
        'Art',
        'Funktionspostfach',
        'Telefon',
        'Webseite',
        'Straße',
        'PLZ',
        'Ort',
        'Gemeinde',
        'Handlungsfelder',
        'Geprüft am',
      ],
      rows.map((row) => [
        row.name,
        row.shortName,
        organisationTypeLabels[row.type],
        row.functionMailbox,
        row.phone,
        row.website,
        row.street,
        row.postalCode,
        row.city,
        row.municipality,
        row.fields.join(', '),
        row.checkedOn,
      ]),
    );
  }

  @Post()
  @Access('organisation:change')
  create(@CurrentViewer() viewer: Viewer, @Body() request: SaveOrganisation): Promise<{ id: string }> {
    return this.service.create(viewer, request);
  }

  @Get(':id')
  @Access('organisation:read')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<OrganisationView> {
    return this.organisations.find(viewer, id);
  }

  @Put(':id')
  @Access('organisation:change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveOrganisation,
  ): Promise<OrganisationView> {
    await this.service.change(viewer, id, version, request);
    return this.organisations.find(viewer, id);
  }

  /** What an organisation keeps up to date itself. */
  @Put(':id/contact')
  @Access('organisation:change-own')
  async changeContact(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveOwnContact,
  ): Promise<OrganisationView> {
    await this.service.changeContact(viewer, id, version, request);
    return this.organisations.find(viewer, id);
  }

  @Post(':id/check')
  @HttpCode(200)
  @Access('organisation:change')
  async check(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<OrganisationView> {
    await this.service.check(viewer, id, version);
    return this.organisations.find(viewer, id);
  }

  @Get(':id/merge')
  @Access('organisation:change')
  previewMerge(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: MergeQuery,
  ): Promise<MergePreview> {
    return this.merging.preview(viewer, 'organisation', id, query.other);
  }

  @Post(':id/merge')
  @HttpCode(200)
  @Access('organisation:change')
  async merge(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: MergeActors,
  ): Promise<OrganisationView> {
    await this.merging.unite(viewer, 'organisation', id, version, request);
    return this.organisations.find(viewer, id);
  }
}
