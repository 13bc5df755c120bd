export interface SearchHit {
  kind: string;
  /** Singular of the kind, as people call it. */
  label: string;
  id: string;
  title: string;
  subtitle: string;
  path: string;
}

export interface SearchView {
  items: SearchHit[];
}
