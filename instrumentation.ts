/** Runs once, before the first request. Everything it does needs Node.js, so it is compiled for that runtime alone. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { startServing } = await import("./instrumentation-node");
    await startServing();
  }
}
