// Reads lists of components in CycloneDX and what `npm audit --json` answered; says what must not be shipped.
//   node licences.mjs LIST.cdx.json... [--audit ANSWER.json]
// Ends with 1 where a component has no licence or one that is not allowed, or where a hole is known.
import { readFileSync } from 'node:fs';

/** What may be shipped. LGPL, EPL, MPL and CDDL: as files of their own, unchanged, which jars on a class path are. */
const ALLOWED = new Set([
  '0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'CDDL-1.1', 'EPL-1.0', 'EPL-2.0', 'ISC',
  'LGPL-2.1-only', 'LGPL-2.1-or-later', 'LGPL-3.0-or-later', 'MIT', 'MIT-0', 'MPL-2.0', 'OFL-1.1', 'PostgreSQL', 'Unicode-3.0',
]);

/** Names that projects give to their licence instead of its identifier, looked up in the text that they link. */
const NAMED = { 'Bouncy Castle Licence': 'MIT', 'iCal4j - License': 'BSD-3-Clause' };

/** A component of Maven that names several licences leaves the choice (as in EPL or GPL); one with an expression says so itself. */
const licencesOf = (component) =>
  (component.licenses ?? []).map((each) => each.expression ?? each.license?.id ?? each.license?.name).filter(Boolean);

/** Whether an expression of SPDX is allowed: one side of OR, all of AND; no parentheses are in use. */
const isAllowed = (expression) =>
  expression
    .replace(/^\((.*)\)$/, '$1')
    .split(/ OR /)
    .some((side) => side.split(/ AND /).every((id) => ALLOWED.has(NAMED[id] ?? id)));

function check(file) {
  const list = JSON.parse(readFileSync(file, 'utf8'));
  if (list.bomFormat !== 'CycloneDX' || !Array.isArray(list.components) || list.components.length === 0)
    throw new Error(`${file} is not a list of components in CycloneDX`);
  const own = (component) => component.group === 'io.holdfast';
  const bad = list.components
    .filter((each) => !own(each) && !licencesOf(each).some(isAllowed))
    .map((each) => `${each.purl ?? each.name}: ${licencesOf(each).join(' or ') || 'no licence'}`);
  console.error(`holdfast: ${file}: ${list.components.length} components, ${bad.length} that must not be shipped`);
  bad.forEach((line) => console.error(`holdfast:   ${line}`));
  return bad.length;
}

/** What the registry knows; that it could not be asked is not that there is nothing. */
function audit(file) {
  const text = readFileSync(file, 'utf8');
  let answer;
  try {
    answer = JSON.parse(text);
  } catch {
    answer = { message: text.trim().split('\n')[0] || 'it answered nothing' };
  }
  const counts = answer.metadata?.vulnerabilities;
  if (!counts) {
    const why = answer.error?.summary || answer.message || answer.error?.code || 'it answered something else';
    console.error(`holdfast: npm audit COULD NOT BE ASKED (${why}): whether a hole is known is not known. Scan the lists instead, see docs/operations/security.md.`);
    return 0;
  }
  console.error(`holdfast: npm audit was asked: ${counts.total} packages of the page with a known hole`);
  Object.values(answer.vulnerabilities ?? {}).forEach((each) => console.error(`holdfast:   ${each.name} ${each.range}: ${each.severity}`));
  return counts.total;
}

const files = process.argv.slice(2);
const at = files.indexOf('--audit');
const answers = at < 0 ? [] : files.splice(at).slice(1);
if (files.length === 0) throw new Error('name at least one list of components');
const faults = [...files.map(check), ...answers.map(audit)].reduce((sum, each) => sum + each, 0);
process.exitCode = faults === 0 ? 0 : 1;
