import Link from "next/link";
import { type DiaryBar, type DiaryClosure, isMovable, type Placed } from "@/lib/core/diary";
import { DOT, fill } from "@/lib/i18n/plain-text";
import {
  barLabel,
  functionWord,
  guestsOf,
  kindOf,
  markOf,
  moneyOf,
  spaceName,
  statusWords,
  timesOf,
  whoOf,
} from "./bar-words";
import type { DiaryLook, DiaryStyle } from "./types";

/** Where a bar stands, in hundredths of its first cell: as wide as its days, as high as its lanes. */
function boxOf({ first, last, lane, lanes }: Placed<unknown>, laneCount: number): DiaryStyle {
  return {
    "--span": last - first + 1,
    "--lane": lane / laneCount,
    "--lanes": lanes / laneCount,
  };
}

type Props = {
  placed: Placed<DiaryBar>;
  laneCount: number;
  /** The row that it is shown in, which for a booking of the whole is not its own. */
  rowSpaceId: string;
  now: number;
  look: DiaryLook;
  hrefOf: (bookingId: string) => string;
  isMoving: boolean;
};

/** A function as a bar: a mark and a word for its status, hatched where set-up and clean-up are claimed. */
export function BarLink({ placed, laneCount, rowSpaceId, now, look, hrefOf, isMoving }: Props) {
  const bar = placed.item;
  const kind = kindOf(bar);
  const isElsewhere = bar.spaceId !== rowSpaceId;
  const mayMove = isMovable(bar) && !isElsewhere;
  const word = kind === "confirmed" || kind === "completed" ? "" : statusWords(bar, now, look);
  const where = isElsewhere ? spaceName(bar.spaceId, look.venue, look.locale) : "";
  const label = barLabel(bar, now, look);
  return (
    <Link
      href={hrefOf(bar.bookingId)}
      prefetch={false}
      className="d-bar"
      style={boxOf(placed, laneCount)}
      data-stop
      data-kind={kind}
      data-bar={mayMove ? bar.id : undefined}
      data-booking={bar.bookingId}
      data-short={placed.lanes < laneCount || undefined}
      data-from={placed.comesFrom || undefined}
      data-on={placed.goesOn || undefined}
      data-setup={bar.setupMinutes > 0 || undefined}
      data-cleanup={bar.cleanupMinutes > 0 || undefined}
      data-moving={isMoving || undefined}
      aria-label={label}
      title={label}
      draggable={false}
      tabIndex={-1}
    >
      <b>
        <span aria-hidden="true">{markOf(bar)} </span>
        {bar.title}
      </b>
      <small>{[word, where, timesOf(bar, look), functionWord(bar.name, look.words)].filter(Boolean).join(DOT)}</small>
      <small>{[guestsOf(bar, look), whoOf(bar)].join(DOT)}</small>
      <small>{moneyOf(bar, look)}</small>
      {mayMove && !placed.goesOn ? <i data-extend aria-hidden="true" /> : null}
    </Link>
  );
}

/** Time that nobody can book, and why. */
export function ClosureBar({
  placed,
  laneCount,
  look,
}: {
  placed: Placed<DiaryClosure>;
  laneCount: number;
  look: DiaryLook;
}) {
  return (
    <div className="d-bar" data-kind="closed" style={boxOf(placed, laneCount)}>
      <b>{fill(look.words.closed, { reason: placed.item.reason })}</b>
      <small>{timesOf(placed.item, look)}</small>
    </div>
  );
}
