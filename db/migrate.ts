import { env } from "@/lib/env";
import { migrateDatabase } from "./migrate-database";

await migrateDatabase(env().DATABASE_URL);
