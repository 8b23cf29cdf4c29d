DROP INDEX "otp_phone";--> statement-breakpoint
ALTER TABLE "allocations" ADD COLUMN "ends_at" timestamp with time zone GENERATED ALWAYS AS (upper(during)) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "allocations_part" ON "allocations" USING btree ("tenant_id","part_id","ends_at");--> statement-breakpoint
CREATE INDEX "slots_venue" ON "slots" USING btree ("tenant_id","venue_id");--> statement-breakpoint
CREATE INDEX "spaces_venue" ON "spaces" USING btree ("tenant_id","venue_id");--> statement-breakpoint
CREATE INDEX "otp_phone" ON "otp_challenges" USING btree ("phone","created_at");--> statement-breakpoint
create trigger bump_on_insert after insert on add_ons referencing new table as new_rows for each statement execute function bump_generation();
--> statement-breakpoint
create trigger bump_on_update after update on add_ons referencing new table as new_rows for each statement execute function bump_generation();
--> statement-breakpoint
create trigger bump_on_delete after delete on add_ons referencing old table as old_rows for each statement execute function bump_generation();
