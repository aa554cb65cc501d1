import type { ReactElement } from 'react';
import { Route, Routes } from 'react-router';
import { DrillsPage } from '../features/drills/DrillsPage';
import { EstimatePage } from '../features/drills/EstimatePage';
import { ImportPage } from '../features/exchange/ImportPage';
import { OverviewPage } from '../features/overview/OverviewPage';
import { PlanPage } from '../features/plans/PlanPage';
import { PlansPage } from '../features/plans/PlansPage';
import { GraphPage } from '../features/graph/GraphPage';
import { ElementPage } from '../features/register/ElementPage';
import { RegisterPage } from '../features/register/RegisterPage';
import { RunPage } from '../features/runs/RunPage';
import { YearPage } from '../features/runs/YearPage';
import { ScenarioPage } from '../features/scenarios/ScenarioPage';
import { ScenariosPage } from '../features/scenarios/ScenariosPage';
import { NotFound } from './NotFound';
import { Shell } from './Shell';

/** Every page and its address; a room of the navigation has its line in rooms.ts, too. */
export function App(): ReactElement {
  return (
    <Shell>
      <Routes>
        <Route path="/" element={<OverviewPage />} />
        <Route path="/register" element={<RegisterPage />} />
        <Route path="/register/graph" element={<GraphPage />} />
        <Route path="/register/:id" element={<ElementPage />} />
        <Route path="/runs/:run/:element" element={<RunPage />} />
        <Route path="/year" element={<YearPage />} />
        <Route path="/import" element={<ImportPage />} />
        <Route path="/plans" element={<PlansPage />} />
        <Route path="/plans/:element/:scenario" element={<PlanPage />} />
        <Route path="/drills" element={<DrillsPage />} />
        <Route path="/drills/estimates/:run" element={<EstimatePage />} />
        <Route path="/scenarios" element={<ScenariosPage />} />
        <Route path="/scenarios/:id" element={<ScenarioPage />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </Shell>
  );
}
