import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { FieldPublicationsView } from '@runder-tisch/domain/fields-of-action';
import { Access, CurrentViewer } from '../access/access';
import type { Viewer } from '../access/viewer';
import { FieldPublications } from './field-publications';

@Controller('api/fields-of-action')
export class FieldPublicationsController {
  constructor(private readonly publications: FieldPublications) {}

  @Get(':id/publications')
  @Access('finding:read')
  async list(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<FieldPublicationsView> {
    return { publications: await this.publications.of(viewer, id) };
  }

  /** Everybody may read what came of it; what the page shows is what is confirmed and decided. */
  @Post(':id/publish')
  @HttpCode(200)
  @Access('finding:change')
  async publish(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<FieldPublicationsView> {
    await this.publications.publish(viewer, id);
    return { publications: await this.publications.of(viewer, id) };
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Access('finding:change')
  async withdraw(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<FieldPublicationsView> {
    await this.publications.withdraw(viewer, id);
    return { publications: await this.publications.of(viewer, id) };
  }
}
