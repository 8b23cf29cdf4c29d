import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import chromium from "@sparticuz/chromium";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge-stable"];
const MAC = ["Google Chrome", "Chromium", "Microsoft Edge"].map(
  (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
);
const WINDOWS = ["C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe"];

export type Browser = { executablePath: string; args: string[] };

/** The browser of CHROMIUM_PATH, else one that the system has, else the one that came from npm. */
export async function findBrowser(): Promise<Browser> {
  const found = process.env.CHROMIUM_PATH || installed();
  return found ? { executablePath: found, args: sandbox() } : { executablePath: await packed(), args: PACKED };
}

function installed(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const candidates = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...MAC, ...WINDOWS];
  return candidates.find(mayRun);
}

/** Unpacks it, once, into the temporary directory. */
async function packed(): Promise<string> {
  if (process.platform === "linux" && process.arch === "x64") return chromium.executablePath();
  throw new Error("No Chromium here. Install Chrome or Chromium, or name one in CHROMIUM_PATH.");
}

/** It has no set-uid sandbox and no GPU. The package's own flags would also switch off web security, which is under test. */
const PACKED = [
  "--no-sandbox",
  "--no-zygote",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--font-render-hinting=none",
];

/** Chromium refuses its sandbox to root. */
const sandbox = () => (process.getuid?.() === 0 ? ["--no-sandbox"] : []);

function mayRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
