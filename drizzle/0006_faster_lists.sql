DROP INDEX "bookings_status";--> statement-breakpoint
DROP INDEX "payments_booking";--> statement-breakpoint
DROP INDEX "refund_requests_booking";--> statement-breakpoint
ALTER TABLE "audit_events" ADD COLUMN "kind" text GENERATED ALWAYS AS (case when type ~ '^(payment|refund|money)' then 'money'
      when type ~ '^customer[.]note' then 'notes' when type ~ '^customer[.]' then 'customers'
      when type ~ '^(price|rule|price-rule)' then 'prices' when type ~ '^(member|session)' then 'team'
      when type ~ '^import' then 'imports' when type ~ '^day-book' then 'day-book' else 'set-up' end) STORED;--> statement-breakpoint
ALTER TABLE "booking_events" ADD COLUMN "kind" text GENERATED ALWAYS AS (case when type ~ '^(pay|late_payment|refund|overpaid|money)' then 'money'
      when type ~ '^note' then 'notes' when type = 'customer' then 'customers' else 'bookings' end) STORED;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "balance_due_days" integer GENERATED ALWAYS AS ((terms->'payment'->>'balanceDueDays')::int) STORED;--> statement-breakpoint
CREATE INDEX "audit_events_kind" ON "audit_events" USING btree ("tenant_id","kind","at","id");--> statement-breakpoint
CREATE INDEX "booking_events_kind" ON "booking_events" USING btree ("tenant_id","kind","at","id");--> statement-breakpoint
CREATE INDEX "bookings_status" ON "bookings" USING btree ("tenant_id","status","starts_at","id","venue_id","created_at","hold_expires_at","source","taken_by","total_paise","advance_paise","balance_due_days","pay_at_hall_at");--> statement-breakpoint
CREATE INDEX "payments_booking" ON "payments" USING btree ("tenant_id","booking_id","amount_paise");--> statement-breakpoint
CREATE INDEX "refund_requests_booking" ON "refund_requests" USING btree ("tenant_id","booking_id","status","amount_paise");