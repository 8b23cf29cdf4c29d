import type { BookingStatus } from "@/lib/core/booking-state";
import type { ConfirmationTrigger } from "@/lib/core/venue-settings";
import type { EventActor } from "../schema/booking-events";
import type { BookingSource } from "../schema/bookings";
import type { Random } from "./random";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export type Step = { type: string; from: BookingStatus | null; to: BookingStatus; actor: EventActor; at: Date };
export type Receipt = { purpose: "advance" | "balance"; at: Date };

/** How a booking came to its status: every step along the allowed transitions, and when money changed hands. */
export type History = {
  steps: Step[];
  receipts: Receipt[];
  refundedAt: Date | null;
  holdExpiresAt: Date | null;
  approvedAt: Date | null;
  payAtHallAt: Date | null;
};

type Facts = {
  fate: BookingStatus;
  source: BookingSource;
  createdAt: Date;
  startsAt: Date;
  endsAt: Date;
  now: Date;
  customer: EventActor;
  staff: EventActor;
  trigger: ConfirmationTrigger;
  balanceDueDays: number;
};

const JOB: EventActor = { kind: "job", id: "expire" };
const later = (at: Date, ms: number) => new Date(at.getTime() + ms);
const earlier = (a: Date, b: Date) => (a < b ? a : b);

export function historyOf(random: Random, facts: Facts): History {
  const { createdAt, customer, staff, startsAt, now } = facts;
  const online = facts.source === "online";
  const steps: Step[] = [];
  const history: History = {
    steps,
    receipts: [],
    refundedAt: null,
    holdExpiresAt: null,
    approvedAt: null,
    payAtHallAt: null,
  };
  const add = (type: string, to: BookingStatus, actor: EventActor, at: Date) =>
    steps.push({ type, from: steps.at(-1)?.to ?? null, to, actor, at });

  const byStaff = facts.fate === "pending" ? "pending" : "confirmed";
  add("create", online ? "temp_hold" : byStaff, online ? customer : staff, createdAt);
  const paidAt = later(createdAt, random.between(3, 12) * MINUTE);

  const confirm = () => {
    history.receipts.push({ purpose: "advance", at: online ? paidAt : createdAt });
    if (!online) return;
    if (facts.trigger === "advance_paid") return add("pay", "confirmed", customer, paidAt);
    add("pay", "pending", customer, paidAt);
    history.approvedAt = later(paidAt, random.between(1, 4) * HOUR);
    add("approve", "confirmed", staff, history.approvedAt);
  };

  switch (facts.fate) {
    case "confirmed":
    case "completed": {
      confirm();
      const balanceAt = later(startsAt, -(facts.balanceDueDays - random.between(0, 4)) * DAY);
      const settled = facts.fate === "completed" || random.chance(0.8);
      if (settled && balanceAt < now && balanceAt > paidAt)
        history.receipts.push({ purpose: "balance", at: balanceAt });
      else if (facts.fate === "completed") history.receipts.push({ purpose: "balance", at: later(startsAt, -HOUR) });
      if (facts.fate === "completed")
        add("complete", "completed", { kind: "job", id: "complete" }, later(facts.endsAt, 10 * MINUTE));
      break;
    }
    case "cancelled": {
      confirm();
      const last = earlier(later(startsAt, -DAY), later(now, -HOUR));
      const at = later(
        createdAt,
        random.next() * Math.max(0, last.getTime() - createdAt.getTime() - 6 * HOUR) + 6 * HOUR,
      );
      add("cancel", "cancelled", random.chance(0.6) ? customer : staff, earlier(at, later(now, -10 * MINUTE)));
      history.refundedAt = earlier(later(at, 2 * DAY), later(now, -5 * MINUTE));
      break;
    }
    case "expired":
      history.holdExpiresAt = later(createdAt, 15 * MINUTE);
      add("expire", "expired", JOB, later(createdAt, 16 * MINUTE));
      break;
    case "rejected":
      history.payAtHallAt = later(createdAt, 5 * MINUTE);
      add("submit", "pending", customer, history.payAtHallAt);
      add("reject", "rejected", staff, later(createdAt, 5 * HOUR));
      break;
    case "pending": {
      if (!online) {
        history.holdExpiresAt = later(now, 9 * DAY); // an option, kept until a date
        break;
      }
      if (facts.trigger === "advance_paid_and_approval") {
        history.receipts.push({ purpose: "advance", at: paidAt });
        add("pay", "pending", customer, paidAt);
      } else {
        history.payAtHallAt = later(createdAt, 4 * MINUTE);
        add("submit", "pending", customer, history.payAtHallAt);
      }
      history.holdExpiresAt = later(now, random.between(8, 22) * HOUR);
      break;
    }
    case "temp_hold":
      history.holdExpiresAt = later(createdAt, 15 * MINUTE);
      break;
  }
  return history;
}
