import "server-only";
import type fc from "fast-check";
import { expect } from "vitest";
import { holdBooking } from "@/lib/bookings/hold-booking";
import { agree, clearStale, codeOf, collides, functionOf, type Model, type Real, type Wish } from "./model";

/** A family asks for a session, or changes what it holds. */
export class Hold implements fc.AsyncCommand<Model, Real> {
  constructor(
    readonly family: number,
    readonly wish: Wish,
  ) {}
  check = () => true;
  async run(model: Model, real: Real) {
    const ctx = real.families[this.family];
    if (!ctx) return;
    const live = model.bookings.find((one) => one.family === this.family && one.status === "temp_hold" && !one.lapsed);
    const unpaid = model.bookings.filter(
      (one) =>
        one.family === this.family &&
        !one.byDesk &&
        one.lapsed &&
        !one.paidOnce &&
        (one.status === "expired" || one.status === "temp_hold"),
    );
    const expected =
      !live && unpaid.length >= 3 ? "HOLD_LIMIT" : collides(model, this.wish, live) ? "SLOT_TAKEN" : "ok";
    let held: Awaited<ReturnType<typeof holdBooking>> | undefined;
    const code = await codeOf(
      holdBooking(
        { ...ctx, now: new Date() },
        {
          venueId: real.venue.id,
          functions: [functionOf(real, this.wish)],
          guests: 50,
          addOns: [],
          eventType: "wedding",
          eventTitle: "Model",
          termsAccepted: true,
          locale: "mr",
        },
      ).then((answer) => {
        held = answer;
      }),
    );
    expect(code).toBe(expected);
    if (held) {
      const { bookingId: id, totalPaise, advancePaise } = held.result;
      clearStale(model, this.wish, live);
      if (live) Object.assign(live, { wish: this.wish, totalPaise, advancePaise });
      else
        model.bookings.push({
          id,
          family: this.family,
          byDesk: false,
          status: "temp_hold",
          lapsed: false,
          wish: this.wish,
          totalPaise,
          advancePaise,
          paidPaise: 0,
          paidOnce: false,
          dateChanges: 0,
        });
    }
    await agree(model, real);
  }
  toString = () => `Hold(${this.family}, ${JSON.stringify(this.wish)})`;
}
