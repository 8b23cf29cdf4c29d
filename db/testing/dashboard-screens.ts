import "server-only";
import { readDeskDays } from "@/lib/availability/read-desk-days";
import { bookingFilter } from "@/lib/bookings/booking-filter";
import { listClosures } from "@/lib/bookings/closures";
import { listDayFunctions } from "@/lib/bookings/day-functions";
import { customerFilter } from "@/lib/bookings/filter-parts";
import { historyFilter } from "@/lib/bookings/history-filter";
import { listBookings } from "@/lib/bookings/list-bookings";
import { listCustomers } from "@/lib/bookings/list-customers";
import { listHistory } from "@/lib/bookings/list-history";
import { listBookingNotes } from "@/lib/bookings/list-notes";
import { loadCustomer } from "@/lib/bookings/load-customer";
import { loadDesk } from "@/lib/bookings/load-desk";
import { loadDiary } from "@/lib/bookings/load-diary";
import { loadOccupancy } from "@/lib/bookings/load-occupancy";
import { listLapsedRequests, listOpenClaims } from "@/lib/bookings/open-claims";
import { pageBookings } from "@/lib/bookings/page-bookings";
import { previewCancellation } from "@/lib/bookings/preview-cancellation";
import { loadBooking } from "@/lib/bookings/queries";
import { searchBookings } from "@/lib/bookings/search-bookings";
import { rangeOf } from "@/lib/core/diary";
import { addDays, addMonths } from "@/lib/core/local-date";
import { todayIn } from "@/lib/core/period";
import { listImportLines } from "@/lib/imports/import-lines";
import { listImports, loadImport } from "@/lib/imports/load-import";
import { listBookingMessages } from "@/lib/messages/booking-messages";
import { listFailedMessages } from "@/lib/messages/failed-messages";
import { listDayBooks, loadClosedBook, loadOpenBook } from "@/lib/payments/day-book-queries";
import { listGst } from "@/lib/payments/gst-register";
import { listPromised, listReceived, listReturned, PAGE } from "@/lib/payments/ledger-lists";
import { loadBookingMoney } from "@/lib/payments/load-booking-money";
import { listOwed } from "@/lib/payments/owed";
import { findCustomers } from "@/lib/people/find-customers";
import { listApiKeys } from "@/lib/people/list-api-keys";
import { listOwnSessions } from "@/lib/people/own-sessions";
import { listColleagues, listTeam } from "@/lib/people/team";
import { findReport } from "@/lib/reports/find-report";
import type { Ctx } from "@/lib/tenants/ctx";
import { loadHall } from "@/lib/tenants/load-hall";
import { loadPaymentMethods } from "@/lib/tenants/payment-methods";
import { listOwnMuhurat, loadSetUp } from "@/lib/venues/load-set-up";
import { findVenueById, listVenues } from "@/lib/venues/queries";
import type { Venue } from "@/lib/venues/types";

const ZONE = "Asia/Kolkata";
const today = todayIn(new Date(), ZONE);

export type Screen = { name: string; read: (round: number) => Promise<unknown> };
export type Scene = {
  ctx: Ctx;
  venue: Venue;
  bookingId: string;
  customerId: string;
  dayBookId: string;
  importId: string;
};

/** What the office types into ⌘K and into the lists. */
export function searches({ ctx }: Scene): Screen[] {
  const typed = [
    ["a rare name", "vitthal deshp"],
    ["a name that one in twenty has", "jadhav"],
    ["a name in the other script", "जाधव"],
    ["a title in the other script", "विवाह"],
    ["the last digits of a phone", "7919"],
    ["a phone", "+91 70000 07919"],
    ["a number", `TST-${today.slice(0, 4)}-00042`],
    ["nobody", "zzzz"],
  ] as const;
  return [
    ...typed.map(([name, q]) => ({ name: `bookings by ${name}`, read: () => searchBookings(ctx, q, 8) })),
    ...typed.map(([name, q]) => ({ name: `people by ${name}`, read: () => findCustomers(ctx, q, 5) })),
  ];
}

/** Each screen of the dashboard by what it reads, as its page reads it; rounds ask for other days where days are asked for. */
export function screens(scene: Scene): Screen[] {
  const { ctx } = scene;
  const shell = () => Promise.all([listVenues(ctx.tenant), listOpenClaims(ctx)]);
  return [...rooms(scene), ...lists(ctx), ...moneyRoom(scene), ...setUp(scene)].map(({ name, read }) => ({
    name,
    read: (round) => Promise.all([shell(), read(round)]),
  }));
}

