import { DOCUMENT, DestroyRef, Service, inject } from '@angular/core';

/** Where a removed element stood. */
interface Gap {
  within: Node;
  before: Node | null;
  after: Node | null;
}

/** What last had the keyboard, and once it is gone the gap it left. */
interface Place {
  readonly element: HTMLElement;
  gap: Gap | null;
  /** The entry that went with it, such as a row, and the how-manieth of its controls it was. */
  entry: { readonly tag: string; readonly control: number } | null;
}

const CONTROLS =
  'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex^="-"])';
/** What is said for itself: the keyboard stays inside even where nothing is left to press. */
const SUBJECTS = 'main, section, article, aside, [role=dialog]';
const HEADINGS = 'h1, h2, h3, h4, h5, h6';
/** Lies over the page for a moment; when it goes, the page has the keyboard again. */
const OVER_THE_PAGE = '.cdk-overlay-container, rt-toast-list';

/**
 * Where a control disappears under the keyboard, browsers put the focus back to the beginning of the page. This
 * one piece, for every page, moves it to what took the control's place: the same control of the next entry, else
 * the nearest control of the same subject, else the subject's heading. A page that knows better sets the focus
 * itself; whoever clicked beside all controls is left alone.
 */
@Service()
export class FocusKeeper {
  private readonly document = inject(DOCUMENT);
  private readonly destroyed = inject(DestroyRef);
  private onPage: Place | null = null;
  private overPage: Place | null = null;
  private asked = false;

  /** Begins to watch; once, for as long as the application lives. */
  start(): void {
    const { body } = this.document;
    const focused = (event: FocusEvent) => this.remember(event.target as HTMLElement);
    const clicked = () => this.document.activeElement === body && this.forget();
    const observer = new MutationObserver((records) => this.follow(records));
    this.document.addEventListener('focusin', focused);
    this.document.addEventListener('click', clicked, true);
    observer.observe(body, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['class', 'disabled', 'hidden', 'inert'],
    });
    this.destroyed.onDestroy(() => {
      observer.disconnect();
      this.document.removeEventListener('focusin', focused);
      this.document.removeEventListener('click', clicked, true);
    });
  }

  private remember(element: HTMLElement): void {
    const place: Place = { element, gap: null, entry: null };
    if (element.closest(OVER_THE_PAGE)) this.overPage = place;
    else {
      this.onPage = place;
      this.overPage = null;
    }
  }

  private forget(): void {
    this.onPage = this.overPage = null;
  }

  private follow(records: readonly MutationRecord[]): void {
    for (const place of [this.onPage, this.overPage]) {
      if (!place) continue;
      for (const record of records) noteGap(place, record);
      // It was only moved.
      if (place.element.isConnected) place.gap = place.entry = null;
    }
    if (this.asked) return;
    this.asked = true;
    // Not before the page is drawn: what a page itself gives the focus to comes first.
    requestAnimationFrame(() =>
      setTimeout(() => {
        this.asked = false;
        if (this.isLost()) this.keep();
      }),
    );
  }

  private isLost(): boolean {
    const { activeElement: active, body } = this.document;
    return !active || active === body || !isThere(active);
  }

  private keep(): void {
    const dialogs = this.document.querySelectorAll<HTMLElement>('[role=dialog][aria-modal=true]');
    const dialog = dialogs[dialogs.length - 1] ?? null;
    const place = [this.overPage, this.onPage].find((it) => it !== null && (!dialog || isWithin(it, dialog)));
    if (dialog && !place) return focusSubject(dialog);
    if (!place) return;
    const { element } = place;
    // Away for the moment only, such as a button while its deed is being done.
    if (element.isConnected && element.matches(':disabled')) return;
    if (isUsable(element)) return element.focus();
    if (place === this.overPage && !dialog) {
      this.overPage = null;
      return this.onPage ? this.keep() : focusPage(this.document);
    }
    const next = successor(place);
    if (next instanceof HTMLElement) next.focus();
  }
}

