/** Of the published document. `npm run openapi` raises it: the middle number when something came, the first when something broke. */
export const VERSION = "1.10.0";
