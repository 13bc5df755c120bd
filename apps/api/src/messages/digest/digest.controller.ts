import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import type { OwnDigestView } from '@runder-tisch/domain/messages';
import { MuteDigest } from '@runder-tisch/domain/messages/digest-requests';
import { Access, CurrentViewer } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { DigestService } from './digest.service';

/** One's own weekly mail: what it would say now, and what it says no more. */
@Controller('api/account/digest')
export class DigestController {
  constructor(private readonly digest: DigestService) {}

  @Get()
  @Access('account:own')
  find(@CurrentViewer() viewer: Viewer): Promise<OwnDigestView> {
    return this.digest.view(viewer);
  }

  @Post('mute')
  @HttpCode(200)
  @Access('account:own')
  async mute(@CurrentViewer() viewer: Viewer, @Body() { key, muted }: MuteDigest): Promise<OwnDigestView> {
    await this.digest.muteOwn(viewer, key, muted);
    return this.digest.view(viewer);
  }
}
