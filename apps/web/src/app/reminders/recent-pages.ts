import { DOCUMENT, DestroyRef, Service, computed, inject, linkedSignal } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';
import { filter } from 'rxjs';
import type { DeviceKeeper } from '../contribution';
import { Session } from '../session/session';

export interface RecentPage {
  path: string;
  title: string;
}

const KEPT = 8;
/** By then a page has asked for its object and says its name. */
const NAMED_AFTER = 1500;
const OBJECT = /^(\/[^?#]*\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:[/?#]|$)/;

const keyOf = (accountId: string): string => `rt-recent-pages-${accountId}`;

/**
 * The objects somebody opened last, newest first, for Ctrl K. It stays in this browser: what somebody reads is nobody
 * else's business, not even the server's.
 */
@Service()
export class RecentPages {
  private readonly document = inject(DOCUMENT);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private readonly accountId = computed(() => this.session.current().accountId);
  /** Of whoever is signed in now: two may share a browser. */
  readonly pages = linkedSignal<readonly RecentPage[]>(() => read(this.accountId()));

  constructor() {
    const heard = this.router.events
      .pipe(filter((event) => event instanceof NavigationEnd))
      .subscribe((event) => this.opened(event.urlAfterRedirects));
    inject(DestroyRef).onDestroy(() => {
      heard.unsubscribe();
      clearTimeout(this.waiting);
    });
    this.opened(this.router.url);
  }

  private opened(url: string): void {
    clearTimeout(this.waiting);
    const path = OBJECT.exec(url)?.[1];
    if (path) this.waiting = setTimeout(() => this.keep(path), NAMED_AFTER);
  }

  private keep(path: string): void {
    // The heading, without the badge behind its words.
    const title = this.document.querySelector('h1[data-page-title]')?.firstChild?.textContent?.trim();
    const accountId = this.accountId();
    if (!title || !accountId) return;
    const kept = read(accountId).filter((page) => page.path !== path);
    const pages = [{ path, title }, ...kept].slice(0, KEPT);
    this.pages.set(pages);
    try {
      localStorage.setItem(keyOf(accountId), JSON.stringify(pages));
    } catch {
      // A browser that stores nothing knows the pages of this visit.
    }
  }
}

function read(accountId: string | null): readonly RecentPage[] {
  if (!accountId) return [];
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(accountId)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isPage) : [];
  } catch {
    return [];
  }
}

function isPage(it: unknown): it is RecentPage {
  const page = it as Partial<RecentPage> | null;
  return typeof page?.path === 'string' && typeof page.title === 'string';
}

async function forget(accountId: string): Promise<void> {
  localStorage.removeItem(keyOf(accountId));
}

export const recentPagesKeeper: DeviceKeeper = {
  unsent: async () => [],
  forgetRead: forget,
  clear: forget,
};
