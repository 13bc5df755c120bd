import type { Routes } from '@angular/router';

/** Every address the routes name without parameters, so that nothing links to what is not there yet. */
export function existingLinks(routes: Routes, parent = ''): Set<string> {
  const links = new Set<string>();
  for (const route of routes) {
    if (route.path === undefined || route.path.includes('*') || route.path.includes(':')) continue;
    const link = route.path ? `${parent}/${route.path}` : parent;
    if (route.path && !route.redirectTo) links.add(link);
    for (const child of existingLinks(route.children ?? [], link)) links.add(child);
  }
  return links;
}
