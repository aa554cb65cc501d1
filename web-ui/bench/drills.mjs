// Has the service schedule a year of the sample, and prints seconds, bound, gap and what the machine is worth.
// ./holdfast bench --drills runs it; HOLDFAST_URL is the service, two cores of it are asked for.
import { createHash } from 'node:crypto';
import { cpus } from 'node:os';

const url = (process.env.HOLDFAST_URL ?? 'http://127.0.0.1:8080').replace(/\/$/, '');
const YEAR = 2026;
const TIMES = 5;

/** How many MiB of zeros one core hashes with SHA-256 in a second. */
function yardstick() {
  const block = Buffer.alloc(1 << 20);
  const start = performance.now();
  const hash = createHash('sha256');
  for (let i = 0; i < 500; i++) hash.update(block);
  hash.digest();
  return 500_000 / (performance.now() - start);
}

async function asked(path, options = {}) {
  const answer = await fetch(`${url}/${path}`, options);
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** The sample's first runs take cores that planning is to have. */
async function settled() {
  for (;;) {
    const runs = await asked('api/runs?size=100');
    if (runs.items.every((run) => !['queued', 'running'].includes(run.status))) return;
    await new Promise((done) => setTimeout(done, 1000));
  }
}

await settled();
const plan = (year) =>
  asked('api/drills/schedules', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ year }),
  });
const seconds = [];
let schedule;
for (let i = 0; i < TIMES; i++) {
  const start = performance.now();
  schedule = await plan(YEAR + i); // each year is planned for the first time, without an earlier schedule
  seconds.push((performance.now() - start) / 1000);
  console.log(
    `${YEAR + i}: ${schedule.drills.length} drills, ${schedule.unplaced.length} without a day, ` +
      `${seconds.at(-1).toFixed(1)} s, ${schedule.provenBest ? 'proven best' : 'best known'}`,
  );
  for (const line of schedule.proof) console.log(`  ${line.text}`);
}
seconds.sort((a, b) => a - b);
console.log(
  `Machine: ${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores; SHA-256 ${Math.round(yardstick())} MiB/s on one.`,
);
console.log(
  `A year: median of ${TIMES} ${seconds[Math.floor(TIMES / 2)].toFixed(1)} s, slowest ${seconds.at(-1).toFixed(1)} s; asked for: 10 s on 2 cores.`,
);
