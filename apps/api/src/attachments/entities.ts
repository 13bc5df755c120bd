import { Attachment, AttachmentVersion } from './attachment.entity';

export const attachmentsEntities = [Attachment, AttachmentVersion];
