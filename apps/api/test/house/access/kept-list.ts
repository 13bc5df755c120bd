import type { Role } from '@runder-tisch/domain/accounts';
import type { Page } from '@runder-tisch/domain/lists';
import { type Canary, type Declaration, reads, type ForeignWorld } from './canary';

interface KeptListCanary {
  /** `service-categories` */
  path: string;
  kind: string;
  may: readonly Role[];
  /** A new entry under a name nobody has used, as its form sends it. */
  entry: (name: string, world: ForeignWorld) => object;
  /** What its form sends for an entry that is there, where that is more. */
  change?: (name: string, world: ForeignWorld) => object;
  /** Its entries have pages of their own. */
  pages?: true;
  /** It stands in the order of its names. */
  byName?: true;
}

/** Everything a list that planners keep can do: what `keptListRoutes` writes once is declared once. */
export function keptList(list: KeptListCanary): Record<string, Declaration> {
  const { path, kind, may, entry, change = entry, pages, byName } = list;
  const add = async (world: ForeignWorld): Promise<Canary> => {
    const body = entry(world.fresh('Eintrag'), world);
    const { id } = await world.somebody.admin.post<{ id: string }>(`/api/${path}`, body);
    return { id };
  };
  const given = async (world: ForeignWorld) => ({ path: await add(world), version: 1 });
  const common = { may, owner: null, of: kind } as const;
  return {
    [`GET /api/${path}`]: reads(),
    [`POST /api/${path}`]: {
      may,
      owner: null,
      given: async (world) => ({ body: entry(world.fresh('Eintrag'), world) }),
    },
    [`PUT /api/${path}/{id}`]: {
      ...common,
      given: async (world) => ({ ...(await given(world)), body: change(world.fresh('Eintrag'), world) }),
    },
    [`DELETE /api/${path}/{id}`]: { ...common, given },
    [`POST /api/${path}/{id}/activate`]: { ...common, given },
    [`POST /api/${path}/{id}/deactivate`]: { ...common, given },
    ...(pages ? { [`GET /api/${path}/{id}`]: reads(kind) } : {}),
    ...(byName
      ? {}
      : {
          [`POST /api/${path}/order`]: {
            may,
            owner: null,
            given: async (world: ForeignWorld) => {
              const { items } = await world.somebody.admin.get<Page<{ id: string }>>(`/api/${path}`);
              return { body: { ids: items.map((it) => it.id) } };
            },
          },
        }),
  };
}
