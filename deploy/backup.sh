#!/bin/sh
# One dump of the database into BACKUP_DIR, checked, and the old ones removed. Connects as libpq is told to (PGHOST, PGUSER,
# PGPASSWORD, PGDATABASE or PGSERVICE), as somebody whom row-level security does not hide rows from: a superuser, or a
# role with BYPASSRLS that may read everything. pg_dump must be as new as the server.
#   deploy/backup.sh           one dump, now
#   deploy/backup.sh nightly   one each night at BACKUP_AT (UTC), until stopped
set -eu
umask 077
: "${BACKUP_DIR:=/backups}" "${BACKUP_KEEP_DAYS:=14}" "${BACKUP_AT:=20:30}" "${PGDATABASE:=mandap}"
export PGDATABASE
[ -z "${PGPASSWORD_FILE:-}" ] || { PGPASSWORD=$(cat "$PGPASSWORD_FILE"); export PGPASSWORD; }

# Not to be called in a condition (`backup || …`): the shell would go on after a step that failed.
backup() {
  all_seen=$(psql -XAtqc "select rolsuper or rolbypassrls from pg_roles where rolname = current_user")
  [ "$all_seen" = t ] || { echo "backup: this role would not see every row" >&2; exit 1; }
  mkdir -p "$BACKUP_DIR"
  file="$BACKUP_DIR/mandap-$(date -u +%Y%m%dT%H%M%SZ).dump"
  # Under another name until it is whole: whoever finds a .dump can restore it.
  pg_dump --format=custom --compress=6 --file="$file.part"
  # To its end: a list is made of the beginning alone.
  pg_restore --file=/dev/null "$file.part"
  tables=$(pg_restore --list "$file.part" | grep -c ' TABLE DATA ') || { echo "backup: the dump holds no table" >&2; exit 1; }
  sync "$file.part" 2>/dev/null || sync
  mv "$file.part" "$file"
  find "$BACKUP_DIR" -name 'mandap-*.dump' -mtime "+$BACKUP_KEEP_DAYS" -delete
  find "$BACKUP_DIR" -name 'mandap-*.dump.part' -mtime +1 -delete
  echo "backup: $file, $(wc -c <"$file") bytes, $tables tables"
}

# Seconds until the next BACKUP_AT, in UTC.
pause() {
  now=$(date -u +%s)
  at=$(date -u -d "$(date -u +%Y-%m-%d) $BACKUP_AT" +%s)
  [ "$at" -gt "$now" ] || at=$((at + 86400))
  echo $((at - now))
}

case "${1:-once}" in
  once) backup ;;
  nightly)
    trap 'exit 0' TERM INT
    while :; do
      sleep "$(pause)" &
      wait $!
      # A night that failed is tried again, and leaves the older dumps alone.
      "$0" once || { sleep 600 & wait $!; "$0" once || echo "backup: FAILED, no dump tonight" >&2; }
    done
    ;;
  *) echo "usage: $0 [once|nightly]" >&2; exit 2 ;;
esac
