export type StaffRole = "staff" | "manager" | "owner";

/** Who calls a verb. */
export type Actor =
  | { kind: "customer"; userId: string; phone: string }
  | { kind: "staff"; userId: string; role: StaffRole }
  | { kind: "apiKey"; keyId: string; scopes: string[] }
  | { kind: "platform" }
  | { kind: "job"; name: string };
