import { DigestIssue, DigestMute } from './digest/digest.entity';
import { MailOptOut, Message, MessageRecipient, MessageTargetRow } from './message.entity';

export const messagesEntities = [
  Message,
  MessageTargetRow,
  MessageRecipient,
  MailOptOut,
  DigestIssue,
  DigestMute,
];
