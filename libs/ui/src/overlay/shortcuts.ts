import {
  DOCUMENT,
  DestroyRef,
  Service,
  assertInInjectionContext,
  computed,
  inject,
  signal,
} from '@angular/core';

export interface Shortcut {
  /** A single key such as "j" or "?". */
  key: string;
  says: string;
  run: () => void;
}

const storageKey = 'rt-single-keys';

/**
 * Single-key shortcuts of the page that is open. They sleep while somebody types, while a dialog is open, and
 * for good where somebody switched them off (WCAG 2.1.4): speech input would set them off by accident.
 */
@Service()
export class Shortcuts {
  private readonly document = inject(DOCUMENT);
  private readonly groups = signal<readonly (readonly Shortcut[])[]>([]);
  readonly all = computed(() => this.groups().flat());
  readonly enabled = signal(this.stored());

  constructor() {
    const listen = (event: KeyboardEvent) => this.pressed(event);
    this.document.addEventListener('keydown', listen);
    inject(DestroyRef).onDestroy(() => this.document.removeEventListener('keydown', listen));
  }

  enable(on: boolean): void {
    this.enabled.set(on);
    try {
      this.document.defaultView?.localStorage.setItem(storageKey, on ? 'on' : 'off');
    } catch {
      // Kept until the tab closes.
    }
  }

  /** Called with the shortcuts of a page while it stands. Returns how to take them away again. */
  add(shortcuts: readonly Shortcut[]): () => void {
    this.groups.update((groups) => [...groups, shortcuts]);
    return () => this.groups.update((groups) => groups.filter((group) => group !== shortcuts));
  }

  private pressed(event: KeyboardEvent): void {
    if (!this.enabled() || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target as HTMLElement | null;
    if (target?.closest('input, textarea, select, [contenteditable], [role="dialog"], [role="menu"]')) return;
    if (this.document.querySelector('.cdk-overlay-backdrop')) return;
    const hit = this.all().findLast((shortcut) => shortcut.key === event.key.toLowerCase());
    if (!hit) return;
    event.preventDefault();
    hit.run();
  }

  private stored(): boolean {
    try {
      return this.document.defaultView?.localStorage.getItem(storageKey) !== 'off';
    } catch {
      return true;
    }
  }
}

/** In a component: `shortcuts([{ key: 'j', says: 'Nächster Hinweis', run: () => this.next() }])` */
export function shortcuts(list: readonly Shortcut[]): void {
  assertInInjectionContext(shortcuts);
  inject(DestroyRef).onDestroy(inject(Shortcuts).add(list));
}
