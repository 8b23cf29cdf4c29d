-- What the dashboard needs: notes, imports, the day book, payment links, the hall's own settings, the history of set-up.
create extension if not exists btree_gin;
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"type" text NOT NULL,
	"subject_id" uuid,
	"subject" text,
	"actor" jsonb NOT NULL,
	"actor_id" uuid,
	"device" text,
	"before" jsonb,
	"after" jsonb,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "audit_events_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "yearly_blackouts" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"venue_id" uuid NOT NULL,
	"space_id" uuid,
	"reason" text NOT NULL,
	"starts_on" text NOT NULL,
	"days" integer NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "yearly_blackouts_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "yearly_blackouts_day" CHECK ("yearly_blackouts"."starts_on" ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
	CONSTRAINT "yearly_blackouts_days" CHECK ("yearly_blackouts"."days" between 1 and 60)
);
--> statement-breakpoint
CREATE TABLE "files" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"mime_type" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"uploaded_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "files_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "files_mime_type" CHECK ("files"."mime_type" in ('image/png', 'image/jpeg', 'image/webp')),
	CONSTRAINT "files_size" CHECK (octet_length("files"."bytes") between 1 and 524288)
);
--> statement-breakpoint
CREATE TABLE "hall_settings" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"upi_vpa" text,
	"bank" jsonb,
	"methods" text[] DEFAULT '{"cash","upi","cheque","bank"}' NOT NULL,
	"staff_discount_percent" integer DEFAULT 0 NOT NULL,
	"manager_discount_percent" integer DEFAULT 10 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "hall_settings_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "hall_settings_one" UNIQUE("tenant_id"),
	CONSTRAINT "hall_settings_discounts" CHECK ("hall_settings"."staff_discount_percent" between 0 and "hall_settings"."manager_discount_percent" and "hall_settings"."manager_discount_percent" <= 100)
);
--> statement-breakpoint
CREATE TABLE "import_rows" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"cells" jsonb NOT NULL,
	"reading" jsonb,
	"status" text DEFAULT 'ready' NOT NULL,
	"problems" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"booking_id" uuid,
	CONSTRAINT "import_rows_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "import_rows_position" CHECK ("import_rows"."position" > 0)
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"venue_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"mapping" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"rows_total" integer DEFAULT 0 NOT NULL,
	"rows_done" integer DEFAULT 0 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"undone_by" uuid,
	"undone_at" timestamp with time zone,
	"last_error" text,
	CONSTRAINT "imports_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "day_books" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"venue_id" uuid NOT NULL,
	"date" date NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"opening_paise" bigint NOT NULL,
	"cash_in_paise" bigint NOT NULL,
	"cash_out_paise" bigint NOT NULL,
	"counted_paise" bigint NOT NULL,
	"difference_paise" bigint GENERATED ALWAYS AS (counted_paise - (opening_paise + cash_in_paise - cash_out_paise)) STORED NOT NULL,
	"totals" jsonb NOT NULL,
	"note" text,
	"closed_by" uuid NOT NULL,
	"closed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "day_books_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "day_books_counted" CHECK ("day_books"."counted_paise" >= 0 and "day_books"."opening_paise" >= 0)
);
--> statement-breakpoint
CREATE TABLE "payment_links" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"booking_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"amount_paise" bigint NOT NULL,
	"currency" text NOT NULL,
	"reference" text NOT NULL,
	"provider_link_id" text,
	"url" text,
	"status" text DEFAULT 'created' NOT NULL,
	"expires_at" timestamp with time zone,
	"created_by" uuid,
	"checked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payment_links_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "payment_links_provider" UNIQUE("provider_link_id"),
	CONSTRAINT "payment_links_reference" UNIQUE("tenant_id","reference"),
	CONSTRAINT "payment_links_amount" CHECK ("payment_links"."amount_paise" > 0)
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"booking_id" uuid,
	"customer_id" uuid,
	"text" text NOT NULL,
	"written_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "notes_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "notes_one_subject" CHECK (num_nonnulls("notes"."booking_id", "notes"."customer_id") = 1),
	CONSTRAINT "notes_text" CHECK (length("notes"."text") between 1 and 4000)
);
--> statement-breakpoint
ALTER TABLE "blackouts" ADD COLUMN "yearly_id" uuid;--> statement-breakpoint
ALTER TABLE "booking_events" ADD COLUMN "device" text;--> statement-breakpoint
ALTER TABLE "booking_events" ADD COLUMN "actor_id" uuid GENERATED ALWAYS AS (case when actor->>'kind' in ('customer', 'staff') then (actor->>'id')::uuid end) STORED;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "is_option" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "discount_paise" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "discount_reason" text;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "discount_by" uuid;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "import_id" uuid;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "search_text" text GENERATED ALWAYS AS (lower(number || ' ' || event_title)) STORED;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "settled_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "link_id" uuid;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "instrument_date" date;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "refund_requests" ADD COLUMN "requested_by" uuid;--> statement-breakpoint
ALTER TABLE "refund_requests" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "kind" text DEFAULT 'refund' NOT NULL;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "paid_by" uuid;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "reference" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "invited_by" uuid;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "invited_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "last_login_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "search_text" text GENERATED ALWAYS AS (lower(coalesce(name, '') || ' ' || phone)) STORED;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "locales" text[] DEFAULT '{"mr","hi","en"}' NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "yearly_blackouts" ADD CONSTRAINT "yearly_blackouts_tenant_id_venue_id_venues_tenant_id_id_fk" FOREIGN KEY ("tenant_id","venue_id") REFERENCES "public"."venues"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "yearly_blackouts" ADD CONSTRAINT "yearly_blackouts_tenant_id_space_id_spaces_tenant_id_id_fk" FOREIGN KEY ("tenant_id","space_id") REFERENCES "public"."spaces"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "yearly_blackouts" ADD CONSTRAINT "yearly_blackouts_tenant_id_created_by_users_tenant_id_id_fk" FOREIGN KEY ("tenant_id","created_by") REFERENCES "public"."users"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_tenant_id_uploaded_by_users_tenant_id_id_fk" FOREIGN KEY ("tenant_id","uploaded_by") REFERENCES "public"."users"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hall_settings" ADD CONSTRAINT "hall_settings_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_tenant_id_import_id_imports_tenant_id_id_fk" FOREIGN KEY ("tenant_id","import_id") REFERENCES "public"."imports"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_tenant_id_venue_id_venues_tenant_id_id_fk" FOREIGN KEY ("tenant_id","venue_id") REFERENCES "public"."venues"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_tenant_id_created_by_users_tenant_id_id_fk" FOREIGN KEY ("tenant_id","created_by") REFERENCES "public"."users"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_tenant_id_undone_by_users_tenant_id_id_fk" FOREIGN KEY ("tenant_id","undone_by") REFERENCES "public"."users"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "day_books" ADD CONSTRAINT "day_books_tenant_id_venue_id_venues_tenant_id_id_fk" FOREIGN KEY ("tenant_id","venue_id") REFERENCES "public"."venues"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "day_books" ADD CONSTRAINT "day_books_tenant_id_closed_by_users_tenant_id_id_fk" FOREIGN KEY ("tenant_id","closed_by") REFERENCES "public"."users"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_links" ADD CONSTRAINT "payment_links_tenant_id_booking_id_bookings_tenant_id_id_fk" FOREIGN KEY ("tenant_id","booking_id") REFERENCES "public"."bookings"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_links" ADD CONSTRAINT "payment_links_tenant_id_created_by_users_tenant_id_id_fk" FOREIGN KEY ("tenant_id","created_by") REFERENCES "public"."users"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_tenant_id_booking_id_bookings_tenant_id_id_fk" FOREIGN KEY ("tenant_id","booking_id") REFERENCES "public"."bookings"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_tenant_id_customer_id_users_tenant_id_id_fk" FOREIGN KEY ("tenant_id","customer_id") REFERENCES "public"."users"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_tenant_id_written_by_users_tenant_id_id_fk" FOREIGN KEY ("tenant_id","written_by") REFERENCES "public"."users"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_events_time" ON "audit_events" USING btree ("tenant_id","at","id");--> statement-breakpoint
CREATE INDEX "audit_events_actor" ON "audit_events" USING btree ("tenant_id","actor_id","at");--> statement-breakpoint
CREATE INDEX "audit_events_subject" ON "audit_events" USING btree ("tenant_id","subject_id","at");--> statement-breakpoint
CREATE INDEX "yearly_blackouts_venue" ON "yearly_blackouts" USING btree ("tenant_id","venue_id");--> statement-breakpoint
CREATE INDEX "files_kind" ON "files" USING btree ("tenant_id","kind","created_at");--> statement-breakpoint
CREATE INDEX "import_rows_import" ON "import_rows" USING btree ("tenant_id","import_id","position");--> statement-breakpoint
CREATE INDEX "imports_recent" ON "imports" USING btree ("tenant_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "day_books_day" ON "day_books" USING btree ("tenant_id","venue_id","date","revision");--> statement-breakpoint
CREATE INDEX "payment_links_booking" ON "payment_links" USING btree ("tenant_id","booking_id");--> statement-breakpoint
CREATE INDEX "payment_links_open" ON "payment_links" USING btree ("created_at") WHERE "payment_links"."status" = 'created';--> statement-breakpoint
CREATE INDEX "notes_booking" ON "notes" USING btree ("tenant_id","booking_id","created_at");--> statement-breakpoint
CREATE INDEX "notes_customer" ON "notes" USING btree ("tenant_id","customer_id","created_at");--> statement-breakpoint
ALTER TABLE "blackouts" ADD CONSTRAINT "blackouts_tenant_id_created_by_users_tenant_id_id_fk" FOREIGN KEY ("tenant_id","created_by") REFERENCES "public"."users"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blackouts" ADD CONSTRAINT "blackouts_tenant_id_yearly_id_yearly_blackouts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","yearly_id") REFERENCES "public"."yearly_blackouts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_tenant_id_discount_by_users_tenant_id_id_fk" FOREIGN KEY ("tenant_id","discount_by") REFERENCES "public"."users"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_tenant_id_import_id_imports_tenant_id_id_fk" FOREIGN KEY ("tenant_id","import_id") REFERENCES "public"."imports"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_tenant_id_link_id_payment_links_tenant_id_id_fk" FOREIGN KEY ("tenant_id","link_id") REFERENCES "public"."payment_links"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_tenant_id_received_by_users_tenant_id_id_fk" FOREIGN KEY ("tenant_id","received_by") REFERENCES "public"."users"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund_requests" ADD CONSTRAINT "refund_requests_tenant_id_requested_by_users_tenant_id_id_fk" FOREIGN KEY ("tenant_id","requested_by") REFERENCES "public"."users"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_tenant_id_paid_by_users_tenant_id_id_fk" FOREIGN KEY ("tenant_id","paid_by") REFERENCES "public"."users"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_tenant_id_invited_by_users_tenant_id_id_fk" FOREIGN KEY ("tenant_id","invited_by") REFERENCES "public"."users"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_tenant_id_merged_into_users_tenant_id_id_fk" FOREIGN KEY ("tenant_id","merged_into") REFERENCES "public"."users"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "blackouts_venue" ON "blackouts" USING btree ("tenant_id","venue_id","starts_at");--> statement-breakpoint
CREATE INDEX "booking_events_time" ON "booking_events" USING btree ("tenant_id","at","id");--> statement-breakpoint
CREATE INDEX "booking_events_actor" ON "booking_events" USING btree ("tenant_id","actor_id","at");--> statement-breakpoint
CREATE INDEX "booking_functions_day" ON "booking_functions" USING btree ("tenant_id","date");--> statement-breakpoint
CREATE INDEX "bookings_time" ON "bookings" USING btree ("tenant_id","starts_at","id");--> statement-breakpoint
CREATE INDEX "bookings_taken" ON "bookings" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "bookings_open" ON "bookings" USING btree ("tenant_id","hold_expires_at") WHERE "bookings"."status" in ('temp_hold','pending');--> statement-breakpoint
CREATE INDEX "bookings_status" ON "bookings" USING btree ("tenant_id","status","starts_at");--> statement-breakpoint
CREATE INDEX "bookings_import" ON "bookings" USING btree ("tenant_id","import_id") WHERE "bookings"."import_id" is not null;--> statement-breakpoint
CREATE INDEX "bookings_search" ON "bookings" USING gin ("tenant_id","search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "messages_failed" ON "messages" USING btree ("tenant_id","created_at") WHERE "messages"."status" = 'failed' and "messages"."settled_at" is null;--> statement-breakpoint
CREATE INDEX "payments_time" ON "payments" USING btree ("tenant_id","received_at","id");--> statement-breakpoint
CREATE INDEX "refund_requests_open" ON "refund_requests" USING btree ("tenant_id","created_at") WHERE "refund_requests"."status" in ('queued','sent');--> statement-breakpoint
CREATE INDEX "refunds_time" ON "refunds" USING btree ("tenant_id","refunded_at","id");--> statement-breakpoint
CREATE INDEX "users_recent" ON "users" USING btree ("tenant_id","created_at");--> statement-breakpoint
CREATE INDEX "users_team" ON "users" USING btree ("tenant_id","role") WHERE "users"."role" <> 'customer';--> statement-breakpoint
CREATE INDEX "users_merged" ON "users" USING btree ("tenant_id","merged_into") WHERE "users"."merged_into" is not null;--> statement-breakpoint
CREATE INDEX "users_search" ON "users" USING gin ("tenant_id","search_text" gin_trgm_ops);--> statement-breakpoint
ALTER TABLE "blackouts" ADD CONSTRAINT "blackouts_year" UNIQUE("tenant_id","yearly_id","starts_at");--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_discount" CHECK ("bookings"."discount_paise" = 0 or ("bookings"."discount_paise" > 0 and "bookings"."discount_reason" is not null));--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_kind" CHECK ("refunds"."kind" in ('refund', 'reversal'));
--> statement-breakpoint
do $$
declare
  t text;
begin
  foreach t in array array['audit_events', 'day_books', 'files', 'hall_settings', 'import_rows', 'imports', 'notes', 'payment_links', 'yearly_blackouts'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy tenant_isolation on %I for all to mandap_app
         using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)
         with check (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', t);
    execute format('create policy platform on %I for all to mandap_platform using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to mandap_app, mandap_platform', t);
  end loop;
end $$;
--> statement-breakpoint
revoke update, delete on audit_events, day_books from mandap_app, mandap_platform;
--> statement-breakpoint
create trigger append_only before update or delete on audit_events for each row execute function refuse_edit();
--> statement-breakpoint
create trigger append_only before update or delete on day_books for each row execute function refuse_edit();
--> statement-breakpoint

-- An import is undone as a whole, what it brought as completed included; nothing else leaves `completed`.
create or replace function guard_booking_status() returns trigger language plpgsql as $$
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
  if old.import_id is not null and (old.status::text, new.status::text) in (('completed', 'cancelled')) then
    return new;
  end if;
  raise exception 'a booking cannot go from % to %', old.status, new.status using errcode = 'check_violation';
end $$;
--> statement-breakpoint

create function next_version() returns trigger language plpgsql as $$
begin
  new.version := old.version + 1;
  return new;
end $$;
--> statement-breakpoint
create trigger next_version before update on bookings for each row execute function next_version();
--> statement-breakpoint

-- Search. Under row-level security no LIKE reaches an index, since it is not leakproof. These two run as the platform and
-- ask for the tenant themselves, by the very setting that the policies go by. Each of up to three patterns must match.
create function find_people(patterns text[], at_most int) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return query execute
    'select u.id from users u
      where u.tenant_id = $1 and u.merged_into is null
        and u.search_text like $2 and u.search_text like $3 and u.search_text like $4
      order by u.created_at desc limit $5'
    using nullif(current_setting('app.tenant', true), '')::uuid,
      patterns[1], coalesce(patterns[2], '%'), coalesce(patterns[3], '%'), at_most;
end $$;
--> statement-breakpoint
create function find_bookings(patterns text[], at_most int) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return query execute
    'select found.id from (
       select b.id, b.starts_at from bookings b
        where b.tenant_id = $1 and b.search_text like $2 and b.search_text like $3 and b.search_text like $4
       union
       select b.id, b.starts_at from users u join bookings b on b.tenant_id = u.tenant_id and b.customer_id = u.id
        where u.tenant_id = $1 and u.search_text like $2 and u.search_text like $3 and u.search_text like $4
     ) found order by found.starts_at desc limit $5'
    using nullif(current_setting('app.tenant', true), '')::uuid,
      patterns[1], coalesce(patterns[2], '%'), coalesce(patterns[3], '%'), at_most;
end $$;
--> statement-breakpoint
revoke execute on function find_people(text[], int), find_bookings(text[], int) from public;
--> statement-breakpoint
grant execute on function find_people(text[], int), find_bookings(text[], int) to mandap_app;
--> statement-breakpoint
grant create on schema public to mandap_platform;
--> statement-breakpoint
alter function find_people(text[], int) owner to mandap_platform;
--> statement-breakpoint
alter function find_bookings(text[], int) owner to mandap_platform;
--> statement-breakpoint
revoke create on schema public from mandap_platform;
