--liquibase formatted sql

--changeset holdfast:0022-learning
--comment: what drills and incidents measured, what experts had said before anything was learned, and edits that learning proposes
create table learning_actual (
  id bigint generated always as identity primary key,
  event text not null check (length(btrim(event)) > 0),
  kind text not null check (kind in ('drill', 'incident', 'maintenance')),
  types text not null,
  announced boolean not null,
  happened_on date not null,
  owner text not null,
  method text,
  quantity text not null,
  number int not null check (number >= 1),
  hours double precision check (hours > 0),
  finished boolean,
  successes int check (successes >= 0),
  failures int check (failures >= 0),
  occurrences int check (occurrences >= 0),
  note text not null,
  drill_plan bigint,
  entered_at timestamptz not null,
  entered_by text not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_reason text,
  superseded_by bigint references learning_actual (id),
  constraint learning_actual_types check ((kind = 'drill') = (types <> '')),
  constraint learning_actual_figure check (
    (finished is not null and hours is not null and successes is null and failures is null and occurrences is null)
    or (finished is null and hours is null and successes is not null and failures is not null and occurrences is null)
    or (finished is null and hours is not null and successes is null and failures is null and occurrences is not null)),
  constraint learning_actual_withdrawn check (
    (withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_reason is null)
    and (superseded_by is null or withdrawn_at is not null))
);
create index learning_actual_by_day on learning_actual (happened_on, id);
create index learning_actual_by_superseding on learning_actual (superseded_by);
create index learning_actual_by_plan on learning_actual (drill_plan);
create table learning_prediction (
  id bigint generated always as identity primary key,
  drill_plan bigint not null,
  subject text not null,
  event text not null,
  happened_on date not null,
  p10 double precision not null,
  p50 double precision not null,
  p90 double precision not null,
  hours double precision not null check (hours > 0),
  finished boolean not null,
  taken_at timestamptz not null,
  taken_by text not null,
  unique (drill_plan, subject)
);
create table learning_edit (
  id bigint generated always as identity primary key,
  content text not null,
  made_at timestamptz not null,
  made_by text not null,
  applied_at timestamptz,
  applied_by text,
  applied_revision bigint,
  constraint learning_edit_applied check (
    (applied_at is null) = (applied_by is null) and (applied_at is null) = (applied_revision is null))
);
create table learning_input (
  owner text not null,
  method text not null,
  quantity text not null,
  number int not null,
  stated text not null,
  learned text not null,
  since date,
  edit bigint references learning_edit (id),
  kept_at timestamptz not null,
  kept_by text not null,
  primary key (owner, method, quantity, number)
);
create index learning_input_by_edit on learning_input (edit);
alter table run drop constraint run_kind_check;
alter table run add constraint run_kind_check check (kind in ('scenario', 'drill', 'year', 'budget'));
--rollback delete from run where kind = 'budget'; alter table run drop constraint run_kind_check; alter table run add constraint run_kind_check check (kind in ('scenario', 'drill', 'year')); drop table learning_input; drop table learning_edit; drop table learning_prediction; drop table learning_actual;
