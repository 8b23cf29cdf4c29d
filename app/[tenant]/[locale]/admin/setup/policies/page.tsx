import { PoliciesForm } from "@/components/admin/setup/policies-form";
import { loadRoom, type RoomProps } from "../load-room";
import { Room } from "../room";
import { titled } from "../room-metadata";

export const generateMetadata = titled("policies");

export default async function PoliciesPage(props: RoomProps) {
  const { set, words, locale } = await loadRoom(props);
  const { id, termsText, paymentTerms, cancellationTerms } = set.book.venue;
  const { advance, balanceDueDays, depositPaise } = paymentTerms;
  const value = String(advance.kind === "percent" ? advance.percent : advance.paise / 100);
  const seen = set.seen.policies;
  return (
    <Room section="policies" words={words} locale={locale} set={set}>
      <PoliciesForm
        key={id}
        words={words}
        locale={locale}
        values={{
          ...{ venueId: id, seen, termsText, balanceDueDays, ...cancellationTerms },
          ...{ advance: { kind: advance.kind, value }, deposit: String(depositPaise / 100) },
        }}
      />
    </Room>
  );
}