function rooms({ ctx, venue, bookingId, customerId, importId }: Scene): Screen[] {
  const spread = (round: number) => addDays(today, ((round * 37) % 1200) - 900);
  return [
    {
      name: "today",
      read: () =>
        Promise.all([
          listDayFunctions(ctx, today, addDays(today, 1)),
          listOpenClaims(ctx),
          listOwed(ctx, { when: "soon", withinDays: 7, page: 1 }, 8),
          listFailedMessages(ctx),
        ]),
    },
    { name: "diary, a month", read: (round) => loadDiary(ctx, venue, rangeOf("month", spread(round))) },
    { name: "diary, a week", read: (round) => loadDiary(ctx, venue, rangeOf("week", spread(round))) },
    {
      name: "diary, a year's strip that nobody has asked for",
      read: (round) => loadOccupancy(ctx, venue, addMonths(`${today.slice(0, 7)}-01`, (round % 45) - 44).slice(0, 7)),
    },
    { name: "requests", read: () => Promise.all([listOpenClaims(ctx), listLapsedRequests(ctx)]) },
    { name: "new booking", read: () => loadDesk(ctx) },
    {
      name: "new booking, a month's sessions",
      read: (round) => readDeskDays(ctx, venue.id, rangeOf("month", addDays(today, round * 5))),
    },
    {
      name: "a booking",
      read: () =>
        Promise.all([
          loadBooking(ctx, bookingId),
          listBookingNotes(ctx, bookingId),
          listBookingMessages(ctx, bookingId),
          previewCancellation(ctx, { bookingId }),
          findVenueById(ctx.tenant, venue.id),
        ]),
    },
    { name: "a customer", read: () => loadCustomer(ctx, customerId) },
    {
      name: "a year's report that nobody has asked for",
      read: (round) => {
        const first = addMonths(`${today.slice(0, 7)}-01`, -((round % 45) + 1));
        return findReport(ctx, { from: first.slice(0, 7), to: addMonths(first, 11).slice(0, 7), venue: venue.slug });
      },
    },
    { name: "imports", read: () => listImports(ctx) },
    {
      name: "an import",
      read: () => Promise.all([loadImport(ctx, importId), listImportLines(ctx, importId, "all", 1)]),
    },
    { name: "team", read: () => listTeam(ctx) },
    { name: "logins", read: () => listOwnSessions(ctx) },
  ];
}

function lists(ctx: Ctx): Screen[] {
  const bookings = (filter: object) => () =>
    Promise.all([listColleagues(ctx), listBookings(ctx, bookingFilter.parse(filter), ZONE)]);
  const history = (filter: object) => () =>
    Promise.all([listColleagues(ctx), listHistory(ctx, historyFilter.parse(filter), ZONE)]);
  const named: [string, Screen["read"]][] = [
    ["bookings ahead", bookings({})],
    ["bookings of all years by when they were taken", bookings({ when: "all", sort: "-taken" })],
    ["bookings of all years", bookings({ when: "all" })],
    ["bookings behind", bookings({ when: "past" })],
    ["bookings that were cancelled", bookings({ when: "all", status: "cancelled" })],
    ["bookings that wait", bookings({ when: "all", status: "pending" })],
    ["bookings taken online", bookings({ when: "all", source: "online" })],
    ["bookings of a month", bookings({ from: addDays(today, -400), to: addDays(today, -370) })],
    ["bookings of a name", bookings({ q: "jadhav" })],
    ["bookings of a name in the other script", bookings({ q: "जाधव" })],
    ["bookings that owe", bookings({ money: "due" })],
    ["bookings that are overdue", bookings({ money: "overdue" })],
    ["bookings that are paid", bookings({ money: "paid" })],
    ["the API's first page of bookings", () => pageBookings(ctx, { sort: "-createdAt", limit: 50 })],
    [
      "the API's bookings of days",
      () => pageBookings(ctx, { sort: "startTs", limit: 50, from: today, to: addDays(today, 90) }),
    ],
    ["customers", () => listCustomers(ctx, customerFilter.parse({}))],
    ["customers of a name", () => listCustomers(ctx, customerFilter.parse({ q: "patil" }))],
    ["history", history({})],
    ...["bookings", "money", "notes", "customers", "prices", "set-up", "team", "imports", "day-book"].map(
      (kind): [string, Screen["read"]] => [`history of ${kind}`, history({ kind })],
    ),
  ];
  return named.map(([name, read]) => ({ name, read }));
}

function moneyRoom({ ctx, venue, bookingId, dayBookId }: Scene): Screen[] {
  const month = { from: addDays(today, -30), to: today, page: 1 };
  const owed = (when: "overdue" | "soon" | "all", venueId?: string) => () =>
    listOwed(ctx, { when, venueId, page: 1 }, PAGE);
  const named: [string, Screen["read"]][] = [
    ["money, overdue", owed("overdue")],
    ["money, due soon", owed("soon")],
    ["money, all that is due", owed("all")],
    ["money, due at a venue", owed("all", venue.id)],
    ["money, received in a month", () => listReceived(ctx, month, PAGE)],
    ["money, received in a year", () => listReceived(ctx, { ...month, from: addDays(today, -365) }, PAGE)],
    ["money, went back", () => Promise.all([listPromised(ctx), listReturned(ctx, month)])],
    ["money of a booking", () => Promise.all([loadBookingMoney(ctx, bookingId), listPromised(ctx, bookingId)])],
    ["GST register, a month", () => listGst(ctx, month)],
    ["day book", () => Promise.all([loadOpenBook(ctx, venue.id), listDayBooks(ctx, venue.id, 30)])],
    ["day book, a closed day", () => loadClosedBook(ctx, dayBookId)],
  ];
  return named.map(([name, read]) => ({ name, read }));
}

function setUp({ ctx, venue }: Scene): Screen[] {
  const named: [string, Screen["read"]][] = [
    ["set-up of a venue", () => loadSetUp(ctx, venue.slug)],
    ["set-up, muhurat", () => Promise.all([loadSetUp(ctx, venue.slug), listOwnMuhurat(ctx, venue.id)])],
    ["set-up, closed days", () => Promise.all([loadSetUp(ctx, venue.slug), listClosures(ctx, venue.id)])],
    ["set-up, hall", () => loadHall(ctx)],
    ["set-up, payment methods", () => loadPaymentMethods(ctx)],
    ["set-up, keys", () => listApiKeys(ctx)],
  ];
  return named.map(([name, read]) => ({ name, read }));
}
