import { HttpEventType, HttpRequest, HttpXhrBackend, HttpResponse } from '@angular/common/http';
import { EnvironmentInjector, inject, runInInjectionContext, Service } from '@angular/core';
import { filter, map, type Observable } from 'rxjs';
import { apiInterceptor } from './api-interceptor';
import { asParams, type Query } from './query';
import { HttpParams } from '@angular/common/http';

export type Sent<Answer> = { done: false; share: number } | { done: true; answer: Answer };

/** A file as the body of a request, with how much of it has left. Whoever unsubscribes breaks it off. */
@Service()
export class FileSender {
  // What the browser's newer way of asking cannot tell yet.
  private readonly backend = inject(HttpXhrBackend);
  private readonly injector = inject(EnvironmentInjector);

  send<Answer>(path: string, file: File, query: Query): Observable<Sent<Answer>> {
    const request = new HttpRequest('POST', path, file, {
      params: new HttpParams({ fromObject: asParams(query) }),
      reportUploadProgress: true,
      responseType: 'json',
    }).clone({ setHeaders: { 'Content-Type': 'application/octet-stream' } });
    return runInInjectionContext(this.injector, () =>
      apiInterceptor(request, (sent) => this.backend.handle(sent)),
    ).pipe(
      map((event): Sent<Answer> | null => {
        if (event.type === HttpEventType.UploadProgress)
          return { done: false, share: event.total ? event.loaded / event.total : 0 };
        return event instanceof HttpResponse ? { done: true, answer: event.body as Answer } : null;
      }),
      filter((it) => it !== null),
    );
  }
}