function noteGap(place: Place, record: MutationRecord): void {
  for (const removed of record.removedNodes) {
    if (removed === place.gap?.after) place.gap.after = record.nextSibling;
    if (removed === place.gap?.before) place.gap.before = record.previousSibling;
    if (!removed.contains(place.gap?.within ?? place.element)) continue;
    if (!place.gap && removed !== place.element) {
      const controls = [...(removed as HTMLElement).querySelectorAll(CONTROLS)];
      const control = controls.indexOf(place.element);
      place.entry = { tag: (removed as HTMLElement).tagName, control };
    } else place.entry = null;
    place.gap = { within: record.target, before: record.previousSibling, after: record.nextSibling };
  }
}

function isWithin(place: Place, dialog: Element): boolean {
  return dialog.contains(place.element.isConnected ? place.element : (place.gap?.within ?? null));
}

/** The same control of the entry that moved up, else the nearest one of its subject, else its heading. */
function successor(place: Place): Element | null {
  const { element } = place;
  let { within, before, after } = element.isConnected
    ? { within: element.parentNode as Node, before: element, after: element }
    : (place.gap ?? { within: element, before: null, after: null });
  const entry = place.entry && neighbour(place.entry.tag, before, after);
  const controls = entry ? controlsIn(entry) : [];
  const same = controls[place.entry?.control ?? 0] ?? controls[controls.length - 1];
  if (same) return same;
  while (within instanceof Element && within.isConnected) {
    const nearest = nearestControl(within, before, after);
    if (nearest) return nearest;
    if (within.matches(SUBJECTS)) {
      focusSubject(within as HTMLElement);
      return null;
    }
    before = after = within;
    within = within.parentNode as Node;
  }
  focusPage(element.ownerDocument);
  return null;
}

function neighbour(tag: string, before: Node | null, after: Node | null): Element | null {
  for (let it = after; it; it = it.nextSibling) if (it instanceof Element && it.tagName === tag) return it;
  for (let it = before; it; it = it.previousSibling)
    if (it instanceof Element && it.tagName === tag) return it;
  return null;
}

function nearestControl(within: Element, before: Node | null, after: Node | null): Element | null {
  // Across the whole page the next control has nothing to do with the one that went.
  if (within.tagName === 'MAIN') return null;
  const controls = controlsIn(within);
  const following = after && controls.find((it) => after === it || after.contains(it) || isAfter(after, it));
  const preceding = before && controls.filter((it) => before.contains(it) || isAfter(it, before));
  return following || preceding?.[preceding.length - 1] || null;
}

function isAfter(one: Node, other: Node): boolean {
  return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function controlsIn(within: Element): HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>(CONTROLS)].filter(isUsable);
}

function isUsable(element: HTMLElement): boolean {
  return isThere(element) && !element.matches(':disabled');
}

/** In the page, drawn, and under no veil. */
function isThere(element: Element): boolean {
  return (
    element.isConnected &&
    element.closest('[inert], [hidden], [aria-hidden=true]') === null &&
    (element.checkVisibility?.({ visibilityProperty: true }) ?? true)
  );
}

/** The heading of a part of a page or of a panel; without one the part itself. */
function focusSubject(subject: HTMLElement): void {
  if (subject.tagName === 'MAIN') return focusPage(subject.ownerDocument);
  const target = [...subject.querySelectorAll<HTMLElement>(HEADINGS)].find(isThere) ?? subject;
  if (!target.hasAttribute('tabindex')) target.tabIndex = -1;
  target.focus();
}

/** The title of what was opened last: of the item in a page of lists, else of the page. */
export function focusPage(document: Document): void {
  const titles = [...document.querySelectorAll<HTMLElement>('[data-page-title]')].filter(isThere);
  const target = titles[titles.length - 1] ?? document.querySelector<HTMLElement>('main');
  target?.focus({ preventScroll: true });
}
