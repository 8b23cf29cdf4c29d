import "server-only";
import { sql } from "drizzle-orm";
import type fc from "fast-check";
import { expect } from "vitest";
import { asPlatform, inTenant } from "@/db/client";
import { newId } from "@/db/id";
import { payments } from "@/db/schema/payments";
import { approveBooking } from "@/lib/bookings/approve-booking";
import { cancelBooking } from "@/lib/bookings/cancel-booking";
import { expireClaims } from "@/lib/bookings/expire-claims";
import { lockBooking } from "@/lib/bookings/locks";
import { payBooking } from "@/lib/bookings/pay-booking";
import { rejectBooking } from "@/lib/bookings/reject-booking";
import { rescheduleBooking } from "@/lib/bookings/reschedule-booking";
import { submitBooking } from "@/lib/bookings/submit-booking";
import type { Ctx } from "@/lib/tenants/ctx";
import {
  agree,
  clearStale,
  codeOf,
  collides,
  expire,
  functionOf,
  type Model,
  type ModelBooking,
  type Real,
  type Wish,
} from "./model";

/** What families, the hall and the clock may do to a booking, each with what the model says must come of it. */

abstract class OnBooking implements fc.AsyncCommand<Model, Real> {
  constructor(readonly index: number) {}
  check = (model: Readonly<Model>) => model.bookings.length > 0;
  async run(model: Model, real: Real) {
    const one = model.bookings[this.index % model.bookings.length];
    const ctx = one && real.families[one.family];
    if (!one || !ctx) return;
    await this.act(one, { ...ctx, now: new Date() }, model, real);
    await agree(model, real);
  }
  abstract act(one: ModelBooking, ctx: Ctx, model: Model, real: Real): Promise<void>;
  toString = () => `${this.constructor.name}(${this.index})`;
}

/** The clock passes a hold's or a request's time. */
export class Lapse extends OnBooking {
  async act(one: ModelBooking, ctx: Ctx) {
    if (one.status !== "temp_hold" && one.status !== "pending") return;
    await asPlatform((tx) =>
      tx.execute(sql`update bookings set hold_expires_at = clock_timestamp() - interval '1 second'
        where tenant_id = ${ctx.tenant.id} and id = ${one.id}`),
    );
    one.lapsed = true;
  }
}

export class Sweep implements fc.AsyncCommand<Model, Real> {
  check = () => true;
  async run(model: Model, real: Real) {
    await expireClaims();
    for (const one of model.bookings)
      if (one.lapsed && (one.status === "temp_hold" || one.status === "pending")) expire(one);
    await agree(model, real);
  }
  toString = () => "Sweep";
}

export class Submit extends OnBooking {
  async act(one: ModelBooking, ctx: Ctx, model: Model) {
    const open = model.bookings.filter(
      (other) => other.family === one.family && !other.byDesk && other.status === "pending" && !other.lapsed,
    );
    const expected =
      one.status !== "temp_hold"
        ? "WRONG_STATUS"
        : one.lapsed
          ? "HOLD_EXPIRED"
          : open.length >= 2
            ? "REQUEST_LIMIT"
            : "ok";
    expect(await codeOf(submitBooking(ctx, { bookingId: one.id }))).toBe(expected);
    if (expected === "ok") one.status = "pending";
  }
}

export class Answer extends OnBooking {
  constructor(
    index: number,
    readonly yes: boolean,
  ) {
    super(index);
  }
  async act(one: ModelBooking, _ctx: Ctx, _model: Model, real: Real) {
    if (this.yes) {
      const may = one.status === "temp_hold" || one.status === "pending";
      const expected = !may ? "WRONG_STATUS" : one.lapsed ? "HOLD_EXPIRED" : "ok";
      expect(await codeOf(approveBooking(real.manager, { bookingId: one.id }))).toBe(expected);
      if (expected === "ok") one.status = "confirmed";
      return;
    }
    const expected = one.status === "pending" ? "ok" : "WRONG_STATUS";
    expect(await codeOf(rejectBooking(real.manager, { bookingId: one.id, reason: "full" }))).toBe(expected);
    if (expected === "ok") Object.assign(one, { status: "rejected", paidPaise: 0 });
  }
}

