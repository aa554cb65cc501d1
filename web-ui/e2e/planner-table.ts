/** A planner's table of twenty business processes on the NetBox register, and what can be wrong with it. */

type Row = Record<string, string | number>;

const HEADINGS = [
  'id',
  'name',
  'names.en',
  'names.zh-Hant',
  'owner',
  'tier',
  'objectives.mtpd',
  'objectives.rto',
  'objectives.wrt',
  'objectives.rpo',
  'impact.loss',
  'needs',
  'sla.availability',
  'sla.per',
  'x-bia.reasons.mtpd',
  'x-bia.reasons.rto',
  'x-bia.reasons.tier',
  'x-bia.reasons.rpo',
] as const;

/** In English and Chinese, with the machine that it runs on; the earlier a process stands, the sooner it is needed. */
const PROCESSES = [
  ['Emergency calls', '緊急電話', 361],
  ['Network supervision', '網路監控', 362],
  ['Voice service', '語音服務', 363],
  ['Data service', '數據服務', 364],
  ['Fault desk', '障礙申告', 365],
  ['Customer hotline', '客服專線', 366],
  ['Prepaid top-up', '預付儲值', 367],
  ['Mobile payment', '行動支付', 368],
  ['Number porting', '號碼可攜', 369],
  ['Roaming', '國際漫遊', 370],
  ['Activation', '開通服務', 371],
  ['Online shop', '網路門市', 372],
  ['Retail stores', '實體門市', 373],
  ['Field repair', '現場搶修', 374],
  ['Enterprise care', '企業客服', 375],
  ['Billing', '出帳作業', 376],
  ['Collections', '催收作業', 377],
  ['Interconnect settlement', '網間結算', 378],
  ['Purchasing', '採購作業', 379],
  ['Reporting', '報表作業', 380],
] as const;

/** Each language has processes of its own. */
const idOf = (at: number, language: string): string => `bp-${language.slice(0, 2)}-${String(at + 1).padStart(2, '0')}`;

function sound(at: number, language: 'en' | 'zh-Hant'): Row {
  const [english, chinese, machine] = PROCESSES[at] ?? PROCESSES[0];
  const rto = at < 5 ? 2 : at < 10 ? 4 : at < 15 ? 8 : 24;
  const said =
    language === 'en'
      ? ['The board has set it.', 'What the contracts allow.', 'As the board ranks it.', 'One backup in between.']
      : ['依董事會決議。', '依契約所容許。', '依董事會排序。', '一次備份之間隔。'];
  return {
    id: idOf(at, language),
    name: language === 'en' ? english : chinese,
    'names.en': english,
    'names.zh-Hant': chinese,
    owner: language === 'en' ? 'Operations' : '營運處',
    tier: at < 5 ? 1 : at < 10 ? 2 : 3,
    'objectives.mtpd': 3 * rto,
    'objectives.rto': rto,
    'objectives.wrt': rto,
    'objectives.rpo': 4,
    'impact.loss': `[[0,0],[${rto},${100_000 * (20 - at)}],[72,90000000]]`,
    needs: `netbox.vm-${machine}`,
    ...(at === 3 ? { 'sla.availability': 0.99, 'sla.per': 'month' } : {}),
    'x-bia.reasons.mtpd': said[0] ?? '',
    'x-bia.reasons.rto': said[1] ?? '',
    'x-bia.reasons.tier': said[2] ?? '',
    'x-bia.reasons.rpo': said[3] ?? '',
  };
}

/**
 * Twelve mistakes as planners make them: what is found, at which process, in which row the mistake stands, and the cells that make
 * it.
 */
const PLANTED: readonly (readonly [rule: string, at: number, row: number, cells: Row])[] = [
  ['targets-contradict', 0, 0, { 'objectives.wrt': 4.5 }],
  ['targets-contradict', 5, 5, { 'objectives.mtpd': 7 }],
  ['targets-contradict', 19, 19, { 'objectives.rto': 73, 'objectives.wrt': '' }],
  ['need-recovers-later', 15, 10, { needs: 'netbox.vm-371; bp-16' }],
  ['need-recovers-later', 11, 6, { needs: 'netbox.vm-367; bp-12' }],
  ['need-recovers-later', 8, 2, { needs: 'netbox.vm-363; bp-09' }],
  ['need-loses-more-data', 11, 11, { 'objectives.rpo': 25 }],
  ['need-loses-more-data', 16, 17, { 'objectives.rpo': 3.5, needs: 'netbox.vm-378; bp-17' }],
  ['no-target', 13, 13, { 'objectives.rto': '' }],
  ['no-target', 14, 14, { 'objectives.rto': '', 'objectives.wrt': '' }],
  ['promise-above-chain', 7, 7, { 'sla.availability': 0.9999, 'sla.per': 'month', needs: 'netbox.vm-368; bp-04' }],
  ['mutual-dependency', 18, 18, { needs: 'netbox.vm-379; bp-19' }],
];

/** What is to be found in the table with the mistakes: the rule and the process. */
export const planted = (language: string): string[] => PLANTED.map(([rule, at]) => `${rule} ${idOf(at, language)}`);

/** The table with its headings; with the mistakes in it, or mended. */
export function planners(language: 'en' | 'zh-Hant', wrong: boolean): (string | number)[][] {
  const rows = PROCESSES.map((_, at) => {
    const planted = PLANTED.filter((each) => each[2] === at).map((each) => each[3]);
    return wrong ? planted.reduce((row, cells) => ({ ...row, ...cells }), sound(at, language)) : sound(at, language);
  });
  const own = (needs: string | number): string => String(needs).replace('bp-', `bp-${language.slice(0, 2)}-`);
  return [
    [...HEADINGS],
    ...rows.map((row) =>
      HEADINGS.map((heading) => (heading === 'needs' ? own(row.needs ?? '') : (row[heading] ?? ''))),
    ),
  ];
}

/** How many rows the mended table changes. */
export const planned = new Set(PLANTED.map((each) => each[2])).size;
