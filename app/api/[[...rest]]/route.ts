import { AppError } from "@/lib/errors";
import { refusal } from "@/lib/web/api/refusal";
import { publicRoute } from "@/lib/web/route";

/** An address of the API that nobody answers at. */
const nobody = publicRoute<unknown>((place, { headers }) =>
  refusal(new AppError("NOT_FOUND"), place, { isPerson: false, headers }),
);

export { nobody as DELETE, nobody as GET, nobody as PATCH, nobody as POST, nobody as PUT };
