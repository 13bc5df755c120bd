import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { FeedbackView, GivenVoiceView } from '@runder-tisch/domain/feedback';
import { GiveVoice, PublishFeedback } from '@runder-tisch/domain/feedback/voice-requests';
import { Access, CurrentViewer, IfMatch } from '../../access/access';
import type { Viewer } from '../../access/viewer';
import { FeedbackRepository } from '../inbox/feedback.repository';
import { PublicFeedbackService } from '../answers/public-feedback.service';
import { VoicesService } from './voices.service';

@Controller('api/feedback')
export class VoicesController {
  constructor(
    private readonly feedback: FeedbackRepository,
    private readonly voices: VoicesService,
    private readonly published: PublicFeedbackService,
  ) {}

  @Post('voices')
  @Access('feedback:voice')
  give(
    @CurrentViewer() viewer: Viewer,
    @Req() { ip }: Request,
    @Body() request: GiveVoice,
  ): Promise<GivenVoiceView> {
    return this.voices.give(viewer, request, ip ?? '');
  }

  @Post(':id/publish')
  @HttpCode(200)
  @Access('feedback:decide')
  async publish(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: PublishFeedback,
  ): Promise<FeedbackView> {
    await this.published.publish(viewer, id, version, request);
    return this.feedback.find(viewer, id);
  }

  @Post(':id/unpublish')
  @HttpCode(200)
  @Access('feedback:decide')
  async unpublish(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<FeedbackView> {
    await this.published.unpublish(viewer, id, version);
    return this.feedback.find(viewer, id);
  }
}
