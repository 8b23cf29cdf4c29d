import * as z from "zod";
import { LOCALES } from "@/lib/core/locale";
import { contract } from "@/lib/web/api/contract";
import { id, idParams, instant, pageQuery } from "./parts";

export const user = z
  .object({
    id,
    name: z.string().nullable(),
    phone: z.string().describe("E.164."),
    email: z.string().nullable(),
    locale: z.enum(LOCALES).nullable().describe("The language that they last used."),
    createdAt: instant,
  })
  .meta({ id: "User" });
export type UserResource = z.infer<typeof user>;

const name = z.string().trim().min(2, "name").max(80, "tooLong");
const email = z.email("email").max(254, "tooLong");
const locale = z.enum(LOCALES);

/** Without customer.read the members are those that were sent. */
const madeUser = user.partial({ email: true, locale: true, createdAt: true }).meta({ id: "MadeUser" });
const changedUser = user
  .partial({ name: true, phone: true, email: true, locale: true, createdAt: true })
  .meta({ id: "ChangedUser" });

const tag = "Users";
const example = {
  ...{ id: "01981f6e-7c00-7000-8000-000000000001", name: "Sunita Jadhav", phone: "+919812345678", email: null },
  ...{ locale: "mr", createdAt: "2026-11-01T04:30:00.000Z" },
} as const;

export const createUser = contract({
  ...{ id: "createUser", method: "POST", path: "/users", tag, status: 201, isCreating: true },
  access: ["customer.write"],
  summary: "The user of a phone, made where nobody has it yet",
  description:
    "201 either way. What is known of a user stays: only a name or an e-mail address that was missing is filled in. Whoever logs in by the phone is the same user. A key without customer.read is told the user's id and what it sent itself, nothing that the hall knew.",
  body: z.strictObject({
    phone: z.string().trim().min(1, "required").max(30, "phone").describe("Without a country it is an Indian one."),
    name,
    email: email.optional(),
    locale: locale.optional().describe("The language that the user is written to in; the hall's own without."),
  }),
  data: madeUser,
  errors: ["PHONE_INVALID"],
  example: { body: { phone: "98123 45678", name: "Sunita Jadhav", locale: "mr" }, data: example },
});

export const listUsers = contract({
  ...{ id: "listUsers", method: "GET", path: "/users", tag, isPaged: true },
  access: ["customer.read"],
  summary: "Whoever the hall knows, the newest first",
  description: "People of the hall's team only where they booked themselves.",
  query: pageQuery.extend({
    q: z.string().trim().min(1).max(80).optional().describe("A part of the name or of the phone."),
  }),
  data: z.array(user),
  example: { data: [example] },
});

const absent =
  "A user's own session sees that user only: others look like they do not exist, as another hall's do. A duplicate that was merged answers the user that it was merged into.";

export const getUser = contract({
  ...{ id: "getUser", method: "GET", path: "/users/{id}", tag, access: "known" },
  summary: "One user",
  description: `A key needs customer.read. ${absent} People of the hall's team only where they booked themselves.`,
  params: idParams,
  data: user,
  errors: ["FORBIDDEN"],
  example: { data: example },
});

export const updateUser = contract({
  ...{ id: "updateUser", method: "PATCH", path: "/users/{id}", tag, access: "known" },
  summary: "Changes a user's name, e-mail address or language",
  description: `What is left out stays; a null address is taken away. A key needs customer.write; without customer.read it is told what it sent itself. ${absent} People of the hall's team change their own only.`,
  params: idParams,
  body: z
    .strictObject({ name: name.optional(), email: email.nullable().optional(), locale: locale.optional() })
    .refine((body) => Object.keys(body).length > 0, "nothing"),
  data: changedUser,
  errors: ["FORBIDDEN"],
  example: { body: { email: "sunita@example.com" }, data: { ...example, email: "sunita@example.com" } },
});
