import type { NamedReference } from '../../lists';

/** An address of the lists that mail servers refused and no mail has reached since. */
export interface UnreachableAddress {
  mail: string;
  person: NamedReference | null;
  organisation: NamedReference | null;
  /** Where somebody can ask for the right one. */
  phone: string;
  /** In the words of the server, or ours. */
  reason: string;
  /** Of the last refusal. */
  refusedAt: string;
  /** Mails that did not arrive since one last did. */
  times: number;
}

export interface ContactLinkView {
  /** The address the link went to. */
  to: string;
}

export type ContactField = 'mail' | 'phone';

export const contactFieldLabels: Record<ContactField, string> = {
  mail: 'Mailadresse',
  phone: 'Telefon',
};
