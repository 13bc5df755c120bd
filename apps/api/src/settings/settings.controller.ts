import { Body, Controller, Delete, Get, HttpCode, Put, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { generalProblems } from '@runder-tisch/domain/problem';
import { settingsLimits, settingsProblems, type SettingsView } from '@runder-tisch/domain/settings';
import { SaveSettings } from '@runder-tisch/domain/settings/settings-requests';
import { Access, CurrentViewer, IfMatch, Public } from '../access/access';
import type { Viewer } from '../access/viewer';
import { Files } from '../files/files';
import { Uploads } from '../files/uploads';
import { problem } from '../problem/problem';
import { Settings } from './settings';

@Controller()
export class SettingsController {
  constructor(
    private readonly settings: Settings,
    private readonly files: Files,
    private readonly uploads: Uploads,
  ) {}

  @Get('api/settings')
  @Access('settings:change')
  find(): Promise<SettingsView> {
    return this.settings.view();
  }

  @Put('api/settings')
  @Access('settings:change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @IfMatch() version: number,
    @Body() request: SaveSettings,
  ): Promise<SettingsView> {
    await this.settings.save(viewer, version, request);
    return this.settings.view();
  }

  /** The picture itself is the body, as application/octet-stream. */
  @Put('api/settings/logo')
  @HttpCode(200)
  @Access('settings:change')
  async changeLogo(@CurrentViewer() viewer: Viewer, @Req() request: Request): Promise<SettingsView> {
    const bytes = await this.uploads.bytes(viewer, request, settingsLimits.logoBytes);
    if (!bytes) throw problem(settingsProblems, 'image-too-large');
    await this.settings.changeLogo(viewer, bytes);
    return this.settings.view();
  }

  @Delete('api/settings/logo')
  @HttpCode(200)
  @Access('settings:change')
  async removeLogo(@CurrentViewer() viewer: Viewer): Promise<SettingsView> {
    await this.settings.removeLogo(viewer);
    return this.settings.view();
  }

  @Get('logo')
  @Public()
  async logo(@Query('v') version: string | undefined, @Res() response: Response): Promise<void> {
    const { logoFileId } = await this.settings.current();
    if (!logoFileId) throw problem(generalProblems, 'not-found');
    const file = await this.files.find(logoFileId);
    const bytes = await this.files.bytes(logoFileId);
    response
      .type(file.mediaType)
      .setHeader('Cache-Control', version === logoFileId ? 'public, max-age=31536000, immutable' : 'no-cache')
      .setHeader('Content-Disposition', `inline; filename="${file.name}"`)
      .send(bytes);
  }
}
