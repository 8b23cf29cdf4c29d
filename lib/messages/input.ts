import * as z from "zod";

export const messageRef = z.strictObject({ messageId: z.uuid() });
export type MessageRef = z.infer<typeof messageRef>;
