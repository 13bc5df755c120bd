/** Where the checks of a network or format stand; without an id those of the planning itself. */
export function consolidationAddress(id: string | null, isFormat: boolean): string {
  return id ? `/api/consolidation/${isFormat ? 'formats' : 'networks'}/${id}` : '/api/consolidation/planning';
}
