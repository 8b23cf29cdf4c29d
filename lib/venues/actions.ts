"use server";

import { refresh } from "next/cache";
import { inWords, personAction } from "@/lib/web/action-client";
import { asked } from "@/lib/web/asked";
import { tellEffects } from "@/lib/web/effect-sentences";
import { addMuhuratDates } from "./add-muhurat-dates";
import { archiveAddOn } from "./archive-add-on";
import { archiveSlot } from "./archive-slot";
import { archiveSpace } from "./archive-space";
import { changeBookingRules } from "./change-booking-rules";
import { changePolicies } from "./change-policies";
import { changePriceRules } from "./change-price-rules";
import { changePrices } from "./change-prices";
import { changeVenue } from "./change-venue";
import {
  addMuhuratDatesInput,
  addOnRef,
  changeBookingRulesInput,
  changePoliciesInput,
  changePriceRulesInput,
  changePricesInput,
  changeVenueInput,
  previewPricesInput,
  removeMuhuratDateInput,
  saveAddOnInput,
  saveSlotInput,
  saveSpaceInput,
  slotRef,
  spaceRef,
} from "./input";
import { previewPrices } from "./preview-prices";
import { removeMuhuratDate } from "./remove-muhurat-date";
import { saveAddOn } from "./save-add-on";
import { saveSlot } from "./save-slot";
import { saveSpace } from "./save-space";

// Each is called twice: to see what it would do, then to do it.

export const changeVenueAction = personAction
  .inputSchema(asked(changeVenueInput), inWords)
  .action(async ({ ctx, parsedInput: { preview, change } }) => {
    const effects = await changeVenue(ctx, change, { preview });
    if (!preview) refresh();
    return tellEffects(effects, ctx.locale);
  });

export const changeBookingRulesAction = personAction
  .inputSchema(asked(changeBookingRulesInput), inWords)
  .action(async ({ ctx, parsedInput: { preview, change } }) => {
    const effects = await changeBookingRules(ctx, change, { preview });
    if (!preview) refresh();
    return tellEffects(effects, ctx.locale);
  });

export const changePoliciesAction = personAction
  .inputSchema(asked(changePoliciesInput), inWords)
  .action(async ({ ctx, parsedInput: { preview, change } }) => {
    const effects = await changePolicies(ctx, change, { preview });
    if (!preview) refresh();
    return tellEffects(effects, ctx.locale);
  });

export const saveSpaceAction = personAction
  .inputSchema(asked(saveSpaceInput), inWords)
  .action(async ({ ctx, parsedInput: { preview, change } }) => {
    const effects = await saveSpace(ctx, change, { preview });
    if (!preview) refresh();
    return tellEffects(effects, ctx.locale);
  });

export const archiveSpaceAction = personAction
  .inputSchema(asked(spaceRef), inWords)
  .action(async ({ ctx, parsedInput: { preview, change } }) => {
    const effects = await archiveSpace(ctx, change, { preview });
    if (!preview) refresh();
    return tellEffects(effects, ctx.locale);
  });

export const saveSlotAction = personAction
  .inputSchema(asked(saveSlotInput), inWords)
  .action(async ({ ctx, parsedInput: { preview, change } }) => {
    const effects = await saveSlot(ctx, change, { preview });
    if (!preview) refresh();
    return tellEffects(effects, ctx.locale);
  });

export const archiveSlotAction = personAction
  .inputSchema(asked(slotRef), inWords)
  .action(async ({ ctx, parsedInput: { preview, change } }) => {
    const effects = await archiveSlot(ctx, change, { preview });
    if (!preview) refresh();
    return tellEffects(effects, ctx.locale);
  });

export const changePricesAction = personAction
  .inputSchema(asked(changePricesInput), inWords)
  .action(async ({ ctx, parsedInput: { preview, change } }) => {
    const effects = await changePrices(ctx, change, { preview });
    if (!preview) refresh();
    return tellEffects(effects, ctx.locale);
  });

export const changePriceRulesAction = personAction
  .inputSchema(asked(changePriceRulesInput), inWords)
  .action(async ({ ctx, parsedInput: { preview, change } }) => {
    const effects = await changePriceRules(ctx, change, { preview });
    if (!preview) refresh();
    return tellEffects(effects, ctx.locale);
  });

export const saveAddOnAction = personAction
  .inputSchema(asked(saveAddOnInput), inWords)
  .action(async ({ ctx, parsedInput: { preview, change } }) => {
    const effects = await saveAddOn(ctx, change, { preview });
    if (!preview) refresh();
    return tellEffects(effects, ctx.locale);
  });

export const archiveAddOnAction = personAction
  .inputSchema(asked(addOnRef), inWords)
  .action(async ({ ctx, parsedInput: { preview, change } }) => {
    const effects = await archiveAddOn(ctx, change, { preview });
    if (!preview) refresh();
    return tellEffects(effects, ctx.locale);
  });

export const removeMuhuratDateAction = personAction
  .inputSchema(asked(removeMuhuratDateInput), inWords)
  .action(async ({ ctx, parsedInput: { preview, change } }) => {
    const effects = await removeMuhuratDate(ctx, change, { preview });
    if (!preview) refresh();
    return tellEffects(effects, ctx.locale);
  });

export const addMuhuratDatesAction = personAction
  .inputSchema(asked(addMuhuratDatesInput), inWords)
  .action(async ({ ctx, parsedInput: { preview, change } }) => {
    const { effects, unread } = await addMuhuratDates(ctx, change, { preview });
    if (!preview) refresh();
    return { ...(await tellEffects(effects, ctx.locale)), unread };
  });

export const previewPricesAction = personAction
  .inputSchema(previewPricesInput, inWords)
  .action(async ({ ctx, parsedInput }) => previewPrices(ctx, parsedInput));
