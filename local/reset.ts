import { rmSync } from "node:fs";
import { freeCluster } from "./cluster/data-directory";
import { Pids } from "./pids";
import { clusterDir, loadEnvFiles, localDir } from "./settings";

/** Removes everything local: the database, the payments, the messages, the secrets. Refuses while Mandap runs. */
loadEnvFiles();
const dir = localDir();
const pids = new Pids(dir);
const running = pids.running();
if (running) {
  console.error(`Mandap is running (process ${running}); stop it first.`);
  process.exit(1);
}
await pids.clearOrphans();
const cluster = clusterDir();
await freeCluster(cluster);
rmSync(cluster, { recursive: true, force: true });
rmSync(dir, { recursive: true, force: true });
console.log(`Removed ${dir}`);
