/**
 * SQL that puts a table behind the tenant lock and grants the application's
 * role exactly `rights` on it (architecture.md "Data": two locks). `force` makes
 * the owner obey as well, so that tests and repairs see what the program sees.
 */
export function lockToTenant(table: string, appRole: string, rights: string): string {
  return `
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy tenant_only on ${table}
      using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
      with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
    grant ${rights} on ${table} to ${appRole};
  `;
}

/** SQL of a trigger that refuses to change or delete what is append-only, for every role. */
export function appendOnly(table: string): string {
  const name = table.replace('.', '_');
  return `
    create trigger ${name}_append_only before update or delete on ${table}
      for each row execute function refuse_change();
    create trigger ${name}_no_truncate before truncate on ${table}
      for each statement execute function refuse_change();
  `;
}
