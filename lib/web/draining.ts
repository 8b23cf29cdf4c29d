import "server-only";

// One a process: who is told to end and who answers /health are bundled apart.
const held = globalThis as typeof globalThis & { mandapDraining?: boolean };

/** This server was told to end: it finishes what it has, and wants no more. */
export const isDraining = (): boolean => held.mandapDraining === true;

export function startDraining(): void {
  held.mandapDraining = true;
}
