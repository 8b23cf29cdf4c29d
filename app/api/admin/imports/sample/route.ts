import { csvOf } from "@/lib/core/csv";
import { IMPORT_FIELDS } from "@/lib/core/import-field-names";
import { sampleLines } from "@/lib/core/import-sample";
import { todayIn } from "@/lib/core/period";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import { loadMessages } from "@/lib/i18n/load-messages";
import { listVenues } from "@/lib/venues/queries";
import { only } from "@/lib/web/only";
import { route } from "@/lib/web/route";
import { personCtx } from "@/lib/web/visit";

/** A few lines in the hall's own words, with every column that an import knows: to be typed over. */
export const GET = route(async (visit) => {
  const { actor, tenant, locale, now } = personCtx(visit);
  assertMay(actor, "import.run");
  const [venue] = await listVenues(tenant);
  if (!venue) throw new AppError("NOT_FOUND", { what: "venue" });
  const { admin } = await loadMessages(locale);
  const headings = IMPORT_FIELDS.map((field) => admin.imports.fields[field]);
  const lines = sampleLines(venue, locale, todayIn(now, venue.settings.timeZone));
  return new Response(csvOf([headings, ...lines]), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="diary.csv"',
      "cache-control": "no-store",
    },
  });
});

export const { POST, PUT, PATCH, DELETE } = only("GET");
