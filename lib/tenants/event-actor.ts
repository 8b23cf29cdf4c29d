import "server-only";
import type { EventActor } from "@/db/schema/booking-events";
import type { Actor } from "@/lib/core/actor";

/** Who did it, as histories keep it: a kind and an id, never a phone. */
export function eventActor(actor: Actor): EventActor {
  switch (actor.kind) {
    case "customer":
      return { kind: actor.kind, id: actor.userId };
    case "staff":
      return { kind: actor.kind, id: actor.userId, role: actor.role };
    case "apiKey":
      return { kind: actor.kind, id: actor.keyId };
    case "job":
      return { kind: actor.kind, id: actor.name };
    case "platform":
      return { kind: actor.kind };
  }
}
