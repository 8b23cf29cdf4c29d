import "server-only";
import { bookingFilter } from "@/lib/bookings/booking-filter";
import { exportBookings, listBookings } from "@/lib/bookings/list-bookings";
import { listCustomers } from "@/lib/bookings/list-customers";
import { listHistory } from "@/lib/bookings/list-history";
import { listBookingNotes } from "@/lib/bookings/list-notes";
import { loadCustomer } from "@/lib/bookings/load-customer";
import { mergeCustomers, previewMerge } from "@/lib/bookings/merge-customers";
import { removeNote } from "@/lib/bookings/remove-note";
import { searchBookings } from "@/lib/bookings/search-bookings";
import { writeNote } from "@/lib/bookings/write-note";
import { carryOutImport } from "@/lib/imports/carry-out-import";
import {
  discardImport,
  fixImportRow,
  leaveOutRow,
  mapImport,
  recheckImport,
  teachImport,
} from "@/lib/imports/change-import";
import { listImportLines, listLeftOut } from "@/lib/imports/import-lines";
import { listImports, loadImport } from "@/lib/imports/load-import";
import { resumeImport, startImport, undoImport } from "@/lib/imports/run-import";
import { uploadImport } from "@/lib/imports/upload-import";
import { listBookingMessages } from "@/lib/messages/booking-messages";
import { listFailedMessages } from "@/lib/messages/failed-messages";
import { resendMessage } from "@/lib/messages/resend-message";
import { changeRole } from "@/lib/people/change-role";
import { createApiKey } from "@/lib/people/create-api-key";
import { createCustomer } from "@/lib/people/create-customer";
import { findCustomers } from "@/lib/people/find-customers";
import { inviteMember } from "@/lib/people/invite-member";
import { listApiKeys } from "@/lib/people/list-api-keys";
import { loadUser } from "@/lib/people/load-user";
import { removeMember } from "@/lib/people/remove-member";
import { revokeApiKey } from "@/lib/people/revoke-api-key";
import { listColleagues, listTeam } from "@/lib/people/team";
import { updateCustomer } from "@/lib/people/update-customer";
import { findReport } from "@/lib/reports/find-report";
import { loadReport } from "@/lib/reports/load-report";
import { findVenueById } from "@/lib/venues/queries";
import { HALL, inHall, LEADS, needing, on, type Row } from "./row";
import { dayAhead, ZONE } from "./scene";

const mapping = () => ({
  ...{ columns: {}, dateOrder: "dmy" as const, guests: 10, paidOn: dayAhead(0), method: "cash" as const },
});
const file = (venueId: string) => ({
  ...{ venueId, fileName: "other.csv", bytes: Buffer.from("Date,Name,Phone\n2031-02-01,Asha,9876543211\n") },
});

