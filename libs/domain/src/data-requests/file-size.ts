/** In: bytes. Out: "812 Bytes", "34 KB" or "1,2 MB", as file managers say it. */
export function fileSizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} Bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`;
}
