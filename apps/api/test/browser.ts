/** A browser as far as forms of server-written pages need one: follows nothing, keeps cookies, sends what a form would. */
export class PlainBrowser {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly url: string) {}

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  get(path: string): Promise<Response> {
    return this.send(path, { method: 'GET' });
  }

  /** Sends a form as browsers do from a page without referrer: with `Origin: null`. */
  post(path: string, fields: Record<string, string> | FormData = {}): Promise<Response> {
    const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
    return this.send(path, {
      method: 'POST',
      body,
      headers: { Origin: 'null', 'Sec-Fetch-Site': 'same-origin' },
    });
  }

  private async send(path: string, init: RequestInit): Promise<Response> {
    const response = await fetch(this.url + path, {
      ...init,
      redirect: 'manual',
      headers: {
        ...(init.headers as Record<string, string>),
        ...(this.cookie ? { Cookie: this.cookie } : {}),
      },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name === undefined || value === undefined) continue;
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }
}
