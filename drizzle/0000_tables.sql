CREATE TYPE "public"."claim_status" AS ENUM('temp_hold', 'pending', 'confirmed', 'completed', 'cancelled', 'expired', 'rejected', 'blackout');--> statement-breakpoint
CREATE TABLE "allocations" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"part_id" uuid NOT NULL,
	"booking_id" uuid,
	"blackout_id" uuid,
	"status" "claim_status" NOT NULL,
	"during" "tstzrange" NOT NULL,
	CONSTRAINT "allocations_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "allocations_not_empty" CHECK (not isempty("allocations"."during")),
	CONSTRAINT "allocations_one_owner" CHECK (num_nonnulls("allocations"."booking_id", "allocations"."blackout_id") = 1),
	CONSTRAINT "allocations_blackout_status" CHECK (("allocations"."blackout_id" is not null) = ("allocations"."status" = 'blackout'))
);
--> statement-breakpoint
CREATE TABLE "blackouts" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"venue_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "blackouts_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "booking_events" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"booking_id" uuid NOT NULL,
	"type" text NOT NULL,
	"from_status" "claim_status",
	"to_status" "claim_status" NOT NULL,
	"actor" jsonb NOT NULL,
	"data" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "booking_events_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "booking_functions" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"booking_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"space_id" uuid NOT NULL,
	"slot_id" uuid,
	"date" date NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	CONSTRAINT "booking_functions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "booking_functions_forward" CHECK ("booking_functions"."starts_at" < "booking_functions"."ends_at")
);
--> statement-breakpoint
CREATE TABLE "booking_lines" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"booking_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"function_position" integer,
	"kind" text NOT NULL,
	"ref_id" text NOT NULL,
	"label" jsonb NOT NULL,
	"unit" text NOT NULL,
	"quantity" double precision NOT NULL,
	"unit_price_paise" bigint NOT NULL,
	"amount_paise" bigint NOT NULL,
	"gst_rate" double precision NOT NULL,
	"sac" text NOT NULL,
	"taxable_paise" bigint NOT NULL,
	"gst_paise" bigint NOT NULL,
	CONSTRAINT "booking_lines_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "booking_lines_sum" CHECK ("booking_lines"."taxable_paise" + "booking_lines"."gst_paise" = "booking_lines"."amount_paise")
);
--> statement-breakpoint
CREATE TABLE "bookings" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" text NOT NULL,
	"venue_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"status" "claim_status" NOT NULL,
	"hold_expires_at" timestamp with time zone,
	"event_type" text NOT NULL,
	"event_title" text NOT NULL,
	"guests" integer NOT NULL,
	"special_requests" text,
	"source" text NOT NULL,
	"locale" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"total_paise" bigint NOT NULL,
	"taxable_paise" bigint NOT NULL,
	"gst_paise" bigint NOT NULL,
	"advance_paise" bigint NOT NULL,
	"deposit_paise" bigint NOT NULL,
	"terms" jsonb NOT NULL,
	"terms_accepted_at" timestamp with time zone NOT NULL,
	"date_changes" integer DEFAULT 0 NOT NULL,
	"approved_at" timestamp with time zone,
	"pay_at_hall_at" timestamp with time zone,
	"taken_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bookings_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "bookings_id_status" UNIQUE("tenant_id","id","status"),
	CONSTRAINT "bookings_number" UNIQUE("tenant_id","number"),
	CONSTRAINT "bookings_not_blackout" CHECK ("bookings"."status" <> 'blackout'),
	CONSTRAINT "bookings_hold_has_expiry" CHECK ("bookings"."status" <> 'temp_hold' or "bookings"."hold_expires_at" is not null),
	CONSTRAINT "bookings_guests" CHECK ("bookings"."guests" between 1 and 100000),
	CONSTRAINT "bookings_money" CHECK ("bookings"."total_paise" >= 0 and "bookings"."advance_paise" between 0 and "bookings"."total_paise" and "bookings"."deposit_paise" >= 0)
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"actor" text NOT NULL,
	"route" text NOT NULL,
	"key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"status" integer NOT NULL,
	"response" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "idempotency_keys_scope" UNIQUE("tenant_id","actor","route","key")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"booking_id" uuid,
	"channel" text NOT NULL,
	"recipient" text NOT NULL,
	"template" text NOT NULL,
	"locale" text NOT NULL,
	"text" text NOT NULL,
	"status" text DEFAULT 'queued' NOT NULL,
	"dedupe_key" text NOT NULL,
	"provider_id" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "messages_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "messages_once" UNIQUE("tenant_id","dedupe_key")
);
--> statement-breakpoint
CREATE TABLE "payment_orders" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"booking_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"amount_paise" bigint NOT NULL,
	"currency" text NOT NULL,
	"receipt" text NOT NULL,
	"provider_order_id" text,
	"status" text DEFAULT 'created' NOT NULL,
	"checked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payment_orders_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "payment_orders_provider" UNIQUE("provider_order_id"),
	CONSTRAINT "payment_orders_receipt" UNIQUE("tenant_id","receipt"),
	CONSTRAINT "payment_orders_amount" CHECK ("payment_orders"."amount_paise" > 0)
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"booking_id" uuid NOT NULL,
	"order_id" uuid,
	"receipt_number" text NOT NULL,
	"method" text NOT NULL,
	"reference" text,
	"provider_payment_id" text,
	"amount_paise" bigint NOT NULL,
	"currency" text NOT NULL,
	"received_by" uuid,
	"received_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payments_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "payments_provider" UNIQUE("provider_payment_id"),
	CONSTRAINT "payments_receipt" UNIQUE("tenant_id","receipt_number"),
	CONSTRAINT "payments_amount" CHECK ("payments"."amount_paise" > 0)
);
--> statement-breakpoint
CREATE TABLE "refund_requests" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"booking_id" uuid NOT NULL,
	"payment_id" uuid NOT NULL,
	"amount_paise" bigint NOT NULL,
	"reason" text NOT NULL,
	"status" text DEFAULT 'queued' NOT NULL,
	"provider_refund_id" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "refund_requests_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "refund_requests_amount" CHECK ("refund_requests"."amount_paise" > 0)
);
--> statement-breakpoint
CREATE TABLE "refunds" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"booking_id" uuid NOT NULL,
	"payment_id" uuid NOT NULL,
	"request_id" uuid,
	"voucher_number" text NOT NULL,
	"method" text NOT NULL,
	"provider_refund_id" text,
	"amount_paise" bigint NOT NULL,
	"currency" text NOT NULL,
	"refunded_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "refunds_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "refunds_provider" UNIQUE("provider_refund_id"),
	CONSTRAINT "refunds_voucher" UNIQUE("tenant_id","voucher_number"),
	CONSTRAINT "refunds_amount" CHECK ("refunds"."amount_paise" > 0)
);
--> statement-breakpoint
CREATE TABLE "webhook_events" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"provider" text NOT NULL,
	"event_id" text NOT NULL,
	"type" text NOT NULL,
	"payload" jsonb NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "webhook_events_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "webhook_events_once" UNIQUE("tenant_id","provider","event_id")
);
--> statement-breakpoint
CREATE TABLE "otp_challenges" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"phone" text NOT NULL,
	"code_hmac" text NOT NULL,
	"browser_hash" text NOT NULL,
	"ip" text NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"carried_failures" integer DEFAULT 0 NOT NULL,
	"sends" integer DEFAULT 1 NOT NULL,
	"delivered" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"consumed_at" timestamp with time zone,
	CONSTRAINT "otp_challenges_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "sessions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"phone" text NOT NULL,
	"name" text,
	"email" text,
	"role" text DEFAULT 'customer' NOT NULL,
	"locale" text,
	"session_version" integer DEFAULT 1 NOT NULL,
	"removed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "users_phone" UNIQUE("tenant_id","phone")
);
--> statement-breakpoint
CREATE TABLE "add_ons" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"venue_id" uuid NOT NULL,
	"name" jsonb NOT NULL,
	"about" jsonb NOT NULL,
	"unit" text NOT NULL,
	"unit_price_paise" bigint NOT NULL,
	"gst_rate" double precision NOT NULL,
	"sac" text NOT NULL,
	"max_quantity" integer,
	"sort_order" integer DEFAULT 0 NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "add_ons_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "price_rules" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"venue_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"label" jsonb NOT NULL,
	"space_id" uuid,
	"slot_id" uuid,
	"when" jsonb NOT NULL,
	"adjust" jsonb NOT NULL,
	"stop" boolean DEFAULT false NOT NULL,
	CONSTRAINT "price_rules_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "prices" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"venue_id" uuid NOT NULL,
	"space_id" uuid NOT NULL,
	"slot_id" uuid,
	"amount_paise" bigint NOT NULL,
	"gst_rate" double precision NOT NULL,
	"sac" text NOT NULL,
	CONSTRAINT "prices_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "prices_space_slot" UNIQUE NULLS NOT DISTINCT("tenant_id","space_id","slot_id"),
	CONSTRAINT "prices_amount" CHECK ("prices"."amount_paise" >= 0)
);
--> statement-breakpoint
CREATE TABLE "counters" (
	"tenant_id" uuid NOT NULL,
	"name" text NOT NULL,
	"series" text NOT NULL,
	"value" integer NOT NULL,
	CONSTRAINT "counters_tenant_id_name_series_pk" PRIMARY KEY("tenant_id","name","series")
);
--> statement-breakpoint
CREATE TABLE "domains" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"host" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "domains_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "tenants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" jsonb NOT NULL,
	"tagline" jsonb NOT NULL,
	"locale" text NOT NULL,
	"number_prefix" text NOT NULL,
	"phone" text NOT NULL,
	"whatsapp" text,
	"email" text,
	"gstin" text,
	"legal_name" text NOT NULL,
	"brand_colour" text,
	"privacy" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tenants_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "muhurat_dates" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"venue_id" uuid NOT NULL,
	"date" date NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "muhurat_dates_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "slots" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"venue_id" uuid NOT NULL,
	"name" jsonb NOT NULL,
	"start_time" text NOT NULL,
	"length_minutes" integer NOT NULL,
	"weekdays" integer[] NOT NULL,
	"sort_order" integer DEFAULT 0 NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "slots_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "slots_start_time" CHECK ("slots"."start_time" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
	CONSTRAINT "slots_length" CHECK ("slots"."length_minutes" between 15 and 2880)
);
--> statement-breakpoint
CREATE TABLE "space_parts" (
	"tenant_id" uuid NOT NULL,
	"space_id" uuid NOT NULL,
	"part_id" uuid NOT NULL,
	CONSTRAINT "space_parts_tenant_id_space_id_part_id_pk" PRIMARY KEY("tenant_id","space_id","part_id"),
	CONSTRAINT "space_parts_not_itself" CHECK ("space_parts"."space_id" <> "space_parts"."part_id")
);
--> statement-breakpoint
CREATE TABLE "spaces" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"venue_id" uuid NOT NULL,
	"name" jsonb NOT NULL,
	"about" jsonb NOT NULL,
	"capacity" integer NOT NULL,
	"illustration" text NOT NULL,
	"sort_order" integer DEFAULT 0 NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "spaces_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "spaces_capacity" CHECK ("spaces"."capacity" > 0)
);
--> statement-breakpoint
CREATE TABLE "venue_generations" (
	"tenant_id" uuid NOT NULL,
	"venue_id" uuid NOT NULL,
	"generation" bigint DEFAULT 1 NOT NULL,
	CONSTRAINT "venue_generations_tenant_id_venue_id_pk" PRIMARY KEY("tenant_id","venue_id")
);
--> statement-breakpoint
CREATE TABLE "venues" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" jsonb NOT NULL,
	"about" jsonb NOT NULL,
	"address" jsonb NOT NULL,
	"latitude" double precision NOT NULL,
	"longitude" double precision NOT NULL,
	"phone" text NOT NULL,
	"whatsapp" text,
	"amenities" jsonb NOT NULL,
	"included" jsonb NOT NULL,
	"house_rules" jsonb NOT NULL,
	"illustration" text NOT NULL,
	"time_zone" text NOT NULL,
	"currency" text DEFAULT 'INR' NOT NULL,
	"setup_minutes" integer NOT NULL,
	"cleanup_minutes" integer NOT NULL,
	"lead_minutes" integer NOT NULL,
	"horizon_months" integer NOT NULL,
	"min_minutes" integer NOT NULL,
	"max_minutes" integer NOT NULL,
	"hold_minutes" integer NOT NULL,
	"answer_minutes" integer NOT NULL,
	"confirmation" text NOT NULL,
	"pay_at_hall" boolean NOT NULL,
	"custom_times" text NOT NULL,
	"payment_terms" jsonb NOT NULL,
	"cancellation_terms" jsonb NOT NULL,
	"terms_text" jsonb NOT NULL,
	"sort_order" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "venues_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "venues_slug" UNIQUE("tenant_id","slug")
);
--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_tenant_id_part_id_spaces_tenant_id_id_fk" FOREIGN KEY ("tenant_id","part_id") REFERENCES "public"."spaces"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_tenant_id_blackout_id_blackouts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","blackout_id") REFERENCES "public"."blackouts"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_follow_booking" FOREIGN KEY ("tenant_id","booking_id","status") REFERENCES "public"."bookings"("tenant_id","id","status") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "blackouts" ADD CONSTRAINT "blackouts_tenant_id_venue_id_venues_tenant_id_id_fk" FOREIGN KEY ("tenant_id","venue_id") REFERENCES "public"."venues"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_events" ADD CONSTRAINT "booking_events_tenant_id_booking_id_bookings_tenant_id_id_fk" FOREIGN KEY ("tenant_id","booking_id") REFERENCES "public"."bookings"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_functions" ADD CONSTRAINT "booking_functions_tenant_id_booking_id_bookings_tenant_id_id_fk" FOREIGN KEY ("tenant_id","booking_id") REFERENCES "public"."bookings"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_functions" ADD CONSTRAINT "booking_functions_tenant_id_space_id_spaces_tenant_id_id_fk" FOREIGN KEY ("tenant_id","space_id") REFERENCES "public"."spaces"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_functions" ADD CONSTRAINT "booking_functions_tenant_id_slot_id_slots_tenant_id_id_fk" FOREIGN KEY ("tenant_id","slot_id") REFERENCES "public"."slots"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_lines" ADD CONSTRAINT "booking_lines_tenant_id_booking_id_bookings_tenant_id_id_fk" FOREIGN KEY ("tenant_id","booking_id") REFERENCES "public"."bookings"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_tenant_id_venue_id_venues_tenant_id_id_fk" FOREIGN KEY ("tenant_id","venue_id") REFERENCES "public"."venues"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_tenant_id_customer_id_users_tenant_id_id_fk" FOREIGN KEY ("tenant_id","customer_id") REFERENCES "public"."users"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_tenant_id_taken_by_users_tenant_id_id_fk" FOREIGN KEY ("tenant_id","taken_by") REFERENCES "public"."users"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_tenant_id_booking_id_bookings_tenant_id_id_fk" FOREIGN KEY ("tenant_id","booking_id") REFERENCES "public"."bookings"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_orders" ADD CONSTRAINT "payment_orders_tenant_id_booking_id_bookings_tenant_id_id_fk" FOREIGN KEY ("tenant_id","booking_id") REFERENCES "public"."bookings"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_tenant_id_booking_id_bookings_tenant_id_id_fk" FOREIGN KEY ("tenant_id","booking_id") REFERENCES "public"."bookings"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_tenant_id_order_id_payment_orders_tenant_id_id_fk" FOREIGN KEY ("tenant_id","order_id") REFERENCES "public"."payment_orders"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund_requests" ADD CONSTRAINT "refund_requests_tenant_id_booking_id_bookings_tenant_id_id_fk" FOREIGN KEY ("tenant_id","booking_id") REFERENCES "public"."bookings"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund_requests" ADD CONSTRAINT "refund_requests_tenant_id_payment_id_payments_tenant_id_id_fk" FOREIGN KEY ("tenant_id","payment_id") REFERENCES "public"."payments"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_tenant_id_booking_id_bookings_tenant_id_id_fk" FOREIGN KEY ("tenant_id","booking_id") REFERENCES "public"."bookings"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_tenant_id_payment_id_payments_tenant_id_id_fk" FOREIGN KEY ("tenant_id","payment_id") REFERENCES "public"."payments"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_tenant_id_request_id_refund_requests_tenant_id_id_fk" FOREIGN KEY ("tenant_id","request_id") REFERENCES "public"."refund_requests"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "otp_challenges" ADD CONSTRAINT "otp_challenges_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_tenant_id_user_id_users_tenant_id_id_fk" FOREIGN KEY ("tenant_id","user_id") REFERENCES "public"."users"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "add_ons" ADD CONSTRAINT "add_ons_tenant_id_venue_id_venues_tenant_id_id_fk" FOREIGN KEY ("tenant_id","venue_id") REFERENCES "public"."venues"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_rules" ADD CONSTRAINT "price_rules_tenant_id_venue_id_venues_tenant_id_id_fk" FOREIGN KEY ("tenant_id","venue_id") REFERENCES "public"."venues"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_rules" ADD CONSTRAINT "price_rules_tenant_id_space_id_spaces_tenant_id_id_fk" FOREIGN KEY ("tenant_id","space_id") REFERENCES "public"."spaces"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_rules" ADD CONSTRAINT "price_rules_tenant_id_slot_id_slots_tenant_id_id_fk" FOREIGN KEY ("tenant_id","slot_id") REFERENCES "public"."slots"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prices" ADD CONSTRAINT "prices_tenant_id_venue_id_venues_tenant_id_id_fk" FOREIGN KEY ("tenant_id","venue_id") REFERENCES "public"."venues"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prices" ADD CONSTRAINT "prices_tenant_id_space_id_spaces_tenant_id_id_fk" FOREIGN KEY ("tenant_id","space_id") REFERENCES "public"."spaces"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prices" ADD CONSTRAINT "prices_tenant_id_slot_id_slots_tenant_id_id_fk" FOREIGN KEY ("tenant_id","slot_id") REFERENCES "public"."slots"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "domains" ADD CONSTRAINT "domains_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "muhurat_dates" ADD CONSTRAINT "muhurat_dates_tenant_id_venue_id_venues_tenant_id_id_fk" FOREIGN KEY ("tenant_id","venue_id") REFERENCES "public"."venues"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slots" ADD CONSTRAINT "slots_tenant_id_venue_id_venues_tenant_id_id_fk" FOREIGN KEY ("tenant_id","venue_id") REFERENCES "public"."venues"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_parts" ADD CONSTRAINT "space_parts_tenant_id_space_id_spaces_tenant_id_id_fk" FOREIGN KEY ("tenant_id","space_id") REFERENCES "public"."spaces"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_parts" ADD CONSTRAINT "space_parts_tenant_id_part_id_spaces_tenant_id_id_fk" FOREIGN KEY ("tenant_id","part_id") REFERENCES "public"."spaces"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spaces" ADD CONSTRAINT "spaces_tenant_id_venue_id_venues_tenant_id_id_fk" FOREIGN KEY ("tenant_id","venue_id") REFERENCES "public"."venues"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "venue_generations" ADD CONSTRAINT "venue_generations_tenant_id_venue_id_venues_tenant_id_id_fk" FOREIGN KEY ("tenant_id","venue_id") REFERENCES "public"."venues"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "venues" ADD CONSTRAINT "venues_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "allocations_booking" ON "allocations" USING btree ("tenant_id","booking_id");--> statement-breakpoint
CREATE INDEX "allocations_blackout" ON "allocations" USING btree ("tenant_id","blackout_id");--> statement-breakpoint
CREATE INDEX "booking_events_booking" ON "booking_events" USING btree ("tenant_id","booking_id","at");--> statement-breakpoint
CREATE INDEX "booking_functions_booking" ON "booking_functions" USING btree ("tenant_id","booking_id","position");--> statement-breakpoint
CREATE INDEX "booking_lines_booking" ON "booking_lines" USING btree ("tenant_id","booking_id","position");--> statement-breakpoint
CREATE INDEX "bookings_customer" ON "bookings" USING btree ("tenant_id","customer_id","starts_at");--> statement-breakpoint
CREATE INDEX "bookings_venue" ON "bookings" USING btree ("tenant_id","venue_id","starts_at");--> statement-breakpoint
CREATE INDEX "bookings_stale" ON "bookings" USING btree ("hold_expires_at") WHERE "bookings"."status" in ('temp_hold','pending');--> statement-breakpoint
CREATE INDEX "bookings_ended" ON "bookings" USING btree ("ends_at") WHERE "bookings"."status" = 'confirmed';--> statement-breakpoint
CREATE INDEX "idempotency_keys_age" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "messages_booking" ON "messages" USING btree ("tenant_id","booking_id");--> statement-breakpoint
CREATE INDEX "payment_orders_booking" ON "payment_orders" USING btree ("tenant_id","booking_id");--> statement-breakpoint
CREATE INDEX "payment_orders_open" ON "payment_orders" USING btree ("created_at") WHERE "payment_orders"."status" in ('created','attempted','failed');--> statement-breakpoint
CREATE INDEX "payments_booking" ON "payments" USING btree ("tenant_id","booking_id");--> statement-breakpoint
CREATE INDEX "refund_requests_payment" ON "refund_requests" USING btree ("tenant_id","payment_id");--> statement-breakpoint
CREATE INDEX "refund_requests_booking" ON "refund_requests" USING btree ("tenant_id","booking_id");--> statement-breakpoint
CREATE INDEX "refunds_payment" ON "refunds" USING btree ("tenant_id","payment_id");--> statement-breakpoint
CREATE INDEX "refunds_booking" ON "refunds" USING btree ("tenant_id","booking_id");--> statement-breakpoint
CREATE INDEX "otp_phone" ON "otp_challenges" USING btree ("tenant_id","phone","created_at");--> statement-breakpoint
CREATE INDEX "otp_ip" ON "otp_challenges" USING btree ("ip","created_at");--> statement-breakpoint
CREATE INDEX "otp_created" ON "otp_challenges" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("tenant_id","user_id");--> statement-breakpoint
CREATE INDEX "add_ons_venue" ON "add_ons" USING btree ("tenant_id","venue_id");--> statement-breakpoint
CREATE INDEX "price_rules_venue" ON "price_rules" USING btree ("tenant_id","venue_id","position");--> statement-breakpoint
CREATE INDEX "prices_venue" ON "prices" USING btree ("tenant_id","venue_id");--> statement-breakpoint
CREATE UNIQUE INDEX "domains_host" ON "domains" USING btree (lower("host"));--> statement-breakpoint
CREATE UNIQUE INDEX "muhurat_dates_day" ON "muhurat_dates" USING btree ("tenant_id","venue_id","date");