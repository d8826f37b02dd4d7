import { escapeIdentifier } from "pg";
import type { MaskedTable } from "./entity-columns.ts";
import { type MaskSchemas, VIEWER_VIEW } from "./mask-view.ts";

/**
 * Statements that let the application write through a masked view. Row-level security decides what may be written, as
 * it does for the tables of entities without a mask. An update leaves alone what it does not change, so that a value
 * that was masked is not overwritten by the null that its reader saw.
 */
export function maskedWritesOf({ name, key, columns }: MaskedTable, schemas: MaskSchemas): string[] {
  const table = `${schemas.tables}.${escapeIdentifier(name)}`;
  const view = `${schemas.views}.${escapeIdentifier(name)}`;
  const write = `${schemas.views}.${escapeIdentifier(`${name}_write`)}`;
  const names = columns.filter(({ generated }) => !generated).map((each) => escapeIdentifier(each.name));
  const changed = names.map(
    (each) =>
      `${each} = case when new.${each} is distinct from old.${each} then new.${each} else stored.${each} end`,
  );
  const same = key
    .map((each) => `stored.${escapeIdentifier(each)} = old.${escapeIdentifier(each)}`)
    .join(" and ");
  const defaults = columns.flatMap(({ name: column, fallback }) =>
    fallback === null
      ? []
      : [`alter view ${view} alter column ${escapeIdentifier(column)} set default ${fallback}`],
  );
  return [
    ...defaults,
    `create function ${write}() returns trigger language plpgsql security definer set search_path = pg_catalog as $write$
     begin
       -- Whoever writes has read what is there before; without a ledger she found nothing, and would write it again.
       if not coalesce((select ledger from ${schemas.views}.${escapeIdentifier(VIEWER_VIEW)}), false) then
         raise exception 'No ledger is known: nothing is written through a mask.' using errcode = 'insufficient_privilege';
       end if;
       if tg_op = 'INSERT' then
         insert into ${table} (${names.join(", ")}) values (${names.map((each) => `new.${each}`).join(", ")});
         return new;
       elsif tg_op = 'UPDATE' then
         update ${table} as stored set ${changed.join(", ")} where ${same};
         if found then return new; end if;
       else
         delete from ${table} as stored where ${same};
         if found then return old; end if;
       end if;
       return null;
     end $write$`,
    `revoke all on function ${write}() from public`,
    `create trigger write instead of insert or update or delete on ${view} for each row execute function ${write}()`,
  ];
}
