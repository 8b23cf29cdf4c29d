import { NextRequest } from "next/server";
import { POST } from "../../../app/api/v1/bookings/route";

/** A process of its own that takes one booking through the API's handler, says what it answered, and ends. */
const { url, headers, body } = JSON.parse(process.env.CALL ?? "{}");
const response = await POST(new NextRequest(url, { method: "POST", headers, body }), { params: Promise.resolve({}) });
process.stdout.write(`${response.status} ${await response.text()}\n`);
process.exit(0);
