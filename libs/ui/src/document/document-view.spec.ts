import { TestBed } from '@angular/core/testing';
import { paragraph, strong } from '@runder-tisch/domain/documents';
import { DocumentView } from './document-view';

it('A document puts no blank between a bold word and the full stop behind it', () => {
  const shown = TestBed.createComponent(DocumentView);
  shown.componentRef.setInput('blocks', [
    paragraph('Bitte antworten Sie bis ', strong('6. Dezember 2026'), '.'),
  ]);
  shown.detectChanges();
  const host = shown.nativeElement as HTMLElement;
  expect(host.textContent?.trim()).toBe('Bitte antworten Sie bis 6. Dezember 2026.');
});
