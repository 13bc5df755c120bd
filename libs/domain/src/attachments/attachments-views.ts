import type { Page } from '../lists';
import type { AttachmentVisibility } from './visibility';

/** What an Unterlage hangs on. */
export interface AttachmentOwner {
  kind: string;
  /** As its page calls it: "Termin". */
  label: string;
  id: string;
  title: string;
  path: string;
}

/** A file as it was uploaded at one time. */
export interface AttachmentVersionView {
  number: number;
  fileName: string;
  ending: string;
  size: number;
  by: string;
  at: string;
  note: string;
}

export interface AttachmentItem {
  id: string;
  version: number;
  title: string;
  visibility: AttachmentVisibility;
  /** The part of its object it belongs to, such as an item of an agenda. */
  partId: string | null;
  current: AttachmentVersionView;
  /** How many there are. */
  versions: number;
  deletedAt: string | null;
}

export interface AttachmentListItem extends AttachmentItem {
  owner: AttachmentOwner;
}

/** `atLeast`: there are more than `total`; nobody reads so many, and to count them all would take longer than the page. */
export interface AttachmentPage extends Page<AttachmentListItem> {
  atLeast: boolean;
}

export interface AttachmentLevel {
  visibility: AttachmentVisibility;
  /** Who sees it, in words: "die Mitglieder des Netzwerks und die Geschäftsstelle". */
  seenBy: string;
}

export interface AttachmentPart {
  id: string;
  title: string;
}

/** Everything that hangs on one object. */
export interface AttachmentsOfObject {
  owner: AttachmentOwner;
  mayChange: boolean;
  levels: AttachmentLevel[];
  /** What its parts are called, where it has some: "Tagesordnungspunkt". */
  partLabel: string | null;
  parts: AttachmentPart[];
  items: AttachmentItem[];
  /** What was deleted and can be taken back; only for those who may. */
  deleted: AttachmentItem[];
}

export interface AttachmentView extends AttachmentListItem {
  mayChange: boolean;
  levels: AttachmentLevel[];
  /** The newest first. */
  history: AttachmentVersionView[];
}

/** Without an account, where what it hangs on is public itself. */
export interface PublicAttachment {
  id: string;
  title: string;
  ending: string;
  size: number;
}
