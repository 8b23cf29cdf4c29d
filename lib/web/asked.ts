import * as z from "zod";

/** An action's input where a change is looked at before it is saved: the change, and which of the two is meant. */
export const asked = <S extends z.ZodType>(change: S) => z.object({ preview: z.boolean(), change });
