import { createHash } from 'node:crypto';
import { cpus } from 'node:os';
import { type APIRequestContext, expect, test } from '@playwright/test';

/** How long the service takes for the drills of a year of the sample; ./holdfast bench --drills runs it on a service of its own. */
const YEARS = [2026, 2027, 2028, 2029, 2030];

interface Planned {
  drills: unknown[];
  unplaced: unknown[];
  provenBest: boolean;
  proof: { text: string }[];
}

/** How many MiB of zeros one core hashes with SHA-256 in a second: what this machine is worth. */
function yardstick(): number {
  const block = Buffer.alloc(1 << 20);
  const start = performance.now();
  const hash = createHash('sha256');
  for (let i = 0; i < 500; i++) hash.update(block);
  hash.digest();
  return 500_000 / (performance.now() - start);
}

/** The sample's first runs take the cores that planning is to have. */
async function settled(request: APIRequestContext): Promise<void> {
  await expect
    .poll(
      async () => {
        const runs = (await (await request.get('/api/runs?size=100')).json()) as { items: { status: string }[] };
        return runs.items.filter((run) => run.status === 'queued' || run.status === 'running').length;
      },
      { timeout: 600_000 },
    )
    .toBe(0);
}

test('the drills of a year are scheduled, measured', async ({ request }) => {
  test.setTimeout(1_200_000);
  await settled(request);
  const lines = [
    `Machine: ${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores; SHA-256 ${Math.round(yardstick())} MiB/s on one.`,
  ];
  const seconds: number[] = [];
  for (const year of YEARS) {
    const start = performance.now();
    const answer = await request.post('/api/drills/schedules', { data: { year }, timeout: 300_000 });
    const took = (performance.now() - start) / 1000;
    expect(answer.status(), await answer.text()).toBe(200);
    const planned = (await answer.json()) as Planned;
    seconds.push(took);
    lines.push(
      `${year}: ${planned.drills.length} drills, ${planned.unplaced.length} without a day, ${took.toFixed(1)} s, ` +
        `${planned.provenBest ? 'proven best' : 'best known'}. ${planned.proof.map((each) => each.text).join(' ')}`,
    );
  }
  seconds.sort((a, b) => a - b);
  const [median = 0, slowest = 0] = [seconds[2], seconds.at(-1)];
  lines.push(
    `A year: median of 5 ${median.toFixed(1)} s, slowest ${slowest.toFixed(1)} s; asked for: 10 s on 2 cores.`,
  );
  console.log(`\n${lines.join('\n')}\n`);
});
