import common from './common.en.json';
import commonZh from './common.zh-Hant.json';
import drills from './drills.en.json';
import drillsZh from './drills.zh-Hant.json';
import importTexts from './import.en.json';
import importTextsZh from './import.zh-Hant.json';
import plan from './plan.en.json';
import planZh from './plan.zh-Hant.json';

/** Every text of the page, room by room; a key begins with the name of its room. */
export const en = { ...common, ...drills, ...importTexts, ...plan };
export const zh: Record<keyof typeof en, string> = { ...commonZh, ...drillsZh, ...importTextsZh, ...planZh };
