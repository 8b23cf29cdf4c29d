import { answerHealth } from "@/lib/web/health";
import { only } from "@/lib/web/only";
import { getHealth } from "../_contract/health";

/** No `operation()`: it answers on any host, while Postgres is away too. */
export const GET = Object.assign(() => answerHealth(), { contract: getHealth });

export const { POST, PUT, PATCH, DELETE } = only("GET");
