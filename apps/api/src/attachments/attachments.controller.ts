import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Param,
  ParseIntPipe,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
  Req,
  StreamableFile,
} from '@nestjs/common';
import type { Request } from 'express';
import {
  attachmentLimits,
  type AttachmentPage,
  attachmentProblems,
  type AttachmentsOfObject,
  type AttachmentView,
  downloadName,
} from '@runder-tisch/domain/attachments';
import {
  AttachmentQuery,
  AttachmentUpload,
  AttachmentVersionUpload,
  SaveAttachment,
} from '@runder-tisch/domain/attachments/attachments-requests';
import { Access, CurrentViewer, IfMatch } from '../access/access';
import type { Viewer } from '../access/viewer';
import { attachedFile } from '../files/attached-file';
import { Files } from '../files/files';
import { cleanImage } from '../files/image';
import { Uploads } from '../files/uploads';
import { problem } from '../problem/problem';
import { type AttachedFile, AttachmentsRepository } from './attachments.repository';
import { AttachmentsService } from './attachments.service';

/** Nothing somebody else uploaded may do anything in our name, whatever a browser takes it for. */
const SANDBOX = "sandbox; default-src 'none'";

@Controller('api/attachments')
export class AttachmentsController {
  constructor(
    private readonly repository: AttachmentsRepository,
    private readonly service: AttachmentsService,
    private readonly files: Files,
    private readonly uploads: Uploads,
  ) {}

  @Get()
  @Access('attachment:read')
  list(@CurrentViewer() viewer: Viewer, @Query() query: AttachmentQuery): Promise<AttachmentPage> {
    return this.repository.list(viewer, query);
  }

  /** The file itself is the body, as application/octet-stream. */
  @Post()
  @Access('attachment:change')
  async add(
    @CurrentViewer() viewer: Viewer,
    @Query() query: AttachmentUpload,
    @Req() request: Request,
  ): Promise<{ id: string }> {
    await this.service.mayAdd(viewer, query);
    return this.uploads.receive(viewer, request, attachmentLimits.fileBytes, (upload) =>
      this.service.add(viewer, query, upload),
    );
  }

  @Get('of/:kind/:id')
  @Access('attachment:read')
  of(
    @CurrentViewer() viewer: Viewer,
    @Param('kind') kind: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<AttachmentsOfObject> {
    return this.repository.of(viewer, kind, id);
  }

  @Get(':id')
  @Access('attachment:read')
  find(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<AttachmentView> {
    return this.repository.find(viewer, id);
  }

  @Put(':id')
  @Access('attachment:change')
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: SaveAttachment,
  ): Promise<AttachmentView> {
    await this.service.save(viewer, id, version, request);
    return this.repository.find(viewer, id);
  }

  @Delete(':id')
  @HttpCode(200)
  @Access('attachment:change')
  async delete(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.service.delete(viewer, id);
  }

  @Post(':id/undelete')
  @HttpCode(200)
  @Access('attachment:change')
  async undelete(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<AttachmentView> {
    await this.service.undelete(viewer, id);
    return this.repository.find(viewer, id);
  }

  /** The newer file is the body, as application/octet-stream. */
  @Post(':id/versions')
  @HttpCode(200)
  @Access('attachment:change')
  async addVersion(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: AttachmentVersionUpload,
    @Req() request: Request,
  ): Promise<AttachmentView> {
    await this.service.mayChange(viewer, id);
    await this.uploads.receive(viewer, request, attachmentLimits.fileBytes, (upload) =>
      this.service.addVersion(viewer, id, query, upload),
    );
    return this.repository.find(viewer, id);
  }

  @Post(':id/versions/:number/restore')
  @HttpCode(200)
  @Access('attachment:change')
  async restoreVersion(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('number', ParseIntPipe) number: number,
  ): Promise<AttachmentView> {
    await this.service.restoreVersion(viewer, id, number);
    return this.repository.find(viewer, id);
  }

  @Get(':id/file')
  @Access('attachment:read')
  @Header('Content-Security-Policy', SANDBOX)
  async file(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    return this.download(await this.repository.file(viewer, id, null));
  }

  @Get(':id/versions/:number/file')
  @Access('attachment:read')
  @Header('Content-Security-Policy', SANDBOX)
  async versionFile(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('number', ParseIntPipe) number: number,
  ): Promise<StreamableFile> {
    return this.download(await this.repository.file(viewer, id, number));
  }

  /** A picture on the page: written anew from what makes it a picture, never the file that came. */
  @Get(':id/preview')
  @Access('attachment:read')
  @Header('Content-Security-Policy', SANDBOX)
  async preview(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    const { fileId } = await this.repository.file(viewer, id, null);
    const { mediaType } = await this.files.find(fileId);
    const picture = mediaType.startsWith('image/') ? cleanImage(await this.files.bytes(fileId)) : null;
    if (!picture || picture.width * picture.height > attachmentLimits.pixels)
      throw problem(attachmentProblems, 'attachment-no-preview');
    return new StreamableFile(picture.bytes, { type: picture.mediaType, disposition: 'inline' });
  }

  private download({ title, ending, number, current, fileId }: AttachedFile): StreamableFile {
    const name = downloadName({ title: current ? title : `${title} (Fassung ${number})`, ending });
    return attachedFile(name, this.files.stream(fileId));
  }
}
