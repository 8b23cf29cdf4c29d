import NextAuth from "next-auth";
import { AppError } from "@/lib/errors";
import { authOptions } from "@/lib/web/auth";
import { publicRoute } from "@/lib/web/route";
import { isSameOrigin } from "@/lib/web/same-origin";

type Params = { nextauth: string[] };

// next-auth offers more than we use. A door that nobody needs stays shut.
const OPEN = new Set(["GET csrf", "POST callback/credentials"]);

const auth = publicRoute<Params>(async (place, request, params) => {
  const asked = `${request.method} ${params.nextauth.join("/")}`;
  if (!OPEN.has(asked)) throw new AppError("NOT_FOUND");
  if (request.method === "POST" && !isSameOrigin(request.headers)) throw new AppError("CROSS_ORIGIN");
  const response: Response = await NextAuth(request, { params }, authOptions(place));
  return response;
});

export { auth as GET, auth as POST };
