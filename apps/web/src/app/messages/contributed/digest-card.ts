import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type OwnDigestView, WHOLE_DIGEST } from '@runder-tisch/domain/messages';
import { formatShortDateTime } from '@runder-tisch/domain/time';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { keptObject } from '../../object-page/kept-object';

/** One's own weekly mail: what stands in it, what is muted, and how the next one would look. */
@Component({
  selector: 'rt-digest-card',
  imports: [RouterLink],
  template: `
    @if (kept.view(); as view) {
      <section class="rt-card" aria-labelledby="wochenmail">
        <h2 id="wochenmail">Wochenmail</h2>
        <p class="rt-quiet">{{ when() }}</p>
        <label class="choice">
          <input type="checkbox" [checked]="!view.muted" (change)="mute(whole, !view.muted)" />
          <span>Ich möchte die Wochenmail bekommen</span>
        </label>
        @if (!view.muted) {
          <fieldset>
            <legend>Das soll darin stehen</legend>
            @for (topic of view.topics; track topic.key) {
              <label class="choice">
                <input type="checkbox" [checked]="!topic.muted" (change)="mute(topic.key, !topic.muted)" />
                <span>
                  {{ topic.key === 'OWN' ? 'Was bei Ihnen ansteht' : topic.label + ': ' + topic.title }}
                </span>
              </label>
            }
          </fieldset>
          <button
            type="button"
            class="rt-button rt-small"
            [attr.aria-expanded]="open()"
            aria-controls="wochenmail-vorschau"
            (click)="open.set(!open())"
          >
            So sähe Ihre nächste Wochenmail aus
          </button>
          <div id="wochenmail-vorschau" [hidden]="!open()">
            @for (group of view.groups; track group.key) {
              <h3>{{ group.key === 'OWN' ? group.label : group.label + ': ' + group.title }}</h3>
              <ul class="rt-entries">
                @for (line of group.lines; track $index) {
                  <li>
                    <span class="rt-quiet">{{ line.label }}:</span>
                    @if (inside(line.path); as path) {
                      <a [routerLink]="path">{{ line.title }}</a>
                    } @else if (line.path) {
                      <a [href]="line.path">{{ line.title }}</a>
                    } @else {
                      {{ line.title }}
                    }
                    @if (line.note) {
                      <span class="rt-cell-note">{{ line.note }}</span>
                    }
                  </li>
                }
              </ul>
              @if (group.more) {
                <p class="rt-quiet">… und {{ group.more }} weitere</p>
              }
              <p class="rt-quiet rt-small">{{ group.why }}</p>
            } @empty {
              <p class="rt-quiet">
                Im Moment ist nichts neu. Bliebe es dabei, käme in dieser Woche keine Mail.
              </p>
            }
          </div>
        }
      </section>
    }
  `,
  styles: `
    fieldset {
      border: 0;
      margin: 8px 0 12px;
      padding: 0;
    }
    legend {
      padding: 0;
      font-weight: 600;
    }
    .choice {
      display: flex;
      align-items: center;
      gap: 10px;
      min-height: 40px;
      cursor: pointer;
    }
    input {
      flex: none;
      width: 18px;
      height: 18px;
      accent-color: var(--rt-accent);
    }
    h3 {
      margin: 16px 0 4px;
    }
  `,
})
export class DigestCard {
  private readonly api = inject(Api);
  private readonly act = acting(() => this.kept.reload());
  protected readonly kept = keptObject<OwnDigestView>(() => '/api/account/digest');
  protected readonly open = signal(false);
  protected readonly whole = WHOLE_DIGEST;
  protected readonly when = computed(() => {
    const view = this.kept.view();
    if (!view) return '';
    if (view.nextAt === null) return 'Ihr Landkreis verschickt zurzeit keine Wochenmails.';
    return `Einmal in der Woche, was für Sie neu ist, an ${view.mail}. Die nächste geht am ${formatShortDateTime(view.nextAt)} hinaus, wenn es etwas zu melden gibt. Einladungen, Änderungen, Fristen und Antworten auf Ihre Hinweise kommen immer sofort.`;
  });

  /** Pages for everybody are written by the server and no routes of ours. */
  protected inside(path: string | null): string | null {
    return path !== null && !path.startsWith('/ergebnisse') ? path : null;
  }

  protected async mute(key: string, muted: boolean): Promise<void> {
    await this.act(
      () => this.api.act('/api/account/digest/mute', null, { key, muted }),
      muted ? 'Stumm geschaltet.' : 'Steht wieder in Ihrer Wochenmail.',
    );
  }
}
