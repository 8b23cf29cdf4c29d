import type { BookingStatus } from "@/lib/core/booking-state";
import type { Locale } from "@/lib/core/locale";
import { StatusTag } from "./status-tag";

type Props = {
  locale: Locale;
  number: string;
  title: string;
  status: BookingStatus;
  isOption?: boolean;
  forHall?: boolean;
};

export function BookingHead({ locale, number, title, status, isOption = false, forHall = false }: Props) {
  return (
    <header>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-[1.0625rem] font-semibold tracking-wide">{number}</p>
        <StatusTag status={status} locale={locale} isOption={isOption} forHall={forHall} />
      </div>
      <h1 className="mt-2 text-[1.75rem] md:text-[2.125rem]">{title}</h1>
    </header>
  );
}
