import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { mdiCheckCircleOutline, mdiContentCopy } from '@mdi/js';
import {
  feedbackVoices,
  type GivenVoiceView,
  showVoiceCode,
  voiceChoices,
} from '@runder-tisch/domain/feedback';
import { GiveVoice } from '@runder-tisch/domain/feedback/voice-requests';
import type { NamedReference } from '@runder-tisch/domain/lists';
import { ErrorSummary, RadioField, SelectField, TextArea } from '@runder-tisch/ui/form';
import { Icon } from '@runder-tisch/ui/icon';
import { PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { ReferenceLists } from '../../reference-lists/reference-lists';

/** "Hinweis geben": what one has to say, and who shall be named. */
@Component({
  selector: 'rt-voice-page',
  imports: [
    ErrorSummary,
    FormField,
    Icon,
    PageHead,
    ProgressLine,
    RadioField,
    RouterLink,
    SelectField,
    TextArea,
  ],
  templateUrl: './voice-page.html',
  styleUrl: './voice-page.scss',
})
export class VoicePage {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly lists = inject(ReferenceLists);
  protected readonly icons = { done: mdiCheckCircleOutline, copy: mdiContentCopy };
  protected readonly own = httpResource<NamedReference[]>(() => '/api/organisations/own');
  // Whoever writes may not want to be named: not a word of it stays on the device.
  protected readonly entry = requestForm(GiveVoice, {}, { secret: true });
  protected readonly fields = this.lists.fieldChoices();
  protected readonly municipalities = this.lists.municipalityChoices();
  protected readonly given = signal<GivenVoiceView | null>(null);

  protected readonly organisations = computed(() =>
    (this.own.hasValue() ? this.own.value() : []).map(({ id, name }) => ({ value: id, label: name })),
  );
  /** Who speaks for no organisation is not asked to. */
  protected readonly voices = computed(() =>
    feedbackVoices.map((voice) => ({
      value: voice,
      label: voiceChoices[voice].label,
      hint: voiceChoices[voice].promise,
      disabled: voice === 'ORGANISATION' && this.own.hasValue() && this.organisations().length === 0,
    })),
  );
  protected readonly asksWhich = computed(
    () => this.entry.model().voice === 'ORGANISATION' && this.organisations().length > 1,
  );
  protected readonly unnamed = computed(() => this.entry.model().voice === 'UNNAMED');
  protected readonly code = computed(() => {
    const code = this.given()?.code;
    return code ? { shown: showVoiceCode(code), path: `/hinweis/${code}` } : null;
  });

  constructor() {
    effect(() => {
      const [only, ...more] = this.organisations();
      if (only && more.length === 0)
        untracked(() => this.entry.model.update((model) => ({ ...model, organisationId: only.value })));
    });
  }

  protected async give(event: Event): Promise<void> {
    event.preventDefault();
    let given: GivenVoiceView | null = null;
    const done = await this.entry.submit(async (request) => {
      // Which house one belongs to is not even sent where it is not to be named.
      const organisationId = request.voice === 'ORGANISATION' ? request.organisationId : null;
      given = await this.api.create<GivenVoiceView>(
        '/api/feedback/voices',
        { ...request, organisationId },
        this.entry.intent(),
      );
    });
    if (done) this.given.set(given);
  }

  protected async copy(code: string): Promise<void> {
    await navigator.clipboard.writeText(code);
    this.toasts.say('Der Code ist kopiert.');
  }

  protected again(): void {
    this.given.set(null);
    const [only, ...more] = this.organisations();
    this.entry.reset({ organisationId: only && more.length === 0 ? only.value : null });
  }
}
