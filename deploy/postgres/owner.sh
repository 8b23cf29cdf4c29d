#!/bin/sh
# Runs once, in an empty Postgres container: Mandap's owner, who is no superuser (one would pass row-level security)
# but may make the two roles that the migrations ask for.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$MANDAP_DB_PASSWORD" --username "$POSTGRES_USER" --dbname postgres <<'SQL'
create role mandap_owner login createrole nosuperuser nobypassrls password :'password';
create database mandap owner mandap_owner;
SQL
