import { AppError } from "@/lib/errors";

/** A body exactly as it came, for a signature over it; not read further than `limit` bytes. @throws AppError INVALID_INPUT */
export async function readRaw(request: Request, limit: number): Promise<string> {
  return (await readBytes(request, limit)).toString("utf8");
}

/** The same for a file. */
export async function readBytes(request: Request, limit: number): Promise<Buffer> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw new AppError("INVALID_INPUT");
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) throw new AppError("INVALID_INPUT");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
