--liquibase formatted sql

--changeset holdfast:0001-runs
--comment: models as they were run, the model that is current, and runs as jobs
create table model_snapshot (
  digest text primary key,
  document text not null,
  created_at timestamptz not null default now()
);
create table current_model (
  only_row boolean primary key default true check (only_row),
  digest text not null references model_snapshot (digest),
  revision bigint not null,
  changed_at timestamptz not null default now()
);
create table run (
  id bigint generated always as identity primary key,
  scenario text not null,
  digest text not null references model_snapshot (digest),
  trials bigint not null check (trials > 0),
  trials_done bigint not null default 0,
  seed bigint not null,
  engine text not null,
  status text not null check (status in ('queued', 'running', 'finished', 'failed', 'cancelled')),
  cancel_wanted boolean not null default false,
  lease_until timestamptz,
  requested_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  error text,
  result text
);
create index run_by_scenario on run (scenario, id desc);
create index run_waiting on run (id) where status in ('queued', 'running');
--rollback drop table run; drop table current_model; drop table model_snapshot;

--changeset holdfast:0001-run-leases
--comment: who works on a run, so that services do not take runs from one another and a restarted one takes up its own at once
alter table run add column lease_instance text;
alter table run add column lease_boot text;
--rollback alter table run drop column lease_boot; alter table run drop column lease_instance;
