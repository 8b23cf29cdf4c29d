import "server-only";
import type postgres from "postgres";

const CONSTRAINT =
  "EXCLUDE USING gist (tenant_id WITH =, part_id WITH =, during WITH &&) WHERE ((status = ANY (ARRAY['temp_hold'::claim_status, 'pending'::claim_status, 'confirmed'::claim_status, 'completed'::claim_status, 'blackout'::claim_status])))";

const TENANT = "NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)";

/** Trigger, table, and SHA-256 of its function's body as the migrations leave it. */
const TRIGGERS = [
  ["booking_status", "bookings", "17166b50901a3606975705ae45ac2c9f2ba2f9f05d515df5f83d94ea20290c96"],
  ["refund_within_payment", "refunds", "b0b9a1a559dc4875ff804b29e87e83fe2ba2987ba815d11d8dd8104930a4f194"],
  ["refund_within_payment", "refund_requests", "b0b9a1a559dc4875ff804b29e87e83fe2ba2987ba815d11d8dd8104930a4f194"],
  ["append_only", "payments", "4e8488b8b8c19c059c7d1e0320b47e363d7946b2ae8c4591a960394ea49ba224"],
  ["append_only", "refunds", "4e8488b8b8c19c059c7d1e0320b47e363d7946b2ae8c4591a960394ea49ba224"],
  ["append_only", "booking_events", "4e8488b8b8c19c059c7d1e0320b47e363d7946b2ae8c4591a960394ea49ba224"],
  ["append_only", "webhook_events", "4e8488b8b8c19c059c7d1e0320b47e363d7946b2ae8c4591a960394ea49ba224"],
  ["append_only", "audit_events", "4e8488b8b8c19c059c7d1e0320b47e363d7946b2ae8c4591a960394ea49ba224"],
  ["append_only", "day_books", "4e8488b8b8c19c059c7d1e0320b47e363d7946b2ae8c4591a960394ea49ba224"],
  ["next_version", "bookings", "9da5ad32b10b6e91cfa17314597a2af36df321194d6b79d68c792e35c08aa767"],
  ["end_sessions", "users", "1c85dbe39da82e8b7cd46b7615ca2c9f56fcb59f6b681a2fb77c4edec43a4538"],
] as const;

/** Searches that run as the platform: each must ask for the tenant itself. */
const SEARCHES = [
  ["find_people", "1825a71608568c7af56f511b0ea55b434e738773d8be18ed5867359a7f502b66"],
  ["find_bookings", "216ae116739792dcc50fe5b64888caae2eeee39a36b0b4b3a18ae6c18258fd96"],
] as const;

/** What is missing or altered of all that the database must guard by itself; empty when it may be trusted. */
export async function integrityFaults(sql: postgres.ISql): Promise<string[]> {
  const faults: string[] = [];

  const [constraint] = await sql<{ definition: string; valid: boolean }[]>`
    select pg_get_constraintdef(oid) as definition, convalidated as valid from pg_constraint
    where conname = 'no_double_booking' and conrelid = to_regclass('public.allocations')`;
  if (!constraint) faults.push("constraint no_double_booking is missing");
  else if (!constraint.valid || constraint.definition !== CONSTRAINT)
    faults.push("constraint no_double_booking is altered");

  const tables = await sql<{ name: string; enabled: boolean; policies: Record<string, string> }[]>`
    select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as enabled,
      coalesce((select jsonb_object_agg(p.policyname, concat_ws(' ', p.cmd, p.roles::text, p.qual, p.with_check))
        from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname), '{}') as policies
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'venue_generations'`;
  for (const table of tables) {
    const column = table.name === "tenants" ? "id" : "tenant_id";
    const own = `(${column} = (${TENANT}`;
    const expected: Record<string, string> = {
      platform: "ALL {mandap_platform} true true",
      tenant_isolation: `ALL {mandap_app} ${own} ${own}`,
    };
    if (!table.enabled) faults.push(`row-level security of ${table.name} is not forced`);
    for (const name of new Set([...Object.keys(expected), ...Object.keys(table.policies)])) {
      if (table.policies[name] === undefined) faults.push(`policy ${name} of ${table.name} is missing`);
      else if (table.policies[name] !== expected[name]) faults.push(`policy ${name} of ${table.name} is altered`);
    }
  }

  const triggers = await sql<{ name: string; table: string; hash: string; on: boolean }[]>`
    select t.tgname as name, c.relname as table, t.tgenabled in ('O', 'A') as on,
      encode(sha256(convert_to(p.prosrc, 'UTF8')), 'hex') as hash
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
    where not t.tgisinternal and c.relnamespace = 'public'::regnamespace`;
  for (const [name, table, hash] of TRIGGERS) {
    const found = triggers.find((trigger) => trigger.name === name && trigger.table === table);
    if (!found) faults.push(`trigger ${name} of ${table} is missing`);
    else if (!found.on) faults.push(`trigger ${name} of ${table} is disabled`);
    else if (found.hash !== hash) faults.push(`trigger ${name} of ${table} is altered (${found.hash})`);
  }

  const functions = await sql<{ name: string; owner: string; hash: string }[]>`
    select proname as name, proowner::regrole::text as owner, encode(sha256(convert_to(prosrc, 'UTF8')), 'hex') as hash
    from pg_proc where pronamespace = 'public'::regnamespace and prosecdef`;
  for (const [name, hash] of SEARCHES) {
    const found = functions.find((one) => one.name === name);
    if (!found) faults.push(`function ${name} is missing`);
    else if (found.hash !== hash) faults.push(`function ${name} is altered (${found.hash})`);
    // As anybody else it would find nothing, or everything: what a restore without owners leaves behind.
    else if (found.owner !== "mandap_platform") faults.push(`function ${name} runs as ${found.owner}`);
  }
  for (const { name } of functions) {
    if (!SEARCHES.some(([known]) => known === name)) faults.push(`function ${name} may pass row-level security`);
  }
  return faults;
}

/** @throws Error when the database could double-book, mix tenants, lose money or keep a session that has ended. */
export async function assertIntegrity(sql: postgres.Sql): Promise<void> {
  const faults = await integrityFaults(sql);
  if (faults.length > 0) throw new Error(`Mandap refuses to serve from this database:\n  ${faults.join("\n  ")}`);
}
