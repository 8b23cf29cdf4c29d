export const dynamic = "force-dynamic";

/** As little as a handler can do and still be asked each time. */
export function GET(): Response {
  return Response.json({ at: Date.now() });
}
