/**
 * What components/ui/button.tsx makes of no choices at all. Every page carries the one that shows an error; asked for its
 * look there, each family's phone would load what puts classes together for this one button: 5 kB.
 */
export const PLAIN_BUTTON =
  "inline-flex cursor-pointer items-center justify-center gap-2 rounded-card border text-center font-semibold leading-tight no-underline " +
  "transition-[filter,background-color] disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55 " +
  "border-brand bg-brand text-brand-ink hover:brightness-108 active:brightness-95 min-h-11 px-4 py-2 text-base";
