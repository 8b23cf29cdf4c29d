"use server";

import { refresh } from "next/cache";
import { inWords, personAction } from "@/lib/web/action-client";
import { discardImport, fixImportRow, leaveOutRow, mapImport, recheckImport, teachImport } from "./change-import";
import { fixImportRowInput, importRef, leaveOutRowInput, mapImportInput, teachImportInput } from "./input";
import { resumeImport, startImport, undoImport } from "./run-import";

export const mapImportAction = personAction
  .inputSchema(mapImportInput, inWords)
  .action(async ({ parsedInput, ctx }) => {
    const mapped = await mapImport(ctx, parsedInput);
    refresh();
    return mapped;
  });

export const teachImportAction = personAction
  .inputSchema(teachImportInput, inWords)
  .action(async ({ parsedInput, ctx }) => {
    const taught = await teachImport(ctx, parsedInput);
    refresh();
    return taught;
  });

export const fixImportRowAction = personAction
  .inputSchema(fixImportRowInput, inWords)
  .action(async ({ parsedInput, ctx }) => {
    const fixed = await fixImportRow(ctx, parsedInput);
    refresh();
    return fixed;
  });

export const leaveOutRowAction = personAction
  .inputSchema(leaveOutRowInput, inWords)
  .action(async ({ parsedInput, ctx }) => {
    const left = await leaveOutRow(ctx, parsedInput);
    refresh();
    return left;
  });

export const recheckImportAction = personAction.inputSchema(importRef, inWords).action(async ({ parsedInput, ctx }) => {
  const checked = await recheckImport(ctx, parsedInput);
  refresh();
  return checked;
});

// No refresh(): the page that is being looked at is gone with it.
export const discardImportAction = personAction
  .inputSchema(importRef, inWords)
  .action(({ parsedInput, ctx }) => discardImport(ctx, parsedInput));

export const startImportAction = personAction.inputSchema(importRef, inWords).action(async ({ parsedInput, ctx }) => {
  const begun = await startImport(ctx, parsedInput);
  refresh();
  return begun;
});

export const undoImportAction = personAction.inputSchema(importRef, inWords).action(async ({ parsedInput, ctx }) => {
  const begun = await undoImport(ctx, parsedInput);
  refresh();
  return begun;
});

export const resumeImportAction = personAction.inputSchema(importRef, inWords).action(async ({ parsedInput, ctx }) => {
  const resumed = await resumeImport(ctx, parsedInput);
  refresh();
  return resumed;
});
