import type { ComponentType } from 'react';
import { matchRoutes } from 'react-router';

/** A page: its address, and how it is loaded when somebody goes there. */
export interface PageRoute {
  path: string;
  load: () => Promise<ComponentType>;
}

/** Every page; a room of the navigation has its line in rooms.ts, too. */
export const PAGES: PageRoute[] = [
  { path: '/', load: async () => (await import('../features/overview/OverviewPage')).OverviewPage },
  { path: '/register', load: async () => (await import('../features/register/RegisterPage')).RegisterPage },
  { path: '/register/graph', load: async () => (await import('../features/graph/GraphPage')).GraphPage },
  { path: '/register/findings', load: async () => (await import('../features/findings/FindingsPage')).FindingsPage },
  { path: '/register/sites', load: async () => (await import('../features/register/sites/SitesPage')).SitesPage },
  { path: '/register/quality', load: async () => (await import('../features/register/facts/QualityPage')).QualityPage },
  { path: '/register/:id', load: async () => (await import('../features/register/ElementPage')).ElementPage },
  { path: '/impact', load: async () => (await import('../features/bia/ImpactPage')).ImpactPage },
  { path: '/impact/:id', load: async () => (await import('../features/bia/AnalysisPage')).AnalysisPage },
  {
    path: '/impact/:id/versions/:number',
    load: async () => (await import('../features/bia/AnalysisVersionPage')).AnalysisVersionPage,
  },
  { path: '/levels', load: async () => (await import('../features/sla/LevelsPage')).LevelsPage },
  { path: '/levels/:id', load: async () => (await import('../features/sla/LevelPage')).LevelPage },
  {
    path: '/levels/:id/versions/:number',
    load: async () => (await import('../features/sla/LevelVersionPage')).LevelVersionPage,
  },
  { path: '/level-reviews', load: async () => (await import('../features/sla/YearReviewsPage')).YearReviewsPage },
  { path: '/impact-scales', load: async () => (await import('../features/bia/ScalesPage')).ScalesPage },
  { path: '/checklists', load: async () => (await import('../features/checklist/ChecklistsPage')).ChecklistsPage },
  {
    path: '/checklists/templates',
    load: async () => (await import('../features/checklist/TemplatesPage')).TemplatesPage,
  },
  {
    path: '/checklists/:template/:subject',
    load: async () => (await import('../features/checklist/ChecklistPage')).ChecklistPage,
  },
  { path: '/changes', load: async () => (await import('../features/changes/ChangesPage')).ChangesPage },
  { path: '/changes/new', load: async () => (await import('../features/changes/ChangePage')).NewChangePage },
  { path: '/changes/calendar', load: async () => (await import('../features/changes/CalendarPage')).CalendarPage },
  {
    path: '/changes/analysis',
    load: async () => (await import('../features/changes/ChangeAnalysisPage')).ChangeAnalysisPage,
  },
  { path: '/changes/:id', load: async () => (await import('../features/changes/ChangePage')).ChangePage },
  {
    path: '/changes/:id/versions/:number',
    load: async () => (await import('../features/changes/ChangeVersionPage')).ChangeVersionPage,
  },
  { path: '/drills/plans', load: async () => (await import('../features/drillplans/PlansPage')).PlansPage },
  { path: '/drills/plans/:id', load: async () => (await import('../features/drillplans/PlanPage')).PlanPage },
  {
    path: '/drills/plans/:id/versions/:number',
    load: async () => (await import('../features/drillplans/PlanVersionPage')).PlanVersionPage,
  },
  { path: '/actions', load: async () => (await import('../features/actions/ActionsPage')).ActionsPage },
  { path: '/actions/new', load: async () => (await import('../features/actions/OneActionPage')).NewActionPage },
  { path: '/actions/:id', load: async () => (await import('../features/actions/OneActionPage')).OneActionPage },
  { path: '/baselines', load: async () => (await import('../features/changes/BaselinesPage')).BaselinesPage },
  { path: '/baselines/:id', load: async () => (await import('../features/changes/BaselinePage')).BaselinePage },
  { path: '/runs/:run/:element', load: async () => (await import('../features/runs/RunPage')).RunPage },
  { path: '/year', load: async () => (await import('../features/runs/YearPage')).YearPage },
  { path: '/import', load: async () => (await import('../features/exchange/ImportPage')).ImportPage },
  { path: '/lists', load: async () => (await import('../features/exchange/ListsPage')).ListsPage },
  { path: '/plans', load: async () => (await import('../features/plans/PlansPage')).PlansPage },
  { path: '/plans/:element/:scenario', load: async () => (await import('../features/plans/PlanPage')).PlanPage },
  {
    path: '/plans/:element/:scenario/versions/:number',
    load: async () => (await import('../features/plans/PlanVersionPage')).PlanVersionPage,
  },
  {
    path: '/drills/:year/versions/:number',
    load: async () => (await import('../features/drills/ScheduleVersionPage')).ScheduleVersionPage,
  },
  { path: '/approvals', load: async () => (await import('../features/approvals/ApprovalsPage')).ApprovalsPage },
  { path: '/approvals/:id/:number', load: async () => (await import('../features/approvals/VersionPage')).VersionPage },
  { path: '/drills', load: async () => (await import('../features/drills/DrillsPage')).DrillsPage },
  { path: '/drills/tests', load: async () => (await import('../features/drillreport/TestsPage')).TestsPage },
  {
    path: '/drills/suppliers',
    load: async () => (await import('../features/drillreport/SuppliersPage')).SuppliersPage,
  },
  {
    path: '/drills/plans/:id/report',
    load: async () => (await import('../features/drillreport/ReportPage')).ReportPage,
  },
  {
    path: '/drills/plans/:id/report/versions/:number',
    load: async () => (await import('../features/drillreport/ReportVersionPage')).ReportVersionPage,
  },
  { path: '/drills/estimates/:run', load: async () => (await import('../features/drills/EstimatePage')).EstimatePage },
  {
    path: '/drills/plans/:id/play',
    load: async () => (await import('../features/drillplay/PlayPage')).PlayPage,
  },
  {
    path: '/drills/plans/:id/run',
    load: async () => (await import('../features/drillrun/DrillRunPage')).DrillRunPage,
  },
  { path: '/learning', load: async () => (await import('../features/learning/LearningPage')).LearningPage },
  { path: '/learning/actuals', load: async () => (await import('../features/learning/ActualsPage')).ActualsPage },
  { path: '/learning/budgets', load: async () => (await import('../features/learning/BudgetsPage')).BudgetsPage },
  { path: '/learning/budgets/:run', load: async () => (await import('../features/learning/BudgetPage')).BudgetPage },
  { path: '/learning/edits/:id', load: async () => (await import('../features/learning/EditPage')).EditPage },
  {
    path: '/learning/edits/:id/versions/:number',
    load: async () => (await import('../features/learning/EditPage')).EditPage,
  },
  { path: '/scenarios', load: async () => (await import('../features/scenarios/ScenariosPage')).ScenariosPage },
  { path: '/scenarios/:id', load: async () => (await import('../features/scenarios/ScenarioPage')).ScenarioPage },
  { path: '/people', load: async () => (await import('../features/people/PeoplePage')).PeoplePage },
  { path: '/retention', load: async () => (await import('../features/retention/RetentionPage')).RetentionPage },
  { path: '/audit', load: async () => (await import('../features/audit/AuditPage')).AuditPage },
  { path: '/own', load: async () => (await import('../features/session/OwnPage')).OwnPage },
];

/** Pages that are here already. */
const here = new Map<PageRoute, ComponentType>();

/** Loads a page. */
export async function bring(route: PageRoute): Promise<ComponentType> {
  const page = await route.load();
  here.set(route, page);
  return page;
}

/** A page, if it is here already: to be drawn at once, without a word of waiting in between. */
export const findHere = (route: PageRoute): ComponentType | undefined => here.get(route);

/** Begins to load the page at an address, so that it comes while the page still asks who somebody is. */
export function preload(pathname: string): void {
  const found = matchRoutes(PAGES, pathname)?.[0];
  // what cannot be loaded is told where the page is drawn
  if (found) bring(found.route).catch(() => undefined);
}
