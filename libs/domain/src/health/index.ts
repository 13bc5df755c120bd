/** What a monitor asks: whether the process lives, and whether it can do its work. */
export interface HealthView {
  status: 'ok';
}
