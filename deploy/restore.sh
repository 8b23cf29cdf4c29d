#!/bin/sh
# A dump into an empty database: roles, rights, rows. Connects as a superuser (PGHOST, PGPORT, PGUSER, PGPASSWORD), to the
# database `postgres` first.
#   deploy/restore.sh mandap-20270207T203000Z.dump [database, default mandap]
# MANDAP_DB_PASSWORD gives the owner its password where the cluster does not know the owner yet.
set -eu
dump=${1:?"usage: $0 FILE.dump [DATABASE]"}
database=${2:-mandap}
: "${MANDAP_DB_OWNER:=mandap_owner}" "${MANDAP_DB_PASSWORD:=}" "${PGUSER:=postgres}" "${RESTORE_JOBS:=2}"
export PGUSER
[ -z "${PGPASSWORD_FILE:-}" ] || { PGPASSWORD=$(cat "$PGPASSWORD_FILE"); export PGPASSWORD; }
sql() { psql -XAtq -v ON_ERROR_STOP=1 -v owner="$MANDAP_DB_OWNER" -v password="$MANDAP_DB_PASSWORD" -v database="$database" "$@"; }

pg_restore --list "$dump" >/dev/null
if [ "$(sql -d postgres -c "select count(*) from pg_database where datname = '$database'")" = 1 ]; then
  tables=$(sql -d "$database" -c "select count(*) from pg_class where relkind in ('r', 'p') and relnamespace not in (select oid from pg_namespace where nspname like 'pg\_%' or nspname = 'information_schema')")
  [ "$tables" = 0 ] || { echo "restore: $database is not empty ($tables tables); rename or drop it first" >&2; exit 1; }
fi

# Roles belong to the cluster, and no dump of a database holds them; nor who may take them on.
sql -d postgres <<'SQL'
select format('create role %I login createrole nosuperuser nobypassrls', :'owner')
  where not exists (select from pg_roles where rolname = :'owner') \gexec
select format('alter role %I password %L', :'owner', :'password') where :'password' <> '' \gexec
select format('create role %I nologin', role) from unnest(array['mandap_app', 'mandap_platform']) as role
  where not exists (select from pg_roles where rolname = role) \gexec
select format('grant %I to %I with admin option', role, :'owner') from unnest(array['mandap_app', 'mandap_platform']) as role \gexec
select format('create database %I owner %I', :'database', :'owner')
  where not exists (select from pg_database where datname = :'database') \gexec
SQL

pg_restore --dbname="$database" --exit-on-error --jobs="$RESTORE_JOBS" "$dump"

# What a cache still holds was filed under numbers that were given out after the dump: they must not be given out again.
sql -d "$database" <<'SQL'
update venue_generations set generation = generation + 1000000;
analyze;
SQL
echo "restore: $database holds $(sql -d "$database" -c 'select count(*) from tenants') halls and $(sql -d "$database" -c 'select count(*) from bookings') bookings; the last was made $(sql -d "$database" -c "select coalesce(max(created_at)::text, 'never') from bookings")"
