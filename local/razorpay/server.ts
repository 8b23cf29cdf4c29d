import { Faults } from "../faults";
import { json, type Service, serve } from "../http";
export async function startRazorpay(o: { port: number }): Promise<Service> {
  return serve({ port: o.port, handle: () => json({}), faults: new Faults() });
}
