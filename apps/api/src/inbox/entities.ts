import { InboxMail } from './inbox-mail.entity';

export const inboxEntities = [InboxMail];
