import {
  Body,
  Controller,
  Delete,
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
import type { Page } from '@runder-tisch/domain/lists';
import {
  accessibilityLabels,
  type Accessibility,
  type ConfidentialAddressView,
  serviceStateLabels,
  type SocialServiceListItem,
  type SocialServiceView,
} from '@runder-tisch/domain/social-services';
import {
  ConfirmSocialService,
  ReturnSocialService,
  SaveSocialService,
  SocialServiceQuery,
} from '@runder-tisch/domain/social-services/social-services-requests';
import { Access, CurrentViewer, IfMatch } from '../access/access';
import type { Viewer } from '../access/viewer';
import { csv } from '../files/csv';
import { ConfidentialAddresses } from './confidential-addresses';
import { SocialServicesRepository } from './social-services.repository';
import { SocialServicesService } from './social-services.service';

@Controller('api/social-services')
export class SocialServicesController {
  constructor(
    private readonly repository: SocialServicesRepository,
    private readonly service: SocialServicesService,
    private readonly addresses: ConfidentialAddresses,
  ) {}

  @Get()
  @Access('service:read')
  list(
    @CurrentViewer() viewer: Viewer,
    @Query() query: SocialServiceQuery,
  ): Promise<Page<SocialServiceListItem>> {
    return this.repository.list(viewer, query);
  }

  @Get('export.csv')
  @Access('service:confirm')
  @Header('Content-Disposition', 'attachment; filename="Angebote.csv"')
  async export(@CurrentViewer() viewer: Viewer, @Query() query: SocialServiceQuery): Promise<StreamableFile> {
    const rows = await this.repository.all(viewer, query);
    return csv(
      [
        'Angebot',
        'Organisation',
        'Kategorie',
        'Handlungsfeld',
        'Stand',
        'Bestätigt am',
        'Beschreibung',
        'Zielgruppen',
        'Straße',
        'PLZ',
        'Ort',
        'Gemeinde',
        'Telefon',
        'Mail',
        'Webseite',
        'Barrierefreiheit',
        'Wartezeit in Tagen',
        'Wartezeit vom',
      ],
      rows.map((row) => [
        row.title,
        row.organisation.name,
        row.category,
        row.field,
        serviceStateLabels[row.state],
        row.confirmedOn,
        row.description,
        row.targetGroups.join(', '),
        row.secretPlace ? 'vertraulich' : row.street,
        row.postalCode,
        row.city,
        row.municipality,
        row.phone,
        row.mail,
        row.website,
        row.accessibility && accessibilityLabels[row.accessibility as Accessibility],
        row.waitingDays,
        row.waitingOn,
      ]),
    );
  }

  @Post()
  @Access('service:enter')
  create(@CurrentViewer() viewer: Viewer, @Body() request: SaveSocialService): Promise<{ id: string }> {
    return this.service.create(viewer, request);
  }

  @Get(':id')
  @Access('service:read')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<SocialServiceView> {
    return this.repository.find(viewer, id);
  }

  @Get(':id/confidential-address')
  @Access('service:enter')
  confidentialAddress(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ConfidentialAddressView> {
    return this.addresses.read(viewer, id);
  }

  @Put(':id')
  @Access('service:enter')
  async save(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveSocialService,
  ): Promise<SocialServiceView> {
    await this.service.save(viewer, id, version, request);
    return this.repository.find(viewer, id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('service:enter')
  remove(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.service.remove(viewer, id);
  }

  @Post(':id/submit')
  @HttpCode(200)
  @Access('service:enter')
  async submit(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<SocialServiceView> {
    await this.service.submit(viewer, id, version);
    return this.repository.find(viewer, id);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Access('service:enter')
  async withdraw(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<SocialServiceView> {
    await this.service.withdraw(viewer, id, version);
    return this.repository.find(viewer, id);
  }

  @Post(':id/discard-change')
  @HttpCode(200)
  @Access('service:enter')
  async discardChange(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<SocialServiceView> {
    await this.service.discardChange(viewer, id, version);
    return this.repository.find(viewer, id);
  }

  @Post(':id/publish')
  @HttpCode(200)
  @Access('service:confirm')
  async publish(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<SocialServiceView> {
    await this.service.publish(viewer, id, version);
    return this.repository.find(viewer, id);
  }

  @Post(':id/renew')
  @HttpCode(200)
  @Access('service:enter')
  async renew(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<SocialServiceView> {
    await this.service.renew(viewer, id, version);
    return this.repository.find(viewer, id);
  }

  @Post(':id/discontinue')
  @HttpCode(200)
  @Access('service:enter')
  async discontinue(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<SocialServiceView> {
    await this.service.discontinue(viewer, id, version);
    return this.repository.find(viewer, id);
  }

  @Post(':id/resume')
  @HttpCode(200)
  @Access('service:enter')
  async resume(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<SocialServiceView> {
    await this.service.resume(viewer, id, version);
    return this.repository.find(viewer, id);
  }

  @Post(':id/confirm')
  @HttpCode(200)
  @Access('service:confirm')
  async confirm(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: ConfirmSocialService,
  ): Promise<SocialServiceView> {
    await this.service.confirm(viewer, id, version, request.publish);
    return this.repository.find(viewer, id);
  }

  @Post(':id/return')
  @HttpCode(200)
  @Access('service:confirm')
  async return(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: ReturnSocialService,
  ): Promise<SocialServiceView> {
    await this.service.return(viewer, id, version, request.reason);
    return this.repository.find(viewer, id);
  }
}
