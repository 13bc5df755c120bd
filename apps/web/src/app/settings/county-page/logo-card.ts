import { HttpClient } from '@angular/common/http';
import { Component, ElementRef, inject, input, output, viewChild } from '@angular/core';
import { mdiImageOutline } from '@mdi/js';
import { firstValueFrom } from 'rxjs';
import { settingsLimits, settingsProblems, type SettingsView } from '@runder-tisch/domain/settings';
import { Icon } from '@runder-tisch/ui/icon';
import { actingInPlace } from '../../http/acting';

/** The county's sign: shown, replaced, taken away. */
@Component({
  selector: 'rt-logo-card',
  imports: [Icon],
  template: `
    <section class="rt-card" aria-labelledby="rt-logo-heading">
      <h2 id="rt-logo-heading">Logo</h2>
      <div class="frame">
        @if (logo(); as address) {
          <img [src]="address" alt="Logo des Landkreises" />
        } @else {
          <rt-icon [path]="icon" large />
          <span class="rt-quiet">Noch kein Logo</span>
        }
      </div>
      <p class="rt-quiet rt-small" id="rt-logo-hint">PNG, JPEG oder WebP bis 1 MiB.</p>
      @if (problem(); as words) {
        <p class="rt-error" role="alert">{{ words }}</p>
      }
      <input
        #file
        class="rt-unseen"
        type="file"
        tabindex="-1"
        aria-hidden="true"
        accept="image/png,image/jpeg,image/webp"
        (change)="upload()"
      />
      <div class="rt-form-actions">
        <button
          type="button"
          class="rt-button"
          aria-describedby="rt-logo-hint"
          [disabled]="busy()"
          (click)="choose()"
        >
          {{ logo() ? 'Anderes Bild wählen' : 'Bild wählen' }}
        </button>
        @if (logo()) {
          <button type="button" class="rt-button rt-plain" [disabled]="busy()" (click)="remove()">
            Entfernen
          </button>
        }
      </div>
    </section>
  `,
  styles: `
    .frame {
      display: grid;
      place-items: center;
      gap: 6px;
      min-height: 132px;
      margin-bottom: 10px;
      padding: 16px;
      border: 1px dashed var(--rt-line-strong);
      border-radius: var(--rt-radius-small);
      background: var(--rt-surface-sunken);
      color: var(--rt-text-quiet);
    }
    img {
      max-width: 100%;
      max-height: 100px;
    }
    .rt-form-actions {
      margin-top: 12px;
    }
  `,
})
export class LogoCard {
  readonly logo = input.required<string | null>();
  readonly changed = output<SettingsView>();

  private readonly http = inject(HttpClient);
  private readonly file = viewChild.required<ElementRef<HTMLInputElement>>('file');
  protected readonly icon = mdiImageOutline;
  private readonly act = actingInPlace();
  protected readonly busy = this.act.busy;
  protected readonly problem = this.act.refusal;

  protected choose(): void {
    this.file().nativeElement.click();
  }

  protected async upload(): Promise<void> {
    const control = this.file().nativeElement;
    const picture = control.files?.[0];
    control.value = '';
    if (!picture) return;
    if (picture.size > settingsLimits.logoBytes) {
      this.problem.set(settingsProblems['image-too-large'].says);
      return;
    }
    const headers = { 'Content-Type': 'application/octet-stream' };
    await this.send(
      () => firstValueFrom(this.http.put<SettingsView>('/api/settings/logo', picture, { headers })),
      'Das Logo ist gespeichert.',
    );
  }

  protected async remove(): Promise<void> {
    await this.send(
      () => firstValueFrom(this.http.delete<SettingsView>('/api/settings/logo')),
      'Das Logo ist entfernt.',
    );
  }

  private async send(work: () => Promise<SettingsView>, says: string): Promise<void> {
    await this.act(async () => this.changed.emit(await work()), says);
  }
}