/** The advance or the whole arrives: in time, late, twice, or for something that is over. */
export class Pay extends OnBooking {
  constructor(
    index: number,
    readonly purpose: "advance" | "full",
  ) {
    super(index);
  }
  async act(one: ModelBooking, ctx: Ctx, model: Model) {
    const amountPaise = this.purpose === "advance" ? one.advancePaise : one.totalPaise;
    const due = this.purpose === "advance" ? one.advancePaise : one.totalPaise;
    const duplicate = one.paidPaise >= due;
    const { refunded } = await inTenant(ctx.tenant.id, async (tx) => {
      const booking = await lockBooking(tx, ctx, one.id);
      const id = newId();
      await tx.insert(payments).values({
        tenantId: ctx.tenant.id,
        id,
        bookingId: one.id,
        receiptNumber: id,
        method: "cash",
        amountPaise,
        currency: "INR",
        receivedAt: new Date(),
      });
      return payBooking(tx, ctx, booking, { id, amountPaise, purpose: this.purpose });
    });
    one.paidOnce = true;
    if (duplicate) return expect(refunded).toBe("duplicate_payment");
    if (one.status === "cancelled" || one.status === "rejected") return expect(refunded).toBe("late_payment");
    if (one.status === "expired" && collides(model, one.wish, one)) return expect(refunded).toBe("late_payment");
    if (one.status === "expired") clearStale(model, one.wish, one);
    expect(refunded).toBeNull();
    one.paidPaise = Math.min(one.paidPaise + amountPaise, one.totalPaise);
    if (one.status !== "completed") one.status = "confirmed";
    return undefined;
  }
}

export class Cancel extends OnBooking {
  async act(one: ModelBooking, ctx: Ctx) {
    const may = ["temp_hold", "pending", "confirmed"].includes(one.status);
    const confirmed = one.status === "confirmed";
    expect(await codeOf(cancelBooking(ctx, { bookingId: one.id }))).toBe(may ? "ok" : "WRONG_STATUS");
    if (!may) return;
    one.status = "cancelled";
    one.paidPaise = confirmed ? one.paidPaise - Math.round(one.paidPaise * 0.5) : 0;
  }
}

export class Move extends OnBooking {
  constructor(
    index: number,
    readonly wish: Wish,
  ) {
    super(index);
  }
  async act(one: ModelBooking, ctx: Ctx, model: Model, real: Real) {
    const may = ["temp_hold", "pending", "confirmed"].includes(one.status);
    const lapsed = one.lapsed && one.status !== "confirmed";
    const stays = JSON.stringify(one.wish) === JSON.stringify(this.wish);
    const expected = !may
      ? one.lapsed && one.status === "expired"
        ? "HOLD_EXPIRED"
        : "WRONG_STATUS"
      : lapsed
        ? "HOLD_EXPIRED"
        : !stays && one.status !== "temp_hold" && one.dateChanges >= 1
          ? "DATE_CHANGE_NOT_ALLOWED"
          : collides(model, this.wish, one)
            ? "SLOT_TAKEN"
            : "ok";
    const code = await codeOf(rescheduleBooking(ctx, { bookingId: one.id, functions: [functionOf(real, this.wish)] }));
    // A status that is over may be told as lapsed or as wrong: both refuse, and neither changes anything.
    if (expected === "WRONG_STATUS" || expected === "HOLD_EXPIRED")
      expect(["WRONG_STATUS", "HOLD_EXPIRED"]).toContain(code);
    else expect(code).toBe(expected);
    if (code !== "ok" || stays) return;
    clearStale(model, this.wish, one);
    if (one.status !== "temp_hold") one.dateChanges++;
    one.wish = this.wish;
    const [row] = await inTenant(ctx.tenant.id, (tx) =>
      tx.execute<{ total: string; advance: string }>(
        sql`select total_paise as total, advance_paise as advance from bookings where id = ${one.id}`,
      ),
    );
    one.totalPaise = Number(row?.total);
    one.advancePaise = Number(row?.advance);
    one.paidPaise = Math.min(one.paidPaise, one.totalPaise);
  }
}
