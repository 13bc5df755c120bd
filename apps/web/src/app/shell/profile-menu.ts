import { Dialog } from '@angular/cdk/dialog';
import { CdkMenu, CdkMenuItem, CdkMenuItemRadio, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiAccountOutline, mdiCheck, mdiKeyboardOutline, mdiLogout } from '@mdi/js';
import { Icon } from '@runder-tisch/ui/icon';
import { Toasts } from '@runder-tisch/ui/overlay';
import { ColorSchemeChoice, type ColorScheme } from '@runder-tisch/ui/theme';
import { Api } from '../http/api';
import { Session } from '../session/session';
import { SigningOut } from '../session/signing-out';

/** Who is signed in, the look of the screen, the keys, and the way out. */
@Component({
  selector: 'rt-profile-menu',
  imports: [CdkMenu, CdkMenuItem, CdkMenuItemRadio, CdkMenuTrigger, Icon, RouterLink],
  template: `
    <button
      type="button"
      class="person"
      [cdkMenuTriggerFor]="menu"
      [attr.aria-label]="initials() + ': Profil von ' + name()"
    >
      {{ initials() }}
    </button>
    <ng-template #menu>
      <div class="rt-floating menu" cdkMenu>
        <p class="rt-menu-head">
          <strong>{{ name() }}</strong><br />{{ roles() }}
        </p>
        <hr />
        @for (scheme of schemes; track scheme.value) {
          <button
            class="rt-menu-item"
            cdkMenuItemRadio
            [cdkMenuItemChecked]="look.scheme() === scheme.value"
            (cdkMenuItemTriggered)="look.choose(scheme.value)"
          >
            <span class="check">
              @if (look.scheme() === scheme.value) {
                <rt-icon [path]="icons.check" />
              }
            </span>
            {{ scheme.label }}
          </button>
        }
        <hr />
        <a class="rt-menu-item" cdkMenuItem routerLink="/konto">
          <rt-icon [path]="icons.account" />Mein Konto
        </a>
        <button class="rt-menu-item" cdkMenuItem (cdkMenuItemTriggered)="help()">
          <rt-icon [path]="icons.keys" />Tastatur
        </button>
        <button class="rt-menu-item" cdkMenuItem (cdkMenuItemTriggered)="signOut()">
          <rt-icon [path]="icons.leave" />Abmelden
        </button>
      </div>
    </ng-template>
  `,
  styles: `
    .person {
      display: grid;
      place-items: center;
      width: 40px;
      height: 40px;
      padding: 0;
      border: 0;
      border-radius: 50%;
      background: var(--rt-accent);
      color: var(--rt-on-accent);
      font-size: 0.9375rem;
      font-weight: 650;
      letter-spacing: 0.02em;
      cursor: pointer;
    }
    .person:hover {
      background: var(--rt-accent-strong);
    }
    .person:focus-visible {
      border-radius: 50%;
    }
    .menu {
      width: 240px;
    }
    .rt-menu-head strong {
      color: var(--rt-text);
      font-size: 1rem;
    }
    hr {
      margin: 6px 0;
    }
    .check {
      width: 20px;
      height: 20px;
    }
  `,
})
export class ProfileMenu {
  readonly name = input.required<string>();
  readonly roles = input.required<string>();

  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly dialog = inject(Dialog);
  private readonly toasts = inject(Toasts);
  private readonly leaveNothingBehind = inject(SigningOut);
  protected readonly look = inject(ColorSchemeChoice);
  protected readonly icons = {
    check: mdiCheck,
    account: mdiAccountOutline,
    keys: mdiKeyboardOutline,
    leave: mdiLogout,
  };
  protected readonly schemes: readonly { value: ColorScheme; label: string }[] = [
    { value: 'system', label: 'Wie das Gerät' },
    { value: 'light', label: 'Hell' },
    { value: 'dark', label: 'Dunkel' },
  ];
  protected readonly initials = computed(() => {
    const words = this.name()
      .split(/\s+/)
      .filter((word) => /^\p{L}/u.test(word) && !word.endsWith('.'));
    return `${words[0]?.[0] ?? ''}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`.toUpperCase();
  });

  protected async help(): Promise<void> {
    const { KeyboardHelp } = await import('./keyboard-help');
    this.dialog.open(KeyboardHelp, {
      ariaLabelledBy: 'rt-keyboard-heading',
      backdropClass: ['cdk-overlay-dark-backdrop', 'rt-backdrop'],
      width: '420px',
      maxWidth: 'calc(100vw - 32px)',
    });
  }

  protected async signOut(): Promise<void> {
    if (!(await this.leaveNothingBehind.mayLeave())) return;
    try {
      await this.api.act('/api/session/end');
      await this.leaveNothingBehind.clear();
      await this.session.load();
      await this.router.navigate(['/anmelden'], { queryParams: { abgemeldet: 1 } });
    } catch {
      this.toasts.warn('Das Abmelden hat nicht geklappt. Bitte versuchen Sie es noch einmal.');
    }
  }
}
