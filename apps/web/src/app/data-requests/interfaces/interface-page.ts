import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiSwapHorizontal } from '@mdi/js';
import {
  dataProtectionClassLabels,
  dataProtectionClassMeanings,
  interfaceDirectionLabels,
  interfaceFormLabels,
  type InterfacePageView,
  interfaceRhythmLabels,
} from '@runder-tisch/domain/data-requests';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { keptObject } from '../../object-page/kept-object';
import { Session } from '../../session/session';
import { RequestState } from '../request-state';
import { AskButton } from './ask-button';
import { DeliveryState } from './delivery-state';
import { InterfaceForm } from './interface-form';

/** One interface: what is agreed since when, what comes next, and every request made by it. */
@Component({
  selector: 'rt-interface-page',
  imports: [
    AskButton,
    BerlinDatePipe,
    DeliveryState,
    EmptyState,
    InterfaceForm,
    PageHead,
    ProgressLine,
    RequestState,
    RouterLink,
  ],
  templateUrl: './interface-page.html',
  styles: `
    ul,
    ol {
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 4px 14px;
      padding: 9px 0;
      border-top: 1px solid var(--rt-line);
      overflow-wrap: anywhere;
    }
    li:first-child {
      border-top: 0;
    }
    .state {
      display: inline-flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px;
    }
  `,
})
export class InterfacePage {
  readonly id = input.required<string>();

  private readonly session = inject(Session);
  protected readonly icon = mdiSwapHorizontal;
  protected readonly back = { label: 'den Schnittstellen', link: '/planung/schnittstellen' };
  protected readonly labels = {
    direction: interfaceDirectionLabels,
    rhythm: interfaceRhythmLabels,
    form: interfaceFormLabels,
    class: dataProtectionClassLabels,
    meaning: dataProtectionClassMeanings,
  };
  protected readonly mayChange = computed(() => this.session.may('data-request:change'));
  protected readonly editing = signal(false);
  protected readonly kept = keptObject<InterfacePageView>(
    () => `/api/interfaces/${this.id()}`,
    ({ partner, name }) => `${partner}: ${name}`,
  );

  protected changed(): void {
    this.editing.set(false);
    this.kept.reload();
  }
}
