import "server-only";
import { isLostAtStart } from "@/db/lost-connections";
import { log } from "@/lib/log";

/**
 * Nobody knows what an exception that nobody caught left behind: says so and ends the process, for whoever keeps it to start
 * it again. Jobs under way come again by themselves. Of a connection that ended before it was used everything is known.
 */
export function endOnUncaught(): void {
  process.on("unhandledRejection", (reason) => {
    if (!isLostAtStart(reason)) throw reason;
    log.warn({ err: reason }, "a connection to the database ended while it was made");
  });
  process.on("uncaughtException", (error) => {
    log.fatal({ err: error }, "the worker ends, and is to be started again");
    process.exit(1);
  });
}
