"use server";

import { refresh } from "next/cache";
import { inWords, personAction } from "@/lib/web/action-client";
import { asked } from "@/lib/web/asked";
import { tellEffects } from "@/lib/web/effect-sentences";
import { changeBank } from "./change-bank";
import { changeHall } from "./change-hall";
import { changeMethods } from "./change-methods";
import { changeBankInput, changeHallInput, changeMethodsInput, saveLogoInput } from "./input";
import { removeLogo } from "./remove-logo";
import { saveLogo } from "./save-logo";

export const changeHallAction = personAction
  .inputSchema(asked(changeHallInput), inWords)
  .action(async ({ ctx, parsedInput: { preview, change } }) => {
    const effects = await changeHall(ctx, change, { preview });
    if (!preview) refresh();
    return tellEffects(effects, ctx.locale);
  });

export const changeMethodsAction = personAction
  .inputSchema(asked(changeMethodsInput), inWords)
  .action(async ({ ctx, parsedInput: { preview, change } }) => {
    const effects = await changeMethods(ctx, change, { preview });
    if (!preview) refresh();
    return tellEffects(effects, ctx.locale);
  });

export const changeBankAction = personAction
  .inputSchema(asked(changeBankInput), inWords)
  .action(async ({ ctx, parsedInput: { preview, change } }) => {
    const effects = await changeBank(ctx, change, { preview });
    if (!preview) refresh();
    return tellEffects(effects, ctx.locale);
  });

export const saveLogoAction = personAction.inputSchema(saveLogoInput, inWords).action(async ({ ctx, parsedInput }) => {
  const saved = await saveLogo(ctx, parsedInput);
  refresh();
  return saved;
});

export const removeLogoAction = personAction.action(async ({ ctx }) => {
  await removeLogo(ctx);
  refresh();
  return { removed: true };
});
