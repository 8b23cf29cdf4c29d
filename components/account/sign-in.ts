export type SignInFailure = { code: string; message: string; triesLeft: number | null };

/**
 * Trades a code for a session with next-auth, without its React client: that is 8 kB which a phone need not load.
 * Null when signed in. @throws TypeError where there is no connection
 */
export async function signIn(challengeId: string, code: string): Promise<SignInFailure | null> {
  const asked = await fetch("/api/auth/csrf", { cache: "no-store" });
  const { csrfToken }: { csrfToken: string } = await asked.json();
  const response = await fetch("/api/auth/callback/credentials", {
    method: "POST",
    body: new URLSearchParams({ csrfToken, challengeId, code, json: "true" }),
  });
  if (response.ok) return null;
  const { url }: { url?: string } = await response.json();
  return failureIn(url);
}

/** next-auth tells a failure in the address of its error page; ours is JSON in there. */
function failureIn(url: string | undefined): SignInFailure {
  try {
    const error = JSON.parse(new URL(url ?? "", "http://localhost").searchParams.get("error") ?? "");
    const triesLeft: unknown = error.details?.triesLeft;
    return {
      code: String(error.code),
      message: String(error.message),
      triesLeft: typeof triesLeft === "number" ? triesLeft : null,
    };
  } catch {
    return { code: "INTERNAL", message: "", triesLeft: null };
  }
}
