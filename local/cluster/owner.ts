import postgres from "postgres";

/**
 * The app's role and database, as a managed Postgres would give them: an owner who is no superuser (superusers bypass
 * row-level security and would hide every hole) and may create the two roles that the migrations ask for.
 */
export async function createOwner(adminUrl: string, password: string): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  try {
    const [role] = await sql`select 1 from pg_roles where rolname = 'mandap_owner'`;
    if (!role) await sql.unsafe("create role mandap_owner login createrole nosuperuser nobypassrls");
    await sql.unsafe(`alter role mandap_owner password '${password.replaceAll("'", "''")}'`);
    const [database] = await sql`select 1 from pg_database where datname = 'mandap'`;
    if (!database) await sql.unsafe("create database mandap owner mandap_owner");
  } finally {
    await sql.end({ timeout: 5 });
  }
}
