/** The part of autocannon that the bench uses. */
declare module "autocannon" {
  export type Sent = {
    method?: "GET" | "POST";
    path?: string;
    headers?: Record<string, string>;
    body?: string;
    /** Called for each request; what it returns is sent. */
    setupRequest?: (request: Sent) => Sent;
    onResponse?: (status: number, body: string) => void;
  };
  export type Result = {
    latency: { p50: number; p99: number };
    requests: { average: number; total: number };
    duration: number;
    errors: number;
    timeouts: number;
    non2xx: number;
    "2xx": number;
    "3xx": number;
  };
  export default function autocannon(options: {
    url: string;
    connections: number;
    duration: number;
    timeout?: number;
    headers?: Record<string, string>;
    requests?: Sent[];
  }): Promise<Result>;
}
