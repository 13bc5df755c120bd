import { MailOptOut, Message, MessageRecipient, MessageTargetRow } from './message.entity';

export const messagesEntities = [Message, MessageTargetRow, MessageRecipient, MailOptOut];
