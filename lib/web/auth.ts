import "server-only";
import type { NextAuthOptions, User } from "next-auth";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { SESSION_SECONDS } from "@/lib/people/otp-limits";
import type { SignedIn } from "@/lib/people/types";
import { areCookiesSecure, callbackCookie, cookieOptions, csrfCookie, sessionCookie } from "./cookies";
import { claimsOf, decodeSession, encodeSession } from "./session-token";
import { signInWithCode } from "./sign-in-with-code";
import type { Place } from "./visit";

type SignedInUser = User & { signedIn: SignedIn };
const isSignedIn = (user: User): user is SignedInUser => "signedIn" in user;

/** next-auth, kept to what is needed: a code becomes a session, the session becomes a token in a host-only cookie. */
export function authOptions(place: Place): NextAuthOptions {
  const options = cookieOptions();
  return {
    secret: env().NEXTAUTH_SECRET,
    useSecureCookies: areCookiesSecure(),
    session: { strategy: "jwt", maxAge: SESSION_SECONDS.customer },
    cookies: {
      sessionToken: { name: sessionCookie(), options },
      csrfToken: { name: csrfCookie(), options },
      callbackUrl: { name: callbackCookie(), options },
    },
    jwt: {
      encode: ({ token }) => encodeSession(token ?? {}),
      decode: ({ token }) => (token ? decodeSession(token) : null),
    },
    providers: [
      {
        id: "credentials",
        name: "Code",
        type: "credentials",
        credentials: { challengeId: {}, code: {} },
        authorize: async (credentials) => {
          const signedIn = await signInWithCode(place, credentials);
          return { id: signedIn.userId, signedIn } satisfies SignedInUser;
        },
      },
    ],
    callbacks: {
      jwt: ({ token, user }) =>
        user && isSignedIn(user) ? claimsOf(user.signedIn, user.signedIn.expiresInSeconds) : token,
    },
    logger: {
      error: (code) => log.error({ auth: code }, "next-auth"),
      warn: (code) => log.debug({ auth: code }, "next-auth"),
      debug: () => {},
    },
  };
}
