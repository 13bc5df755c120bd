interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): {
    createScriptURL(url: string): string;
  };
}

const WORKER = '/service-worker.js';

/** Lets the browser open running meetings without network from now on: see public/service-worker.js. */
export async function keepShell(window: Window | null): Promise<void> {
  const workers = window?.navigator.serviceWorker;
  if (!workers) return;
  // The content policy takes addresses of scripts only from a named policy; ours knows this one.
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('runder-tisch', { createScriptURL: () => WORKER });
  // Without it only the reload without network is missing; the browser tells its console why.
  await workers.register(policy?.createScriptURL(WORKER) ?? WORKER, { scope: '/termine/' }).catch(() => null);
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;
