import { Component, computed, inject } from '@angular/core';
import { type OwnAccountView, roleLabels } from '@runder-tisch/domain/accounts';
import { PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { ColorSchemeChoice, type ColorScheme } from '@runder-tisch/ui/theme';
import { Block } from '../object-page/block';
import { contributedBlocks } from '../object-page/contributed';
import { keptObject } from '../object-page/kept-object';
import { OwnSessions } from './own-sessions';
import { PasswordCard } from './password-card';

/** One's own account: password, places where one is signed in, the look of the screen. */
@Component({
  selector: 'rt-own-account-page',
  imports: [Block, OwnSessions, PageHead, PasswordCard, ProgressLine],
  template: `
    <rt-progress-line [busy]="kept.loading()" />
    <rt-page-head heading="Mein Konto">
      @if (account(); as it) {
        <span subline>{{ it.displayName }} · {{ it.mail }} · {{ roles() }}</span>
      }
    </rt-page-head>
    @if (kept.problem(); as refusal) {
      <p class="rt-note rt-note-negative" role="alert">{{ refusal.says }}</p>
    }
    @if (account(); as it) {
      <div class="rt-columns">
        <div class="rt-stack">
          <rt-password-card [account]="it" (changed)="account.set($event)" />
          @for (block of blocks; track block) {
            <rt-block [of]="block" />
          }
          <rt-own-sessions />
        </div>
        <aside class="rt-card" aria-labelledby="rt-look">
          <h2 id="rt-look">Darstellung</h2>
          <div role="radiogroup" aria-labelledby="rt-look" class="look">
            @for (scheme of schemes; track scheme.value) {
              <label>
                <input
                  type="radio"
                  name="rt-scheme"
                  [checked]="look.scheme() === scheme.value"
                  (change)="look.choose(scheme.value)"
                />
                {{ scheme.label }}
              </label>
            }
          </div>
          <p class="rt-quiet rt-small">Gilt auf diesem Gerät.</p>
        </aside>
      </div>
    }
  `,
  styles: `
    .look {
      display: grid;
      margin-bottom: 8px;
    }
    label {
      display: flex;
      align-items: center;
      gap: 10px;
      min-height: 40px;
      cursor: pointer;
    }
    input {
      width: 18px;
      height: 18px;
      accent-color: var(--rt-accent);
    }
  `,
})
export class OwnAccountPage {
  protected readonly look = inject(ColorSchemeChoice);
  protected readonly blocks = contributedBlocks('own-account');
  protected readonly kept = keptObject<OwnAccountView>(() => '/api/account');
  protected readonly account = this.kept.view;
  protected readonly roles = computed(() =>
    (this.account()?.roles ?? []).map((role) => roleLabels[role]).join(', '),
  );
  protected readonly schemes: readonly { value: ColorScheme; label: string }[] = [
    { value: 'system', label: 'Wie das Gerät' },
    { value: 'light', label: 'Hell' },
    { value: 'dark', label: 'Dunkel' },
  ];
}
