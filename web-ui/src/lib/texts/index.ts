import action from './action.en.json';
import actionZh from './action.zh-Hant.json';
import session from './session.en.json';
import sessionZh from './session.zh-Hant.json';
import people from './people.en.json';
import peopleZh from './people.zh-Hant.json';
import audit from './audit.en.json';
import auditZh from './audit.zh-Hant.json';
import approval from './approval.en.json';
import approvalZh from './approval.zh-Hant.json';
import bia from './bia.en.json';
import biaZh from './bia.zh-Hant.json';
import checklist from './checklist.en.json';
import checklistZh from './checklist.zh-Hant.json';
import change from './change.en.json';
import changeZh from './change.zh-Hant.json';
import common from './common.en.json';
import commonZh from './common.zh-Hant.json';
import drillrun from './drillrun.en.json';
import drillrunZh from './drillrun.zh-Hant.json';
import drillplay from './drillplay.en.json';
import drillplayZh from './drillplay.zh-Hant.json';
import drillplan from './drillplan.en.json';
import drillplanZh from './drillplan.zh-Hant.json';
import drillreport from './drillreport.en.json';
import drillreportZh from './drillreport.zh-Hant.json';
import drills from './drills.en.json';
import drillsZh from './drills.zh-Hant.json';
import evidence from './evidence.en.json';
import evidenceZh from './evidence.zh-Hant.json';
import finding from './finding.en.json';
import findingZh from './finding.zh-Hant.json';
import graph from './graph.en.json';
import graphZh from './graph.zh-Hant.json';
import imports from './import.en.json';
import importsZh from './import.zh-Hant.json';
import kinds from './kinds.en.json';
import kindsZh from './kinds.zh-Hant.json';
import learning from './learning.en.json';
import learningZh from './learning.zh-Hant.json';
import overview from './overview.en.json';
import overviewZh from './overview.zh-Hant.json';
import plan from './plan.en.json';
import planZh from './plan.zh-Hant.json';
import problem from './problem.en.json';
import problemZh from './problem.zh-Hant.json';
import register from './register.en.json';
import registerZh from './register.zh-Hant.json';
import rule from './rule.en.json';
import ruleZh from './rule.zh-Hant.json';
import run from './run.en.json';
import runZh from './run.zh-Hant.json';
import scenarios from './scenarios.en.json';
import scenariosZh from './scenarios.zh-Hant.json';
import sla from './sla.en.json';
import slaZh from './sla.zh-Hant.json';
import year from './year.en.json';
import yearZh from './year.zh-Hant.json';

/** Every text of the page, room by room; a key begins with the name of its room. */
export const en = {
  ...action,
  ...common,
  ...session,
  ...people,
  ...audit,
  ...approval,
  ...bia,
  ...checklist,
  ...change,
  ...drillrun,
  ...drillplan,
  ...drillplay,
  ...drillreport,
  ...drills,
  ...evidence,
  ...finding,
  ...graph,
  ...imports,
  ...kinds,
  ...learning,
  ...overview,
  ...plan,
  ...problem,
  ...register,
  ...rule,
  ...run,
  ...scenarios,
  ...sla,
  ...year,
};
export const zh: Record<keyof typeof en, string> = {
  ...actionZh,
  ...commonZh,
  ...sessionZh,
  ...peopleZh,
  ...auditZh,
  ...approvalZh,
  ...biaZh,
  ...checklistZh,
  ...changeZh,
  ...drillrunZh,
  ...drillplanZh,
  ...drillplayZh,
  ...drillreportZh,
  ...drillsZh,
  ...evidenceZh,
  ...findingZh,
  ...graphZh,
  ...importsZh,
  ...kindsZh,
  ...learningZh,
  ...overviewZh,
  ...planZh,
  ...problemZh,
  ...registerZh,
  ...ruleZh,
  ...runZh,
  ...scenariosZh,
  ...slaZh,
  ...yearZh,
};
