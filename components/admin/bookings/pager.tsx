import { LinkButton } from "@/components/ui/button";

type Props = { first: string | null; next: string | null; words: { first: string; next: string } };

/** Back to the beginning, on to the next page; a page in between is the browser's own way back. */
export function Pager({ first, next, words }: Props) {
  if (!first && !next) return null;
  return (
    <div className="mt-4 flex flex-wrap gap-2">
      {first ? (
        <LinkButton tone="quiet" href={first}>
          {words.first}
        </LinkButton>
      ) : null}
      {next ? (
        <LinkButton tone="secondary" href={next}>
          {words.next}
        </LinkButton>
      ) : null}
    </div>
  );
}
