import { InjectionToken, type Type } from '@angular/core';
import type { Permission } from '@runder-tisch/domain/accounts';
import type { LineOwner } from './meetings/running-meeting/record/line-owners';

/** Pages with tabs that areas on their right add to. */
export type TabbedPage = 'organisation' | 'person' | 'network' | 'format' | 'committee';

/** Where a page leaves room for what areas on its right show. */
export type BlockPlace =
  | 'today'
  | 'field-of-action-state'
  | 'field-of-action'
  | 'own-account'
  | 'person-actions'
  | 'network-facts'
  | 'network-outcome'
  | 'meeting-invitees'
  | 'meeting-agenda'
  | 'meeting-follow-up'
  | 'feedback-item'
  | 'mails-about'
  | 'recommendation-outcome';

/** A tab is an address below that of its page; its component asks the page's `Current…` what it is about. */
export interface ContributedTab {
  /** Only to whom holds it; without it to everybody who sees the page. */
  permission?: Permission;
  path: string;
  label: string;
  loadComponent: () => Promise<Type<unknown>>;
}

export interface ContributedBlock {
  /** Only to whom holds it; without it to everybody who sees the page. */
  permission?: Permission;
  /** Where the place shows a name beside each block. */
  label?: string;
  loadComponent: () => Promise<Type<unknown>>;
}

/** What an area keeps in this browser for an account. Every method may fail where the browser stores nothing. */
export interface DeviceKeeper {
  /** What was not sent yet, the oldest place first, and the page where it can be. */
  unsent(accountId: string): Promise<readonly { count: number; page: readonly string[] }[]>;
  /** Somebody else signs in at this device: what was only read here goes, what is unsent stays. */
  forgetRead(accountId: string): Promise<void>;
  /** Signing out: everything goes. */
  clear(accountId: string): Promise<void>;
}

/** What an area shows and keeps elsewhere; each declares its own in `<area>.contribution.ts`, loaded when needed. */
export interface Contribution {
  tabs?: Partial<Record<TabbedPage, readonly ContributedTab[]>>;
  blocks?: Partial<Record<BlockPlace, readonly ContributedBlock[]>>;
  deviceKeeper?: () => Promise<DeviceKeeper>;
  /** A kind of line that an area right of meetings brings into the minutes. */
  minutesLine?: () => Promise<LineOwner>;
}

/** Of all areas, from left to right. */
export const CONTRIBUTIONS = new InjectionToken<readonly Contribution[]>('what areas contribute', {
  factory: () => [],
});
