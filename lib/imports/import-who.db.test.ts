import { describe, expect, test } from "vitest";
import { file, importScene, line, linesOf, short, TODAY, upload } from "@/db/testing/diary-import";
import { makeFamily, makeManager } from "@/db/testing/make-family";
import { makeHall, makeUser } from "@/db/testing/make-tenant";
import type { Ctx } from "@/lib/tenants/ctx";
import { carryOutImport } from "./carry-out-import";
import { discardImport, fixImportRow, leaveOutRow, mapImport, recheckImport, teachImport } from "./change-import";
import { listLeftOut } from "./import-lines";
import { listImports, loadImport, loadProgress } from "./load-import";
import { resumeImport, startImport, undoImport } from "./run-import";
import { uploadImport } from "./upload-import";

describe("every verb of an import is the leads', of this hall", () => {
  test.each(["staff", "customer", "another hall's manager"])("%s may not", async (who) => {
    const { tenant, venue, ctx } = await importScene();
    const bytes = file(line(40, "A", "Patil"));
    const importId = await upload(ctx, venue, bytes);
    const { tenant: elsewhere } = await makeHall();
    const staff = await makeUser(tenant.id, "staff");
    const other: Record<string, Ctx> = {
      staff: { ...ctx, actor: { kind: "staff", userId: staff.id, role: "staff" } },
      customer: await makeFamily(tenant),
      "another hall's manager": await makeManager(elsewhere),
    };
    const as = other[who];
    if (!as) throw new Error(who);
    const [row] = await linesOf(ctx, importId);
    const rowId = row?.id ?? "";
    const mapping = { columns: {}, dateOrder: "dmy" as const, guests: 1, paidOn: TODAY, method: "cash" as const };
    const verbs: Record<string, () => Promise<unknown>> = {
      upload: () => uploadImport(as, { venueId: venue.id, fileName: "x.csv", bytes }),
      map: () => mapImport(as, { importId, ...mapping }),
      teach: () => teachImport(as, { importId, space: {}, session: {} }),
      fix: () => fixImportRow(as, { importId, rowId, typed: {} }),
      leave: () => leaveOutRow(as, { importId, rowId, isLeftOut: true }),
      recheck: () => recheckImport(as, { importId }),
      discard: () => discardImport(as, { importId }),
      start: () => startImport(as, { importId }),
      undo: () => undoImport(as, { importId }),
      resume: () => resumeImport(as, { importId }),
      leftOut: () => listLeftOut(as, importId),
      progress: () => loadProgress(as, importId),
    };
    for (const [verb, call] of Object.entries(verbs)) {
      await expect(call(), verb).rejects.toMatchObject({ code: who.startsWith("another") ? "NOT_FOUND" : "FORBIDDEN" });
    }
    if (who.startsWith("another")) {
      expect(await loadImport(as, importId)).toBeNull();
      expect(await listImports(as)).toEqual([]);
    } else {
      await expect(listImports(as)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(loadImport(as, importId)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(carryOutImport(as, { importId })).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await short(ctx, importId)).toEqual(["2 ready"]);
  });
});
