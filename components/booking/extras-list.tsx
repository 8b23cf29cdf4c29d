import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { TextField, wholeNumber } from "@/components/ui/text-field";
import { type Locale, textIn } from "@/lib/core/locale";
import { formatMoney, formatNumber } from "@/lib/core/money";
import { digits } from "@/lib/i18n/plain-text";
import type { VenueAddOn } from "@/lib/venues/types";
import { defaultQuantity, type Wish } from "./wish";

type Props = { locale: Locale; addOns: readonly VenueAddOn[]; wish: Wish };

/** What the hall offers besides the space: ticked, and where it makes sense counted. Prices include GST. */
export function ExtrasList({ locale, addOns, wish }: Props) {
  return (
    <ul className="grid grid-cols-1 gap-3">
      {addOns.map((addOn) => (
        <li key={addOn.id}>
          <Extra locale={locale} addOn={addOn} wish={wish} />
        </li>
      ))}
    </ul>
  );
}

async function Extra({ locale, addOn, wish }: { locale: Locale; addOn: VenueAddOn; wish: Wish }) {
  const [t, event] = await Promise.all([
    getTranslations({ locale, namespace: "booking.extras" }),
    getTranslations({ locale, namespace: "booking.event" }),
  ]);
  const chosen = wish.addOns.find((one) => one.addOnId === addOn.id);
  const suggested = defaultQuantity(addOn.unit, wish.guests ?? 1);
  const max = addOn.maxQuantity ?? 10_000;
  return (
    <Card className="has-[:checked]:border-brand">
      <Checkbox
        name="with"
        value={addOn.id}
        defaultChecked={chosen !== undefined}
        label={
          <>
            <span className="flex flex-wrap justify-between gap-x-3">
              <b className="text-[1.0625rem]">{textIn(addOn.name, locale)}</b>
              <b>{t(`price.${addOn.unit}`, { price: formatMoney(addOn.unitPricePaise, locale) })}</b>
            </span>
            <span className="block text-ink-2">{textIn(addOn.about, locale)}</span>
          </>
        }
      />
      {max === 1 ? null : (
        <div className="mt-2 max-w-48 pl-8 [li:not(:has(:checked))_&]:hidden">
          <TextField
            key={suggested}
            label={t(`count.${addOn.unit}`)}
            hint={addOn.maxQuantity ? t("upTo", { max: formatNumber(addOn.maxQuantity, locale) }) : undefined}
            name={`q.${addOn.id}`}
            {...wholeNumber}
            title={event("guestsWrong")}
            error={
              chosen?.quantity && chosen.quantity > max ? t("upTo", { max: formatNumber(max, locale) }) : undefined
            }
            defaultValue={chosen?.quantity ? digits(chosen.quantity, locale) : ""}
            placeholder={digits(suggested, locale)}
          />
        </div>
      )}
    </Card>
  );
}
