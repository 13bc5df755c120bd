import { DOCUMENT, Service, effect, inject, signal } from '@angular/core';

export type ColorScheme = 'system' | 'light' | 'dark';

const storageKey = 'rt-scheme';

/** Light, dark or as the device says. The choice stays on this device, it is no setting of the account. */
@Service()
export class ColorSchemeChoice {
  private readonly document = inject(DOCUMENT);
  readonly scheme = signal<ColorScheme>(this.stored());

  constructor() {
    effect(() => {
      const scheme = this.scheme();
      const root = this.document.documentElement;
      if (scheme === 'system') delete root.dataset['scheme'];
      else root.dataset['scheme'] = scheme;
    });
  }

  choose(scheme: ColorScheme): void {
    this.scheme.set(scheme);
    try {
      if (scheme === 'system') this.document.defaultView?.localStorage.removeItem(storageKey);
      else this.document.defaultView?.localStorage.setItem(storageKey, scheme);
    } catch {
      // A browser that keeps nothing still shows the scheme until the tab closes.
    }
  }

  private stored(): ColorScheme {
    try {
      const value = this.document.defaultView?.localStorage.getItem(storageKey);
      return value === 'light' || value === 'dark' ? value : 'system';
    } catch {
      return 'system';
    }
  }
}
