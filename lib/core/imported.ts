/** The reference of money that an import brought: it was in the till, or gone from it, before Mandap came. */
export const IMPORTED = "imported";
