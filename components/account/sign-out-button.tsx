import { button } from "@/components/ui/button";
import { signOutAction } from "@/lib/people/actions";
import { ForgetOffline } from "./forget-offline";

/** A form, so that it works before any script. */
export function SignOutButton({ label }: { label: string }) {
  async function signOut() {
    "use server";
    await signOutAction();
  }
  return (
    <ForgetOffline>
      <form action={signOut}>
        <button type="submit" className={button({ tone: "quiet" })}>
          {label}
        </button>
      </form>
    </ForgetOffline>
  );
}
