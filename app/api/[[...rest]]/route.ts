import { AppError } from "@/lib/errors";
import { publicRoute } from "@/lib/web/route";

/** An address of the API that nobody answers at. */
const nobody = publicRoute<unknown>(() => {
  throw new AppError("NOT_FOUND");
});

export { nobody as DELETE, nobody as GET, nobody as PATCH, nobody as POST, nobody as PUT };
