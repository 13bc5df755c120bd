import { DestroyRef, Service, inject } from '@angular/core';

/** What windows of this browser tell each other about the session they share. */
export interface WindowWord {
  /** Who is signed in as far as the sender knows. */
  accountId: string | null;
  /** Somebody pressed "Abmelden". */
  signedOut?: boolean;
  /** When the session ends, in milliseconds of the server's clock: unless something is asked, and in any case. */
  ends?: { idle: number; whole: number };
}

/** The other windows of this browser; nobody where the browser knows no channels. */
@Service()
export class Windows {
  private readonly channel =
    typeof BroadcastChannel === 'function' ? new BroadcastChannel('rt-sitzung') : null;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.channel?.close());
  }

  tell(word: WindowWord): void {
    this.channel?.postMessage(word);
  }

  hear(listen: (word: WindowWord) => void): void {
    this.channel?.addEventListener('message', ({ data }: MessageEvent<WindowWord>) => listen(data));
  }
}
