const START = 'rt-fenster-';

/** This window, for as long as it is open. */
export const thisWindow: string = crypto.randomUUID();

let held = false;

/** From now on other windows see that this one is open; a reload or a crash lets go by itself. */
export function holdWindow(): void {
  if (held || !('locks' in navigator)) return;
  held = true;
  void navigator.locks.request(START + thisWindow, () => new Promise(() => undefined));
}

/** The windows of this browser that are open; where it cannot tell, this one alone. */
export async function openWindows(): Promise<ReadonlySet<string>> {
  if (!('locks' in navigator)) return new Set([thisWindow]);
  const { held: locks = [] } = await navigator.locks.query();
  const names = locks.flatMap(({ name }) => (name?.startsWith(START) ? [name.slice(START.length)] : []));
  return new Set([thisWindow, ...names]);
}