export const OFFICE_ROWS: Row[] = [
  ...needing(
    ["office"],
    [
      on(writeNote, "note.write", HALL, (ctx, { bookingId }) => writeNote(ctx, { bookingId, text: "New" })),
      // A note is taken away by who wrote it.
      on(removeNote, "note.write", ["manager"], (ctx, { noteId }) => removeNote(ctx, { noteId })),
      inHall(listBookingNotes, "note.write", HALL, (ctx, { bookingId }) => listBookingNotes(ctx, bookingId)),
      on(resendMessage, "message.resend", HALL, (ctx, { messageId }) => resendMessage(ctx, { messageId })),
      inHall(listBookingMessages, "message.resend", HALL, (ctx, { bookingId }) => listBookingMessages(ctx, bookingId)),
      inHall(listFailedMessages, "admin.enter", HALL, (ctx) => listFailedMessages(ctx)),
      on(updateCustomer, "customer.write", HALL, (ctx, { keepId }) =>
        updateCustomer(ctx, { customerId: keepId, name: "Other name", email: null }),
      ),
      inHall(createCustomer, "customer.write", HALL, (ctx) =>
        createCustomer(ctx, { phone: "9876500001", name: "Asha Patil" }),
      ),
      on(loadUser, "customer.read", HALL, (ctx, { keepId }) => loadUser(ctx, keepId)),
      on(previewMerge, "customer.merge", LEADS, (ctx, { keepId, goneId }) => previewMerge(ctx, { keepId, goneId })),
      on(mergeCustomers, "customer.merge", LEADS, (ctx, { keepId, goneId }) => mergeCustomers(ctx, { keepId, goneId })),
      on(loadCustomer, "customer.read", HALL, (ctx, { keepId }) => loadCustomer(ctx, keepId)),
      inHall(findCustomers, "customer.read", HALL, (ctx) => findCustomers(ctx, "Family", 5)),
      inHall(listCustomers, "customer.read", HALL, (ctx) => listCustomers(ctx, { q: "Family" })),
      inHall(searchBookings, "diary.read", HALL, (ctx) => searchBookings(ctx, "Jadhav", 8)),
      inHall(listBookings, "diary.read", HALL, (ctx) => listBookings(ctx, bookingFilter.parse({}), ZONE)),
      inHall(exportBookings, "money.export", LEADS, (ctx) => exportBookings(ctx, bookingFilter.parse({}), ZONE, 10)),
      inHall(listHistory, "history.read", LEADS, (ctx) => listHistory(ctx, {}, ZONE)),

      inHall(inviteMember, "team.write", ["owner", "platform"], (ctx) =>
        inviteMember(ctx, { phone: "9876500000", name: "Vitthal", role: "staff" }),
      ),
      on(changeRole, "team.write", ["owner", "platform"], (ctx, { colleagueId }) =>
        changeRole(ctx, { userId: colleagueId, role: "manager" }),
      ),
      on(removeMember, "team.write", ["owner", "platform"], (ctx, { colleagueId }) =>
        removeMember(ctx, { userId: colleagueId }),
      ),
      inHall(createApiKey, "key.write", ["owner", "platform"], (ctx) =>
        createApiKey(ctx, { name: "Site", scopes: ["venue.read"], days: 30 }),
      ),
      on(revokeApiKey, "key.write", ["owner", "platform"], (ctx, { keyId }) => revokeApiKey(ctx, { keyId })),
      inHall(listApiKeys, "key.write", ["owner", "platform"], (ctx) => listApiKeys(ctx)),
      inHall(listTeam, "team.read", ["owner"], (ctx) => listTeam(ctx)),
      inHall(listColleagues, "admin.enter", HALL, (ctx) => listColleagues(ctx)),
    ],
  ),
  ...needing(
    ["imports"],
    [
      on(uploadImport, "import.run", LEADS, (ctx, { venue }) => uploadImport(ctx, file(venue.id))),
      on(mapImport, "import.run", LEADS, (ctx, { importId }) => mapImport(ctx, { importId, ...mapping() })),
      on(teachImport, "import.run", LEADS, (ctx, { importId }) =>
        teachImport(ctx, { importId, space: {}, session: {} }),
      ),
      on(fixImportRow, "import.run", LEADS, (ctx, { importId, rowId }) =>
        fixImportRow(ctx, { importId, rowId, typed: { name: "Asha" } }),
      ),
      on(leaveOutRow, "import.run", LEADS, (ctx, { importId, rowId }) =>
        leaveOutRow(ctx, { importId, rowId, isLeftOut: true }),
      ),
      on(recheckImport, "import.run", LEADS, (ctx, { importId }) => recheckImport(ctx, { importId })),
      on(discardImport, "import.run", LEADS, (ctx, { importId }) => discardImport(ctx, { importId })),
      on(startImport, "import.run", LEADS, (ctx, { importId }) => startImport(ctx, { importId })),
      on(undoImport, "import.run", LEADS, (ctx, { importId }) => undoImport(ctx, { importId })),
      on(resumeImport, "import.run", LEADS, (ctx, { importId }) => resumeImport(ctx, { importId })),
      on(carryOutImport, "import.carry-out", ["job"], (ctx, { importId }) => carryOutImport(ctx, { importId })),
      inHall(listImports, "import.run", LEADS, (ctx) => listImports(ctx)),
      inHall(loadImport, "import.run", LEADS, (ctx, { importId }) => loadImport(ctx, importId)),
      inHall(listImportLines, "import.run", LEADS, (ctx, { importId }) => listImportLines(ctx, importId, "all", 1)),
      on(listLeftOut, "import.run", LEADS, (ctx, { importId }) => listLeftOut(ctx, importId)),
    ],
  ),
  inHall(findReport, "report.read", LEADS, (ctx) => findReport(ctx, {})),
  inHall(loadReport, "report.read", LEADS, async (ctx, to) => {
    const venue = await findVenueById(to.tenant, to.venue.id);
    if (!venue) throw new Error("no venue");
    return loadReport(ctx, venue, { from: "2031-01", to: "2031-01" });
  }),
];
