import { Controller, Get, Header, Param, ParseUUIDPipe, StreamableFile } from '@nestjs/common';
import { downloadName } from '@runder-tisch/domain/attachments';
import { Public } from '../access/access';
import { attachedFile } from '../files/attached-file';
import { Files } from '../files/files';
import { AttachmentsRepository } from './attachments.repository';

/** What is public on something public, for everybody: its address stands on the public pages. */
@Controller('unterlage')
@Public()
export class OpenAttachmentsController {
  constructor(
    private readonly repository: AttachmentsRepository,
    private readonly files: Files,
  ) {}

  @Get(':id')
  @Header('Content-Security-Policy', "sandbox; default-src 'none'")
  @Header('Cache-Control', 'no-store')
  async file(@Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const { title, ending, fileId } = await this.repository.openFile(id);
    return attachedFile(downloadName({ title, ending }), this.files.stream(fileId));
  }
}
