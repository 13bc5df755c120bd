import type { DigestGroup } from './digest';

/** Something whose news a reader gets or has muted. */
export interface DigestTopicView {
  key: string;
  label: string;
  title: string;
  why: string;
  muted: boolean;
}

/** One's own weekly mail, as it would look now. */
export interface OwnDigestView {
  /** Where it goes. */
  mail: string;
  /** When the next one goes out; null where the county sends none. */
  nextAt: string | null;
  /** The whole mail is muted. */
  muted: boolean;
  topics: DigestTopicView[];
  groups: DigestGroup[];
}
