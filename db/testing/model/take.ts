import "server-only";
import type fc from "fast-check";
import { expect } from "vitest";
import type { TakenBooking } from "@/lib/bookings/types";
import { addDays } from "@/lib/core/local-date";
import { todayIn } from "@/lib/core/period";
import { bookAtDesk } from "@/lib/payments/book-at-desk";
import { agree, clearStale, codeOf, collides, functionOf, type Model, type Real, type Wish } from "./model";

const CASH = { method: "cash", amountPaise: 15_000_00 } as const;

/** The manager takes a booking at the desk: an option, a sure one on the manager's word, or one that is paid for in cash. */
export class Take implements fc.AsyncCommand<Model, Real> {
  constructor(
    readonly family: number,
    readonly wish: Wish,
    readonly how: "option" | "sure" | "paid",
  ) {}
  check = () => true;
  async run(model: Model, real: Real) {
    const actor = real.families[this.family]?.actor;
    if (actor?.kind !== "customer") return;
    let taken: TakenBooking | undefined;
    const code = await codeOf(
      bookAtDesk(
        { ...real.manager, now: new Date() },
        {
          ...{ venueId: real.venue.id, functions: [functionOf(real, this.wish)], guests: 50, addOns: [] },
          ...{ eventType: "wedding", eventTitle: "Model", locale: "mr", source: "desk" },
          customer: { phone: actor.phone },
          standing:
            this.how === "option"
              ? { kind: "option", until: addDays(todayIn(new Date(), "Asia/Kolkata"), 2) }
              : { kind: "sure" },
          ...(this.how === "paid" ? { advance: CASH } : {}),
        },
      ).then(({ result }) => {
        taken = result;
      }),
    );
    expect(code).toBe(collides(model, this.wish) ? "SLOT_TAKEN" : "ok");
    if (taken) {
      const { bookingId: id, totalPaise, advancePaise } = taken;
      clearStale(model, this.wish);
      model.bookings.push({
        ...{ id, family: this.family, byDesk: true, wish: this.wish, totalPaise, advancePaise },
        status: this.how === "option" ? "pending" : "confirmed",
        paidPaise: this.how === "paid" ? CASH.amountPaise : 0,
        ...{ lapsed: false, paidOnce: this.how === "paid", dateChanges: 0 },
      });
    }
    await agree(model, real);
  }
  toString = () => `Take(${this.family}, ${JSON.stringify(this.wish)}, ${this.how})`;
}
