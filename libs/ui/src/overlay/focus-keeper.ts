import { DOCUMENT, DestroyRef, Service, inject } from '@angular/core';

/** Where a removed element stood. */
interface Gap {
  within: Node;
  before: Node | null;
  after: Node | null;
  /** What came into the same place afterwards. */
  readonly came: Set<Node>;
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
/** What somebody pressed has had its effect by then, and the page stands still. */
const EFFECT_MS = 3_000;
const HEADINGS = 'h1, h2, h3, h4, h5, h6';
/** Lies over the page for a moment; when it goes, the page has the keyboard again. */
const OVER_THE_PAGE = '.cdk-overlay-container, rt-toast-list';

/** Somebody looks elsewhere by hand. */
const MOVES = ['pointerdown', 'wheel', 'touchstart'];

/**
 * Where a control disappears under the keyboard, browsers put the focus back to the beginning of the page. This
 * one piece, for every page, moves it to what took the control's place: the same control of the next entry, else
 * the nearest control of the same subject, else the subject's heading. A page that knows better sets the focus
 * itself; whoever clicked beside all controls is left alone. And while what a key brought about comes in, what has
 * the keyboard stays in sight: a page that grew or shrank behind a panel no longer shows it where it was.
 */
@Service()
export class FocusKeeper {
  private readonly document = inject(DOCUMENT);
  private readonly destroyed = inject(DestroyRef);
  private onPage: Place | null = null;
  private overPage: Place | null = null;
  private asked = false;
  /** Until then, in the document's time, the page moves along with what has the keyboard. */
  private followsUntil = 0;

  /** Begins to watch; once, for as long as the application lives. */
  start(): void {
    const { body } = this.document;
    const focused = (event: FocusEvent) => this.remember(event.target as HTMLElement);
    const clicked = () => this.document.activeElement === body && this.forget();
    const pressed = ({ key, target, timeStamp }: KeyboardEvent) => {
      const acts =
        key === 'Escape' || (['Enter', ' '].includes(key) && (target as Element).matches(CONTROLS));
      this.followsUntil = acts ? timeStamp + EFFECT_MS : 0;
    };
    const moved = () => (this.followsUntil = 0);
    const observer = new MutationObserver((records) => this.follow(records));
    this.document.addEventListener('focusin', focused);
    this.document.addEventListener('click', clicked, true);
    this.document.addEventListener('keydown', pressed, true);
    for (const kind of MOVES) this.document.addEventListener(kind, moved, { capture: true, passive: true });
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
      this.document.removeEventListener('keydown', pressed, true);
      for (const kind of MOVES) this.document.removeEventListener(kind, moved, true);
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
        if (performance.now() < this.followsUntil) this.show();
      }),
    );
  }

  private isLost(): boolean {
    const { activeElement: active, body } = this.document;
    return !active || active === body || !isThere(active);
  }

  private show(): void {
    const { activeElement: active, body } = this.document;
    if (active !== body) active?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
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
    const { target: within, previousSibling: before, nextSibling: after } = record;
    place.gap = { within, before, after, came: new Set() };
  }
  if (record.target === place.gap?.within) for (const added of record.addedNodes) place.gap.came.add(added);
}

function isWithin(place: Place, dialog: Element): boolean {
  return dialog.contains(place.element.isConnected ? place.element : (place.gap?.within ?? null));
}

/**
 * The same control of the entry that moved up, else the first one of what came instead, else the nearest one of its
 * subject, else its heading.
 */
function successor(place: Place): Element | null {
  const { element } = place;
  let { within, before, after } = element.isConnected
    ? { within: element.parentNode as Node, before: element, after: element }
    : (place.gap ?? { within: element, before: null, after: null });
  const entry = place.entry && neighbour(place.entry.tag, before, after);
  const controls = entry ? controlsIn(entry) : [];
  const same = controls[place.entry?.control ?? 0] ?? controls[controls.length - 1];
  if (same) return same;
  const instead = place.gap && filling(place.gap).find((it) => it.matches(CONTROLS) && isUsable(it));
  if (instead) return instead;
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

/** What stands in a gap by now, with all that is in it. */
function filling({ within, before, came }: Gap): HTMLElement[] {
  const isIn = (it: Node): boolean => came.has(it) || !(it instanceof Element);
  while (before && isIn(before)) before = before.previousSibling;
  const found: HTMLElement[] = [];
  for (let it = before ? before.nextSibling : within.firstChild; it && isIn(it); it = it.nextSibling)
    if (it instanceof HTMLElement) found.push(it, ...it.querySelectorAll<HTMLElement>('*'));
  return found;
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
