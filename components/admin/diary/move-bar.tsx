import { Button } from "@/components/ui/button";
import { formatDate } from "@/lib/core/format-time";
import { DOT, fill } from "@/lib/i18n/plain-text";
import { spaceName } from "./bar-words";
import type { DiaryLook } from "./types";
import type { Carry } from "./use-carry";

/** Says what is being moved and where to, for who does not drag. */
export function MoveBar({ carry, look }: { carry: Carry; look: DiaryLook }) {
  const { words, venue, locale } = look;
  const { bar, cell, isPicking } = carry;
  const place = cell ? [spaceName(cell.spaceId, venue, locale), formatDate(cell.date, locale, "short")].join(DOT) : "";
  const text = bar ? fill(words.carrying, { title: bar.title, place }) : isPicking ? words.picking : words.hint;
  return (
    <div className="mb-3 flex min-h-11 items-center justify-between gap-6">
      <p role="status" className={bar || isPicking ? "font-semibold" : "text-[0.9375rem] text-ink-2"}>
        {text}
      </p>
      {bar || isPicking ? (
        <Button tone="secondary" className="shrink-0" onClick={carry.stop}>
          {words.keep}
        </Button>
      ) : (
        <Button tone="quiet" className="shrink-0" onClick={carry.pick}>
          {words.moveByClicks}
        </Button>
      )}
    </div>
  );
}
