import { getTranslations } from "next-intl/server";
import { Section } from "@/components/booking/section";
import { momentOf } from "@/components/booking/when";
import type { Note } from "@/lib/bookings/types";
import type { Locale } from "@/lib/core/locale";
import { loadMessages } from "@/lib/i18n/load-messages";
import { DOT } from "@/lib/i18n/plain-text";
import { RemoveNote, WriteNote } from "./notes";

type Props = {
  notes: readonly Note[];
  subject: { bookingId: string } | { customerId: string };
  /** Who looks: one removes one's own. */
  userId: string;
  locale: Locale;
  timeZone: string;
  now: Date;
};

/** What the hall's people remember, the latest first, and a place to write the next. */
export async function NoteList({ notes, subject, userId, locale, timeZone, now }: Props) {
  const [{ admin }, t] = await Promise.all([loadMessages(locale), getTranslations({ locale, namespace: "calendar" })]);
  const words = { ...admin.booking.notes, offline: admin.offline };
  return (
    <Section title={words.title}>
      {notes.length === 0 ? <p className="text-ink-2">{words.none}</p> : null}
      <ul className="grid gap-1">
        {notes.map(({ id, text, by, byId, at }) => (
          <li key={id} className="flex items-start justify-between gap-3 border-rule border-t py-2">
            <div className="min-w-0">
              <p className="whitespace-pre-line break-words">{text}</p>
              <p className="text-[0.9375rem] text-ink-2">
                {[by, momentOf(at, now, { t, locale, timeZone })].filter(Boolean).join(DOT)}
              </p>
            </div>
            {byId === userId ? <RemoveNote noteId={id} text={text} subject={subject} words={words} /> : null}
          </li>
        ))}
      </ul>
      <WriteNote subject={subject} words={words} />
    </Section>
  );
}
