import { type Wish, wishPairs } from "./wish";

/** The rest of the wish as hidden fields, so that a plain form carries it on. `except` are edited by the form itself. */
export function WishFields({ wish, except = [] }: { wish: Wish; except?: readonly string[] }) {
  return wishPairs(wish)
    .filter(([name]) => !except.some((each) => name === each || name.startsWith(`${each}.`)))
    .map(([name, value], place) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: two functions may be alike; the place is what sets them apart
      <input key={`${place}${name}`} type="hidden" name={name} value={value} />
    ));
}
