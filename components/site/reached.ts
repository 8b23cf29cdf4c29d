/** The first call on a line that has just come back is often lost, and says nothing of the line. */
export const SETTLES_MS = 1000;
const ANSWER_WITHIN_MS = 10_000;
const ASK_AGAIN_MS = 4000;

/** Whether the site answers, and not only a proxy in front of it. */
export async function isReached(): Promise<boolean> {
  const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
  const answer = await fetch("/manifest.webmanifest", { method: "HEAD", cache: "no-store", signal }).catch(() => null);
  return answer?.ok ?? false;
}

/** Calls `then` once the site answers on a line that has just come back. Returns what gives up asking. */
export function onceReached(then: () => void): () => void {
  let isOver = false;
  const ask = async () => {
    const isThere = await isReached();
    if (isOver) return;
    if (isThere) return then();
    timer = setTimeout(ask, ASK_AGAIN_MS);
  };
  let timer = setTimeout(ask, SETTLES_MS);
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}
