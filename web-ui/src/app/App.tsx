import type { ReactElement } from 'react';
import { Route, Routes } from 'react-router';
import { ApprovalsPage } from '../features/approvals/ApprovalsPage';
import { VersionPage } from '../features/approvals/VersionPage';
import { AnalysisPage } from '../features/bia/AnalysisPage';
import { AnalysisVersionPage } from '../features/bia/AnalysisVersionPage';
import { ImpactPage } from '../features/bia/ImpactPage';
import { ScalesPage } from '../features/bia/ScalesPage';
import { ChecklistPage } from '../features/checklist/ChecklistPage';
import { ChecklistsPage } from '../features/checklist/ChecklistsPage';
import { TemplatesPage } from '../features/checklist/TemplatesPage';
import { BaselinePage } from '../features/changes/BaselinePage';
import { BaselinesPage } from '../features/changes/BaselinesPage';
import { CalendarPage } from '../features/changes/CalendarPage';
import { ChangeAnalysisPage } from '../features/changes/ChangeAnalysisPage';
import { ChangePage, NewChangePage } from '../features/changes/ChangePage';
import { ChangesPage } from '../features/changes/ChangesPage';
import { ChangeVersionPage } from '../features/changes/ChangeVersionPage';
import { DrillsPage } from '../features/drills/DrillsPage';
import { EstimatePage } from '../features/drills/EstimatePage';
import { ScheduleVersionPage } from '../features/drills/ScheduleVersionPage';
import { FindingsPage } from '../features/findings/FindingsPage';
import { ImportPage } from '../features/exchange/ImportPage';
import { ListsPage } from '../features/exchange/ListsPage';
import { OverviewPage } from '../features/overview/OverviewPage';
import { PlanPage } from '../features/plans/PlanPage';
import { PlanVersionPage } from '../features/plans/PlanVersionPage';
import { PlansPage } from '../features/plans/PlansPage';
import { GraphPage } from '../features/graph/GraphPage';
import { ElementPage } from '../features/register/ElementPage';
import { QualityPage } from '../features/register/facts/QualityPage';
import { RegisterPage } from '../features/register/RegisterPage';
import { SitesPage } from '../features/register/sites/SitesPage';
import { RunPage } from '../features/runs/RunPage';
import { YearPage } from '../features/runs/YearPage';
import { ScenarioPage } from '../features/scenarios/ScenarioPage';
import { ScenariosPage } from '../features/scenarios/ScenariosPage';
import { LevelPage } from '../features/sla/LevelPage';
import { LevelsPage } from '../features/sla/LevelsPage';
import { LevelVersionPage } from '../features/sla/LevelVersionPage';
import { YearReviewsPage } from '../features/sla/YearReviewsPage';
import { AuditPage } from '../features/audit/AuditPage';
import { RetentionPage } from '../features/retention/RetentionPage';
import { PeoplePage } from '../features/people/PeoplePage';
import { OwnPage } from '../features/session/OwnPage';
import { SignInAgain } from '../features/session/SignInAgain';
import { Door } from './Door';
import { NotFound } from './NotFound';
import { Shell } from './Shell';

/** Every page and its address, behind the door where somebody signs in; a room of the navigation has its line in rooms.ts, too. */
export function App(): ReactElement {
  return (
    <Door>
      <Shell>
        <Routes>
          <Route path="/" element={<OverviewPage />} />
          <Route path="/register" element={<RegisterPage />} />
          <Route path="/register/graph" element={<GraphPage />} />
          <Route path="/register/findings" element={<FindingsPage />} />
          <Route path="/register/sites" element={<SitesPage />} />
          <Route path="/register/quality" element={<QualityPage />} />
          <Route path="/register/:id" element={<ElementPage />} />
          <Route path="/impact" element={<ImpactPage />} />
          <Route path="/impact/:id" element={<AnalysisPage />} />
          <Route path="/impact/:id/versions/:number" element={<AnalysisVersionPage />} />
          <Route path="/levels" element={<LevelsPage />} />
          <Route path="/levels/:id" element={<LevelPage />} />
          <Route path="/levels/:id/versions/:number" element={<LevelVersionPage />} />
          <Route path="/level-reviews" element={<YearReviewsPage />} />
          <Route path="/impact-scales" element={<ScalesPage />} />
          <Route path="/checklists" element={<ChecklistsPage />} />
          <Route path="/checklists/templates" element={<TemplatesPage />} />
          <Route path="/checklists/:template/:subject" element={<ChecklistPage />} />
          <Route path="/changes" element={<ChangesPage />} />
          <Route path="/changes/new" element={<NewChangePage />} />
          <Route path="/changes/calendar" element={<CalendarPage />} />
          <Route path="/changes/analysis" element={<ChangeAnalysisPage />} />
          <Route path="/changes/:id" element={<ChangePage />} />
          <Route path="/changes/:id/versions/:number" element={<ChangeVersionPage />} />
          <Route path="/baselines" element={<BaselinesPage />} />
          <Route path="/baselines/:id" element={<BaselinePage />} />
          <Route path="/runs/:run/:element" element={<RunPage />} />
          <Route path="/year" element={<YearPage />} />
          <Route path="/import" element={<ImportPage />} />
          <Route path="/lists" element={<ListsPage />} />
          <Route path="/plans" element={<PlansPage />} />
          <Route path="/plans/:element/:scenario" element={<PlanPage />} />
          <Route path="/plans/:element/:scenario/versions/:number" element={<PlanVersionPage />} />
          <Route path="/drills/:year/versions/:number" element={<ScheduleVersionPage />} />
          <Route path="/approvals" element={<ApprovalsPage />} />
          <Route path="/approvals/:id/:number" element={<VersionPage />} />
          <Route path="/drills" element={<DrillsPage />} />
          <Route path="/drills/estimates/:run" element={<EstimatePage />} />
          <Route path="/scenarios" element={<ScenariosPage />} />
          <Route path="/scenarios/:id" element={<ScenarioPage />} />
          <Route path="/people" element={<PeoplePage />} />
          <Route path="/retention" element={<RetentionPage />} />
          <Route path="/audit" element={<AuditPage />} />
          <Route path="/own" element={<OwnPage />} />
          <Route path="*" element={<NotFound />} />
        </Routes>
      </Shell>
      <SignInAgain />
    </Door>
  );
}
