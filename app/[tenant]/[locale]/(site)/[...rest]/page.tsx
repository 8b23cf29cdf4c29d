import { notFound } from "next/navigation";

/** Any address that is no page: the site's own 404, in the language of the address. */
export default function UnknownPage(): never {
  notFound();
}
