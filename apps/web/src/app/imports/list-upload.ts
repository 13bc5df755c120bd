import { HttpClient } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { fileProblems, importLimits } from '@runder-tisch/domain/imports';
import { ProblemError } from '../http/problem-error';

/** Sends a list to the API, the file itself as the body. */
@Service()
export class ListUpload {
  private readonly http = inject(HttpClient);

  async send(file: File, target: string): Promise<string> {
    if (file.size > importLimits.fileBytes) {
      const { status, says } = fileProblems['file-too-large'];
      throw new ProblemError(status, 'file-too-large', says);
    }
    const params = { target, name: file.name.slice(-importLimits.fileName) };
    const headers = { 'Content-Type': 'application/octet-stream' };
    const answer = this.http.post<{ id: string }>('/api/imports', await file.arrayBuffer(), {
      params,
      headers,
    });
    return (await firstValueFrom(answer)).id;
  }
}
