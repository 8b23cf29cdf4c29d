-- What Drizzle has no word for: the exclusion constraint, roles and row-level security, and the triggers that keep
-- statuses, facts and generations true. db/integrity.ts refuses to serve when any of it is missing.
create extension if not exists btree_gist;
--> statement-breakpoint
create extension if not exists pg_trgm;
--> statement-breakpoint

-- A hall can hold one event at a time. This is the promise of the whole product.
alter table allocations add constraint no_double_booking exclude using gist
  (tenant_id with =, part_id with =, during with &&)
  where (status in ('temp_hold', 'pending', 'confirmed', 'completed', 'blackout'));
--> statement-breakpoint

-- Roles belong to the cluster, not to the database: another database of this cluster may have made them already.
-- From Postgres 16 on, who makes a role is a member of it that may not yet take it on.
do $$
declare
  right_to_it text := case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end;
begin
  if not exists (select from pg_roles where rolname = 'mandap_app') then create role mandap_app nologin; end if;
  if not exists (select from pg_roles where rolname = 'mandap_platform') then create role mandap_platform nologin; end if;
  if not pg_has_role(current_user, 'mandap_app', right_to_it) then execute format('grant mandap_app to %I', current_user); end if;
  if not pg_has_role(current_user, 'mandap_platform', right_to_it) then execute format('grant mandap_platform to %I', current_user); end if;
  execute format('grant usage on schema public to mandap_app, mandap_platform');
end $$;
--> statement-breakpoint

-- Each row belongs to a tenant; a transaction sees the tenant that it was opened for, and nothing else.
do $$
declare
  t record;
  owner_column text;
begin
  for t in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
           and relname not in ('venue_generations') loop
    owner_column := case when t.relname = 'tenants' then 'id' else 'tenant_id' end;
    execute format('alter table %I enable row level security', t.relname);
    execute format('alter table %I force row level security', t.relname);
    execute format(
      'create policy tenant_isolation on %1$I for all to mandap_app
         using (%2$I = nullif(current_setting(''app.tenant'', true), '''')::uuid)
         with check (%2$I = nullif(current_setting(''app.tenant'', true), '''')::uuid)', t.relname, owner_column);
    execute format('create policy platform on %I for all to mandap_platform using (true) with check (true)', t.relname);
    execute format('grant select, insert, update, delete on %I to mandap_app, mandap_platform', t.relname);
  end loop;
end $$;
--> statement-breakpoint
grant select, insert, update on venue_generations to mandap_app, mandap_platform;
--> statement-breakpoint
revoke update, delete on payments, refunds, booking_events, webhook_events from mandap_app, mandap_platform;
--> statement-breakpoint
revoke insert, update, delete on tenants, domains from mandap_app;
--> statement-breakpoint
grant update on tenants to mandap_app;
--> statement-breakpoint

-- The state table of lib/core/booking-state.ts once more, as the last word. A test holds the two together.
create function guard_booking_status() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.status in ('temp_hold', 'pending', 'confirmed') or (new.status = 'completed' and new.source = 'import') then
      return new;
    end if;
    raise exception 'a booking cannot begin as %', new.status using errcode = 'check_violation';
  end if;
  if new.status = old.status or (old.status::text, new.status::text) in (
    ('temp_hold', 'pending'), ('temp_hold', 'confirmed'), ('temp_hold', 'expired'), ('temp_hold', 'cancelled'),
    ('pending', 'confirmed'), ('pending', 'expired'), ('pending', 'cancelled'), ('pending', 'rejected'),
    ('confirmed', 'cancelled'), ('confirmed', 'completed'),
    ('expired', 'confirmed'), ('expired', 'pending')
  ) then
    return new;
  end if;
  raise exception 'a booking cannot go from % to %', old.status, new.status using errcode = 'check_violation';
end $$;
--> statement-breakpoint
create trigger booking_status before insert or update of status on bookings
  for each row execute function guard_booking_status();
--> statement-breakpoint

create function refuse_edit() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create trigger append_only before update or delete on payments for each row execute function refuse_edit();
--> statement-breakpoint
create trigger append_only before update or delete on refunds for each row execute function refuse_edit();
--> statement-breakpoint
create trigger append_only before update or delete on booking_events for each row execute function refuse_edit();
--> statement-breakpoint
create trigger append_only before update or delete on webhook_events for each row execute function refuse_edit();
--> statement-breakpoint

-- What goes back never exceeds what came in, neither as promised nor as paid. The advisory lock makes the sum safe
-- between transactions: the roles may not lock rows of a table that they may not edit.
create function guard_refund() returns trigger language plpgsql as $$
declare
  captured bigint;
  returned bigint;
begin
  perform pg_advisory_xact_lock(hashtextextended('refund:' || new.payment_id, 0));
  select amount_paise into captured from payments where tenant_id = new.tenant_id and id = new.payment_id;
  if tg_table_name = 'refunds' then
    select coalesce(sum(amount_paise), 0) into returned from refunds
      where tenant_id = new.tenant_id and payment_id = new.payment_id;
  else
    select coalesce(sum(amount_paise), 0) into returned from refund_requests
      where tenant_id = new.tenant_id and payment_id = new.payment_id and status <> 'failed' and id <> new.id;
  end if;
  if returned + new.amount_paise > captured then
    raise exception 'refund above what was captured' using errcode = 'check_violation', constraint = 'refund_within_payment';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger refund_within_payment before insert on refunds for each row execute function guard_refund();
--> statement-breakpoint
create trigger refund_within_payment before insert on refund_requests for each row execute function guard_refund();
--> statement-breakpoint

-- Generations: one row a venue, raised by each statement that may change what its calendar shows.
create function first_generation() returns trigger language plpgsql as $$
begin
  insert into venue_generations (tenant_id, venue_id) values (new.tenant_id, new.id) on conflict do nothing;
  return new;
end $$;
--> statement-breakpoint
create trigger first_generation after insert on venues for each row execute function first_generation();
--> statement-breakpoint
create function bump_generation() returns trigger language plpgsql as $$
declare
  source text := case when tg_op = 'DELETE' then 'old_rows' else 'new_rows' end;
  venue_of text := case tg_table_name
    when 'allocations' then format('select s.tenant_id, s.venue_id from %s r join public.spaces s on s.tenant_id = r.tenant_id and s.id = r.part_id', source)
    when 'space_parts' then format('select s.tenant_id, s.venue_id from %s r join public.spaces s on s.tenant_id = r.tenant_id and s.id = r.space_id', source)
    when 'venues' then format('select r.tenant_id, r.id as venue_id from %s r', source)
    else format('select r.tenant_id, r.venue_id from %s r', source)
  end;
begin
  execute format(
    'update public.venue_generations g set generation = generation + 1
       from (select distinct tenant_id, venue_id from (%s) v order by 1, 2) changed
      where g.tenant_id = changed.tenant_id and g.venue_id = changed.venue_id', venue_of);
  return null;
end $$;
--> statement-breakpoint
do $$
declare
  t text;
begin
  foreach t in array array['allocations', 'blackouts', 'prices', 'price_rules', 'slots', 'spaces', 'space_parts', 'muhurat_dates'] loop
    execute format('create trigger bump_on_insert after insert on %I referencing new table as new_rows for each statement execute function bump_generation()', t);
    execute format('create trigger bump_on_update after update on %I referencing new table as new_rows for each statement execute function bump_generation()', t);
    execute format('create trigger bump_on_delete after delete on %I referencing old table as old_rows for each statement execute function bump_generation()', t);
  end loop;
  create trigger bump_on_update after update on venues referencing new table as new_rows for each statement execute function bump_generation();
end $$;
