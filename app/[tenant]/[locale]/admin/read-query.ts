type Query = Record<string, string | string[] | undefined>;

/** Of what stands twice in an address the first counts; what is empty counts for nothing. */
export function readQuery(query: Query): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]): [string, string][] => {
      const first = Array.isArray(value) ? value[0] : value;
      return first ? [[name, first]] : [];
    }),
  );
}

/** The same list narrowed otherwise, from its first page on; an undefined value leaves a filter out. */
export function hrefWith(path: string, filter: object, changes: Record<string, string | undefined> = {}): string {
  const pairs = Object.entries({ ...filter, after: undefined, ...changes }).flatMap(
    ([name, value]): [string, string][] => (typeof value === "string" ? [[name, value]] : []),
  );
  return pairs.length > 0 ? `${path}?${new URLSearchParams(pairs)}` : path;
}
