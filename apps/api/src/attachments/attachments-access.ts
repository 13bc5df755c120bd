import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Viewer } from '../access/viewer';
import type { KindDeclaration } from '../contribution';

/** A kind whose objects carry Unterlagen. */
export type CarrierKind = KindDeclaration & Required<Pick<KindDeclaration, 'attachments'>>;

export function carriersOf(kinds: readonly KindDeclaration[]): CarrierKind[] {
  return kinds.filter((kind): kind is CarrierKind => kind.attachments !== undefined);
}

/**
 * Over the alias `it` of `attachment`: who sees an Unterlage sees its object, and belongs to those its level names.
 * Nothing is seen of what was deleted.
 */
export function visibleAttachments(carriers: readonly CarrierKind[], viewer: Viewer): Sql {
  return sql`(it.deleted_at is null and ${eitherOf(carriers, (carrier) => seen(carrier, viewer))})`;
}

/**
 * The same as `visibleAttachments`, as a statement for the list: a branch for each kind whose objects have to be asked.
 * `offset 0` has each asked by its key: there are fewer Unterlagen than Hinweise, which would all be read for a join.
 * `asks` is false where none is asked.
 */
export function seenAttachments(
  carriers: readonly CarrierKind[],
  viewer: Viewer,
): { rows: Sql; asks: boolean } {
  const known = carriers.map((carrier) => ({
    ...carrier,
    condition: seen(carrier, viewer, raw('attachment.visibility')),
  }));
  const whole = known.filter(({ condition }) => isTrue(condition)).map(({ kind }) => literal(kind));
  const asked = known.filter(({ condition }) => !isTrue(condition) && condition.sql !== 'false');
  const branches = [
    ...(whole.length > 0
      ? [
          sql`select attachment.* from attachment
            where attachment.object_kind in (${join(whole)}) and attachment.deleted_at is null`,
        ]
      : []),
    ...asked.map(
      ({ kind, table, condition }) => sql`select attachment.* from attachment
        where attachment.object_kind = ${literal(kind)} and attachment.deleted_at is null
          and exists (select 1 from ${raw(table)} it where it.id = attachment.object_id and ${condition} offset 0)`,
    ),
  ];
  return {
    rows: branches.length > 0 ? join(branches, ' union all ') : sql`select * from attachment where false`,
    asks: asked.length > 0,
  };
}

/** Over the alias `it`: what the viewer may change, also where it was deleted. */
export function changeableAttachments(carriers: readonly CarrierKind[], viewer: Viewer): Sql {
  return eitherOf(carriers, ({ visible, attachments }) => both(visible(viewer), attachments.change(viewer)));
}

/** Over the alias `it`: for everybody on the internet, because it and what it hangs on are public. */
export function openAttachments(carriers: readonly CarrierKind[]): Sql {
  const open = carriers.filter(({ attachments }) => attachments.open);
  return sql`(it.deleted_at is null and it.visibility = 'PUBLIC'
    and ${eitherOf(open, ({ attachments }) => attachments.open?.() ?? sql`false`)})`;
}

/** Over the alias `it` of the carrier; `level` is the column with the level of the Unterlage. */
function seen({ visible, attachments }: CarrierKind, viewer: Viewer, level = raw('carried.level')): Sql {
  const internal = attachments.internal(viewer);
  if (isTrue(internal)) return visible(viewer);
  const members = attachments.members?.(viewer) ?? sql`false`;
  return sql`(${visible(viewer)} and (${level} = 'PUBLIC' or ${internal} or (${level} = 'MEMBERS' and ${members})))`;
}

/** A condition over each carrier, asked of the object behind its key; inside, `it` is the object. */
function eitherOf(carriers: readonly CarrierKind[], of: (carrier: CarrierKind) => Sql): Sql {
  const conditions = carriers.map((carrier) => {
    const condition = of(carrier);
    // That its object is there the database sees to: it is not asked for where everything may be seen.
    if (isTrue(condition)) return sql`it.object_kind = ${literal(carrier.kind)}`;
    return sql`(it.object_kind = ${literal(carrier.kind)} and exists (
      select 1 from (select it.object_id as id, it.visibility as level) carried
        join ${raw(carrier.table)} it on it.id = carried.id where ${condition}))`;
  });
  return conditions.length > 0 ? sql`(${join(conditions, ' or ')})` : sql`false`;
}

function both(one: Sql, other: Sql): Sql {
  if (isTrue(one)) return other;
  return isTrue(other) ? one : sql`(${one} and ${other})`;
}

function isTrue(condition: Sql): boolean {
  return condition.sql === 'true';
}

/** Names of kinds are words of the code. */
function literal(kind: string): Sql {
  return raw(`'${kind}'`);
}
