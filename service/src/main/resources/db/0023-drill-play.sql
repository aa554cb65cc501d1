--liquibase formatted sql

--changeset holdfast:0023-drill-play
--comment: possible days that were played in desktop drills: model, luck, clock and outcome; decisions are added and never changed or deleted
create table drill_play (
  id bigint generated always as identity primary key,
  plan bigint not null,
  plan_version int not null check (plan_version > 0),
  unit text,
  injects text not null,
  model_digest text not null,
  engine text not null,
  seed bigint not null,
  trial bigint not null check (trial >= 0),
  day text,
  lucky_trial bigint not null check (lucky_trial >= 0),
  unlucky_trial bigint not null check (unlucky_trial >= 0),
  version int not null check (version > 0),
  clock_millis bigint not null check (clock_millis >= 0),
  clock_at timestamptz not null,
  clock_speed int not null check (clock_speed >= 0),
  clock_until bigint,
  created_at timestamptz not null,
  created_by text not null,
  ended_at timestamptz,
  ended_by text,
  outcome text,
  check ((ended_at is null) = (outcome is null) and (ended_at is null) = (ended_by is null))
);
create index drill_play_of_plan on drill_play (plan, id);
create table drill_play_decision (
  play bigint not null references drill_play (id),
  number int not null check (number >= 0),
  at_millis bigint not null check (at_millis >= 0),
  kind text not null,
  element text,
  method int not null,
  note text not null,
  made_at timestamptz not null,
  made_by text not null,
  primary key (play, number)
);
create trigger drill_play_decision_unchanged before update on drill_play_decision for each row execute function retention_refuse();
create trigger drill_play_decision_stays before delete on drill_play_decision for each row execute function retention_refuse();
create trigger drill_play_decision_stays_whole before truncate on drill_play_decision for each statement execute function retention_refuse();
create trigger drill_play_stays before delete on drill_play for each row execute function retention_refuse();
create trigger drill_play_stays_whole before truncate on drill_play for each statement execute function retention_refuse();
--rollback drop table drill_play_decision; drop table drill_play;
