import { env } from "@/lib/env";
import { asCommand } from "./command-line";
import { migrateDatabase } from "./migrate-database";

await asCommand(() => migrateDatabase(env().DATABASE_URL));
