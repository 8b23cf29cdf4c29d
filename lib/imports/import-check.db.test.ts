import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { inTenant } from "@/db/client";
import { importRows } from "@/db/schema/imports";
import {
  bookingsOf,
  file,
  holdFirst,
  importScene,
  line,
  linesOf,
  run,
  short,
  TODAY,
  upload,
} from "@/db/testing/diary-import";
import { discardImport, fixImportRow, leaveOutRow, mapImport, teachImport } from "./change-import";
import { listLeftOut } from "./import-lines";
import { loadImport } from "./load-import";
import { startImport } from "./run-import";

test("every conflict has a name: booked already, wanted twice by the file, unreadable", async () => {
  const { tenant, venue, ctx } = await importScene();
  const held = await holdFirst(tenant, venue, 50);
  const importId = await upload(
    ctx,
    venue,
    file(
      line(50, "WHOLE", "Late"),
      line(51, "A", "First"),
      line(51, "WHOLE", "Second"),
      line(52, "Terrace", "Third"),
      line(53, "B", ""),
    ),
  );
  const lines = await linesOf(ctx, importId);
  expect(lines.map(({ problems }) => problems)).toEqual([
    [{ code: "taken", values: { number: held.number, title: "Kale" } }],
    [],
    [{ code: "sameAsRow", values: { line: "3" } }],
    [{ code: "spaceUnknown", values: { text: "Terrace" } }],
    [{ code: "nameMissing" }],
  ]);

  // Put right, one by one: the earlier line left out, a word taught, a cell typed over.
  const [, first, , , fifth] = lines;
  await leaveOutRow(ctx, { importId, rowId: first?.id ?? "", isLeftOut: true });
  await teachImport(ctx, { importId, space: { Terrace: venue.space.c }, session: {} });
  await fixImportRow(ctx, { importId, rowId: fifth?.id ?? "", typed: { name: "Fifth" } });
  expect(await short(ctx, importId)).toEqual(["2 conflict taken", "3 skipped", "4 ready", "5 ready", "6 ready"]);
  await run(ctx, importId);
  const left = await listLeftOut(ctx, importId);
  expect(left.lines.map(({ position }) => position)).toEqual([2, 3]);
  expect((await bookingsOf(tenant, importId)).map(({ eventTitle }) => eventTitle)).toEqual([
    "Second",
    "Third",
    "Fifth",
  ]);
});

test("columns are mapped again, a draft is thrown away, and a draft only", async () => {
  const { tenant, venue, ctx } = await importScene();
  const importId = await upload(ctx, venue, file(line(40, "A", "Patil")));
  const view = await loadImport(ctx, importId);
  expect(view?.mapping.columns).toEqual({
    date: 0,
    space: 1,
    session: 2,
    name: 3,
    phone: 4,
    total: 5,
    paid: 6,
    paidOn: 7,
  });
  const { dateOrder, guests, paidOn, method } = view?.mapping ?? {
    dateOrder: "dmy",
    guests: 1,
    paidOn: TODAY,
    method: "cash",
  };
  await mapImport(ctx, { importId, columns: { date: 0, name: 3, phone: 4 }, dateOrder, guests, paidOn, method });
  expect(await short(ctx, importId)).toEqual(["2 invalid spaceMissing sessionMissing"]);
  await expect(startImport(ctx, { importId })).rejects.toMatchObject({ code: "INVALID_INPUT" });
  await discardImport(ctx, { importId });
  expect(await loadImport(ctx, importId)).toBeNull();
  const left = await inTenant(tenant.id, (tx) =>
    tx.select().from(importRows).where(eq(importRows.tenantId, tenant.id)),
  );
  expect(left).toEqual([]);
});
