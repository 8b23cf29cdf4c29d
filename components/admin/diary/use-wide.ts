import { useSyncExternalStore } from "react";

const WIDE = "(min-width: 48rem)";

/** Whether there is room for the grid; null on the server, which draws both and lets the style sheet choose. */
export function useWide(): boolean | null {
  return useSyncExternalStore(
    (tell) => {
      const media = matchMedia(WIDE);
      media.addEventListener("change", tell);
      return () => media.removeEventListener("change", tell);
    },
    () => matchMedia(WIDE).matches,
    () => null,
  );
}
