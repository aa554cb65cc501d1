import type { components } from '../../lib/api/schema';

type Schemas = components['schemas'];

/** What the service says of a drill that is run. */
export type RunAnswer = Schemas['DrillRunController.RunView'];
export type EventsAnswer = Schemas['DrillRunController.EventList'];
export type Taken = Schemas['DrillRunController.TakenView'];
