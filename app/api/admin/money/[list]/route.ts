import { type CsvCell, csvOf } from "@/lib/core/csv";
import { hallZone } from "@/lib/core/hall-zone";
import type { LocalDate } from "@/lib/core/local-date";
import { localDateOf, todayIn } from "@/lib/core/period";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import { loadMessages, type Messages } from "@/lib/i18n/load-messages";
import { owedFilter, type Query, spanFilter } from "@/lib/payments/filters";
import { type GstLine, listGst } from "@/lib/payments/gst-register";
import { listReceived, listReturned } from "@/lib/payments/ledger-lists";
import { listOwed } from "@/lib/payments/owed";
import type { MoneyRow } from "@/lib/payments/types";
import type { Ctx } from "@/lib/tenants/ctx";
import { listVenues } from "@/lib/venues/queries";
import { route } from "@/lib/web/route";
import { personCtx } from "@/lib/web/visit";

/** Rupees as a number: what an accountant's spreadsheet adds up. */
const rupees = (paise: number) => paise / 100;

/** The money room's lists as sheets, with the filter of the address. */
export const GET = route<{ list: string }>(async (visit, request, { list }) => {
  const ctx = personCtx(visit);
  assertMay(ctx.actor, "money.export");
  const { admin, bookings } = await loadMessages(visit.locale);
  const query = Object.fromEntries(request.nextUrl.searchParams);
  const today = todayIn(ctx.now, hallZone(await listVenues(ctx.tenant)));
  const rows = await sheetOf(list, { ctx, query, today }, admin.money, bookings.ledger.methods);
  return new Response(csvOf(rows), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${ctx.tenant.slug}-${list}-${today}.csv"`,
      "cache-control": "no-store",
    },
  });
});

type Words = Messages["admin"]["money"];
type Methods = Messages["bookings"]["ledger"]["methods"];

type Asked = { ctx: Ctx; query: Query; today: LocalDate };

async function sheetOf(list: string, asked: Asked, words: Words, methods: Methods): Promise<CsvCell[][]> {
  const { ctx, query, today } = asked;
  const span = spanFilter(query, today);
  switch (list) {
    case "due":
      return dueSheet(ctx, query, words);
    case "received":
      return ledgerSheet((await listReceived(ctx, span)).rows, words, methods);
    case "refunds":
      return ledgerSheet(await listReturned(ctx, span), words, methods);
    case "gst":
      return gstSheet(await listGst(ctx, span), words);
    default:
      throw new AppError("NOT_FOUND");
  }
}

async function dueSheet(ctx: Ctx, query: Query, words: Words): Promise<CsvCell[][]> {
  const { rows } = await listOwed(ctx, owedFilter(query));
  const t = words.due;
  const head = [t.dueOn, t.late, words.booking, t.event, words.date, t.family, words.total, t.paid, t.owes, t.advance];
  return [
    head,
    ...rows.map((row) => [
      row.dueOn,
      row.isOverdue ? 1 : 0,
      row.number,
      row.eventTitle,
      localDateOf(row.startsAt, row.timeZone),
      row.customer.name,
      rupees(row.totalPaise),
      rupees(row.paidPaise),
      rupees(row.duePaise),
      rupees(row.advanceMissingPaise),
    ]),
  ];
}

function ledgerSheet(rows: readonly MoneyRow[], words: Words, methods: Methods): CsvCell[][] {
  const kinds = { payment: words.gst.payment, refund: words.gst.refund, reversal: words.gst.reversal };
  const head = [words.date, words.gst.kind, words.number, words.booking, words.due.event, words.method];
  return [
    [...head, words.reference, words.person, words.amount],
    ...rows.map(({ kind, number, method, reference, amountPaise, at, timeZone, by, booking }) => [
      localDateOf(at, timeZone),
      kinds[kind],
      number,
      booking.number,
      booking.eventTitle,
      methods[method],
      reference,
      by,
      rupees(kind === "payment" ? amountPaise : -amountPaise),
    ]),
  ];
}

function gstSheet(lines: readonly GstLine[], words: Words): CsvCell[][] {
  const t = words.gst;
  const head = [words.date, t.kind, words.number, words.booking, t.customer, t.sac, t.rate];
  return [
    [...head, t.taxable, t.cgst, t.sgst, words.amount],
    ...lines.map((line) => [
      line.date,
      t[line.kind],
      line.number,
      line.bookingNumber,
      line.customer,
      line.sac,
      line.gstRate,
      rupees(line.taxablePaise),
      rupees(line.cgstPaise),
      rupees(line.sgstPaise),
      rupees(line.amountPaise),
    ]),
  ];
}
