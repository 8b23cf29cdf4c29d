import Link from "next/link";
import { Tag } from "@/components/ui/tag";
import { formatDay } from "@/lib/core/format-time";
import type { Locale } from "@/lib/core/locale";
import { formatMoney } from "@/lib/core/money";
import type { Messages } from "@/lib/i18n/load-messages";
import { localePath } from "@/lib/i18n/paths";
import { DOT, fill } from "@/lib/i18n/plain-text";
import type { PromisedRefund } from "@/lib/payments/types";
import type { MethodWords } from "./method-choice";
import { PromisedActions } from "./promised-actions";

type Props = {
  promised: readonly PromisedRefund[];
  locale: Locale;
  methods: MethodWords;
  messages: Messages;
  mayAct: boolean;
  none: string;
};

const RANK = { failed: 0, "by-hand": 1, "on-its-way": 2 } as const satisfies Record<PromisedRefund["state"], number>;
const TONE = { failed: "ended", "by-hand": "auspicious", "on-its-way": "waiting" } as const satisfies Record<
  PromisedRefund["state"],
  string
>;

/** Money on its way back: what failed comes first, then what waits for a hand. */
export function PromisedList({ promised, locale, methods, messages, mayAct, none }: Props) {
  const { admin } = messages;
  const { refunds, method, reference } = admin.money;
  const words = { ...refunds, methods, method, reference, keep: admin.requests.keep, offline: admin.offline };
  const stateWords = { failed: refunds.failed, "by-hand": refunds.byHand, "on-its-way": refunds.onItsWay };
  const reasons: Record<string, string> = refunds.reasons;
  if (promised.length === 0) return <p className="text-ink-2">{none}</p>;
  return (
    <ul>
      {promised
        .toSorted((a, b) => RANK[a.state] - RANK[b.state])
        .map((one) => (
          <li
            key={one.requestId}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-rule border-t py-3"
          >
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-2">
                <b>{formatMoney(one.amountPaise, locale)}</b>
                <Tag tone={TONE[one.state]}>{stateWords[one.state]}</Tag>
              </p>
              <p>
                <Link href={localePath(locale, `/admin/money/bookings/${one.booking.id}`)} className="text-link">
                  {one.booking.eventTitle}
                </Link>{" "}
                <span className="text-ink-2">
                  {[one.booking.number, one.customer.name, formatDay(one.at, locale, one.timeZone, "short")]
                    .filter(Boolean)
                    .join(DOT)}
                </span>
              </p>
              <p className="text-[0.9375rem] text-ink-2">
                {[reasons[one.reason], fill(refunds.of, { number: one.receiptNumber })].filter(Boolean).join(DOT)}
              </p>
              {one.state === "failed" && one.lastError ? (
                <p className="text-[0.9375rem] text-alert">{fill(refunds.failedWhy, { reason: one.lastError })}</p>
              ) : null}
            </div>
            {mayAct && one.state !== "on-its-way" ? (
              <PromisedActions
                requestId={one.requestId}
                number={one.booking.number}
                amountPaise={one.amountPaise}
                hasFailed={one.state === "failed"}
                locale={locale}
                words={words}
              />
            ) : null}
          </li>
        ))}
    </ul>
  );
}
