CREATE INDEX "sessions_expired" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
-- A login was for who the person was then: another role, or being removed or taken back, ends all of them.
create function end_sessions() returns trigger language plpgsql as $$
begin
  new.session_version := old.session_version + 1;
  return new;
end $$;
--> statement-breakpoint
create trigger end_sessions before update of role, removed_at on users for each row
  when (old.role is distinct from new.role or old.removed_at is distinct from new.removed_at)
  execute function end_sessions();
