import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { ServiceFormPage } from './service-form-page';

const ahornhaus = { id: '0b7d1d5e-5a40-4f6e-9d59-0d4f0c7a2f11', name: 'Ahornhaus' };

it('An offer typed before the own organisation was known is still entered for it', async () => {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
  });
  const fixture = TestBed.createComponent(ServiceFormPage);
  fixture.componentRef.setInput('of', 'organisation');
  fixture.detectChanges();
  const host = fixture.nativeElement as HTMLElement;
  const http = TestBed.inject(HttpTestingController);
  const title = host.querySelector('input[type=text]') as HTMLInputElement;
  title.value = 'Schuldnerberatung Köthen';
  title.dispatchEvent(new Event('input'));
  http.expectOne('/api/organisations/own').flush([ahornhaus]);
  for (const list of ['fields-of-action', 'municipalities', 'service-categories', 'target-groups'])
    http.expectOne(`/api/${list}`).flush({ items: [], total: 0, next: null });
  await fixture.whenStable();

  host.querySelector('form')?.dispatchEvent(new Event('submit'));
  await new Promise((resolve) => setTimeout(resolve));
  const { request } = http.expectOne('/api/social-services');
  expect(request.body).toMatchObject({ title: 'Schuldnerberatung Köthen', organisationId: ahornhaus.id });
});
