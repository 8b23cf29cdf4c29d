import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { previewMoveAction } from "@/lib/bookings/actions";
import { textIn } from "@/lib/core/locale";
import { formatMoney } from "@/lib/core/money";
import { fill } from "@/lib/i18n/plain-text";
import { placeWords } from "./bar-words";
import type { DiaryLook, Place } from "./types";

export type Preview = NonNullable<Awaited<ReturnType<typeof previewMoveAction>>["data"]>;

type Props = { preview: Preview; look: DiaryLook; onChoose: (to: Place) => void };

/** The difference in price, line by line; or, where the time is taken, what is free instead. */
export function MovePrice({ preview, look, onChoose }: Props) {
  const { words, locale } = look;
  const { totalBefore, totalAfter, refundPaise, changes } = preview;
  const money = (paise: number) => formatMoney(paise, locale);
  if (preview.isTaken) return <Taken preview={preview} look={look} onChoose={onChoose} />;
  const difference = { amount: money(Math.abs(totalAfter - totalBefore)), total: money(totalAfter) };
  const sentence =
    totalAfter === totalBefore ? words.samePrice : totalAfter > totalBefore ? words.dearer : words.cheaper;
  return (
    <div className="grid gap-2">
      {changes.length > 0 ? (
        <table className="w-full border-collapse text-left text-[0.9375rem]">
          <caption className="sr-only">{words.price}</caption>
          <thead className="text-ink-2">
            <tr>
              <th scope="col" className="py-1 font-medium">
                {words.price}
              </th>
              <th scope="col" className="py-1 text-right font-medium">
                {words.before}
              </th>
              <th scope="col" className="py-1 text-right font-medium">
                {words.after}
              </th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ label, before, after }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be called the same
              <tr key={index} className="border-rule border-t">
                <th scope="row" className="py-1.5 pr-2 font-medium">
                  {textIn(label, locale)}
                </th>
                <td className="py-1.5 text-right whitespace-nowrap">{before === null ? "–" : money(before)}</td>
                <td className="py-1.5 pl-3 text-right whitespace-nowrap">{after === null ? "–" : money(after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <p role="status" className="font-semibold">
        {fill(sentence, difference)}
      </p>
      {refundPaise > 0 ? <Notice tone="warning" title={fill(words.refund, { amount: money(refundPaise) })} /> : null}
    </div>
  );
}

function Taken({ preview: { alternatives }, look, onChoose }: Props) {
  const { words, locale } = look;
  return (
    <Notice live tone="warning" title={words.isTaken}>
      <p>{alternatives.length > 0 ? words.offers : words.noOffers}</p>
      <ul className="mt-2 grid gap-2 sm:grid-cols-2">
        {alternatives.map(({ date, spaceId, slotId, pricePaise }) => (
          <li key={`${date}${spaceId}${slotId}`}>
            <Button
              tone="secondary"
              wide
              className="justify-between text-left"
              onClick={() => onChoose({ spaceId, slotId, date })}
            >
              <span>{placeWords({ spaceId, slotId, date }, look)}</span>
              <span>{formatMoney(pricePaise, locale)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
