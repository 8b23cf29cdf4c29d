import { startSite } from "./site";

export default async function globalSetup(): Promise<() => Promise<void>> {
  return startSite();
}
