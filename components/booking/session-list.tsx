import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { SlotState } from "@/lib/core/availability";
import { type Locale, textIn } from "@/lib/core/locale";
import { formatMoney } from "@/lib/core/money";
import type { Venue } from "@/lib/venues/types";
import { spanOf } from "./when";

export type PickableSession = {
  slotId: string;
  spaceId: string;
  startsAt: Date;
  endsAt: Date;
  state: SlotState;
  pricePaise: number;
  /** The one that stands in this place now. */
  isChosen: boolean;
  /** Another function of the same wish is there at that time. */
  isYours?: boolean;
};

type Props = {
  locale: Locale;
  venue: Venue;
  sessions: readonly PickableSession[];
  hrefOf: (session: PickableSession) => string;
};

/** A day's sessions by space: what is free leads on, what is not says why. */
export async function SessionList({ locale, venue, sessions, hrefOf }: Props) {
  return (
    <div className="grid grid-cols-1 gap-5">
      {venue.spaces.map((space) => {
        const offered = sessions.filter((session) => session.spaceId === space.id);
        if (offered.length === 0) return null;
        return (
          <section key={space.id} aria-labelledby={`space-${space.id}`}>
            <h3 id={`space-${space.id}`} className="font-sans font-semibold text-ink-2">
              {textIn(space.name, locale)}
            </h3>
            <ul className="mt-1">
              {offered.map((session) => (
                <li key={session.slotId} className="border-t border-rule">
                  <SessionRow locale={locale} venue={venue} session={session} href={hrefOf(session)} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

type RowProps = { locale: Locale; venue: Venue; session: PickableSession; href: string };

async function SessionRow({ locale, venue, session, href }: RowProps) {
  const t = await getTranslations({ locale, namespace: "calendar" });
  const slot = venue.slots.find((one) => one.id === session.slotId);
  const names = await getTranslations({ locale, namespace: "booking.pick" });
  const isOpen = session.state === "free" && !session.isYours;
  const body = (
    <>
      <span className="min-w-0">
        <b className={`block text-[1.0625rem] ${isOpen ? "" : "text-ink-3"}`}>
          {slot ? textIn(slot.name, locale) : ""}
        </b>
        <span className="block text-ink-2">{spanOf(session, { t, locale, timeZone: venue.settings.timeZone })}</span>
      </span>
      <span className="shrink-0 text-right">
        <b className={`block text-[1.0625rem] ${isOpen ? "" : "text-ink-3"}`}>
          {formatMoney(session.pricePaise, locale)}
        </b>
        <span className={`block text-[0.875rem] font-semibold ${isOpen ? "text-tulsi" : "text-ink-3"}`}>
          {session.isChosen ? t("selected") : session.isYours ? names("yours") : t(`slot.${session.state}`)}
        </span>
      </span>
    </>
  );
  const look = "-mx-2 flex min-h-16 items-center justify-between gap-3 rounded-card px-2 py-2.5";
  if (!isOpen) return <div className={look}>{body}</div>;
  return (
    <Link
      href={href}
      aria-current={session.isChosen ? "true" : undefined}
      className={`${look} text-ink no-underline hover:bg-paper-2 aria-[current]:bg-brand-soft`}
    >
      {body}
    </Link>
  );
}
