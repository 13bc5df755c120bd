export default async function endPostgres(): Promise<void> {
  await globalThis.rtTestPostgres?.stop();
}
