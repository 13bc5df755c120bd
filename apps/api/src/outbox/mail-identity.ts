import type { EntityManager } from 'typeorm';

/** As whom this installation writes mails; kept in the settings. */
export interface MailIdentity {
  /** Shown beside the sender's address, for instance „Landkreis Anhalt-Bitterfeld, Sozialplanung“. */
  senderName: string;
  senderAddress: string;
  /** A mailbox people read: answers and calendar replies go there. Empty: the sender itself. */
  replyAddress: string;
  /** The inbox we read ourselves, the address new meetings are answered to; null without IMAP_URL. */
  inboxAddress: string | null;
  /** The part behind @ in each Message-ID; fixed for the life of the installation. */
  instanceHost: string;
}

/** The outbox stands left of the settings, so the settings area provides this. */
export abstract class MailIdentitySource {
  abstract identity(tx: EntityManager): Promise<MailIdentity>;
}
