--liquibase formatted sql

--changeset holdfast:0019-drill-run
--comment: what happened in drills, as those who were there marked it; events are added and never changed or deleted
create table drill_run (
  plan bigint primary key,
  events int not null check (events >= 0)
);
create table drill_event (
  id uuid primary key,
  plan bigint not null references drill_run (plan),
  number int not null check (number > 0),
  made_at timestamptz not null,
  offset_millis bigint not null,
  kind text not null,
  content text not null,
  received_at timestamptz not null,
  received_by text not null,
  unique (plan, number)
);
create trigger drill_event_unchanged before update on drill_event for each row execute function retention_refuse();
create trigger drill_event_stays before delete on drill_event for each row execute function retention_refuse();
create trigger drill_event_stays_whole before truncate on drill_event for each statement execute function retention_refuse();
create trigger drill_run_stays before delete on drill_run for each row execute function retention_refuse();
create trigger drill_run_stays_whole before truncate on drill_run for each statement execute function retention_refuse();
--rollback drop table drill_event; drop table drill_run;
