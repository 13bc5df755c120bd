import { Component, computed, input } from '@angular/core';
import type { Mark, Scene, Tone } from '@runder-tisch/domain/documents';

let made = 0;

const colours: Record<Tone, string> = {
  accent: 'var(--rt-accent)',
  positive: 'var(--rt-positive)',
  warning: 'var(--rt-warning)',
  negative: 'var(--rt-negative)',
  open: 'var(--rt-line-strong)',
  text: 'var(--rt-text)',
  quiet: 'var(--rt-text-quiet)',
  line: 'var(--rt-line)',
  surface: 'var(--rt-surface-raised)',
};

/** Draws a scene of `libs/drawing`. Its sentence stands for the picture where nobody sees it. */
@Component({
  selector: 'rt-scene',
  template: `
    <svg role="img" [attr.viewBox]="box()" [attr.aria-label]="scene().title + ': ' + scene().sentence">
      <defs>
        @for (tone of tones; track tone) {
          <pattern
            [id]="id + '-stripes-' + tone"
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="6" height="6" [attr.fill]="colour(tone)" />
            <rect width="2" height="6" fill="var(--rt-surface-raised)" fill-opacity="0.55" />
          </pattern>
          <pattern [id]="id + '-dots-' + tone" width="6" height="6" patternUnits="userSpaceOnUse">
            <rect width="6" height="6" [attr.fill]="colour(tone)" />
            <circle cx="3" cy="3" r="1.2" fill="var(--rt-surface-raised)" fill-opacity="0.7" />
          </pattern>
        }
      </defs>
      @for (mark of scene().marks; track $index) {
        @switch (mark.kind) {
          @case ('rect') {
            <rect
              [attr.x]="mark.x"
              [attr.y]="mark.y"
              [attr.width]="mark.width"
              [attr.height]="mark.height"
              [attr.rx]="mark.radius ?? 0"
              [attr.fill]="fill(mark)"
              [attr.stroke]="hollow(mark) ? colour(mark.tone) : null"
            />
          }
          @case ('circle') {
            <circle
              [attr.cx]="mark.x"
              [attr.cy]="mark.y"
              [attr.r]="mark.radius"
              [attr.fill]="fill(mark)"
              [attr.stroke]="hollow(mark) ? colour(mark.tone) : null"
            />
          }
          @case ('line') {
            <line
              [attr.x1]="mark.x1"
              [attr.y1]="mark.y1"
              [attr.x2]="mark.x2"
              [attr.y2]="mark.y2"
              [attr.stroke]="colour(mark.tone)"
              [attr.stroke-width]="mark.strokeWidth ?? 1"
            />
          }
          @case ('path') {
            <path
              [attr.d]="mark.d"
              [attr.fill]="mark.strokeWidth ? 'none' : colour(mark.tone)"
              [attr.stroke]="mark.strokeWidth ? colour(mark.tone) : null"
              [attr.stroke-width]="mark.strokeWidth ?? null"
            />
          }
        }
      }
      @for (label of scene().labels; track $index) {
        <text
          [attr.x]="label.x"
          [attr.y]="label.y"
          [attr.font-size]="label.size"
          [attr.font-weight]="label.strong ? 650 : 400"
          [attr.text-anchor]="label.anchor ?? 'start'"
          [attr.fill]="colour(label.tone)"
        >
          {{ label.text }}
        </text>
      }
    </svg>
    @if (twin()) {
      <details class="rt-small">
        <summary>Als Tabelle</summary>
        <table>
          <thead>
            <tr>
              @for (head of scene().table.head; track $index) {
                <th scope="col">{{ head }}</th>
              }
            </tr>
          </thead>
          <tbody>
            @for (row of scene().table.rows; track $index) {
              <tr>
                @for (cell of row; track $index) {
                  <td>{{ cell }}</td>
                }
              </tr>
            }
          </tbody>
        </table>
      </details>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    svg {
      width: 100%;
      height: auto;
      font-family: var(--rt-font);
      forced-color-adjust: none;
    }
    th,
    td {
      padding: 2px 12px 2px 0;
      text-align: left;
    }
  `,
})
export class SceneView {
  readonly scene = input.required<Scene>();
  /** Offers the table twin below; small drawings in a row leave it away, their sentence says it all. */
  readonly twin = input(true);
  protected readonly id = `rt-scene-${++made}`;
  protected readonly tones = ['accent', 'positive', 'warning', 'negative', 'open'] as const;
  protected readonly box = computed(() => `0 0 ${this.scene().width} ${this.scene().height}`);

  protected colour(tone: Tone): string {
    return colours[tone];
  }

  protected hollow(mark: Mark): boolean {
    return 'texture' in mark && mark.texture === 'hollow';
  }

  protected fill(mark: Mark): string {
    const texture = 'texture' in mark ? mark.texture : undefined;
    if (texture === 'hollow') return 'none';
    const hasPattern = (this.tones as readonly Tone[]).includes(mark.tone);
    if ((texture === 'stripes' || texture === 'dots') && hasPattern)
      return `url(#${this.id}-${texture}-${mark.tone})`;
    return colours[mark.tone];
  }
}
