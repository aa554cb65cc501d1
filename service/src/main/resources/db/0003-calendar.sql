--liquibase formatted sql

--changeset holdfast:0003-calendar
--comment: the holiday calendar as imported data, with the months that the imports cover
create table calendar_import (
  id bigint generated always as identity primary key,
  file_name text not null,
  days int not null check (days > 0),
  imported_at timestamptz not null
);
create table calendar_month (
  month date primary key check (extract(day from month) = 1),
  import_id bigint not null references calendar_import (id)
);
create table calendar_day (
  date date not null,
  kind text not null check (kind in ('holiday', 'make-up-workday', 'blackout')),
  name text not null check (name <> ''),
  import_id bigint not null references calendar_import (id),
  primary key (date, kind)
);
--rollback drop table calendar_day; drop table calendar_month; drop table calendar_import;

--changeset holdfast:0003-drill-schedules
--comment: the drills of a year; the database itself keeps a team from two drills on a day
create table drill_schedule (
  year int primary key check (year between 2000 and 2200),
  zone text not null,
  model_digest text not null,
  calendar_digest text not null,
  made_at timestamptz not null
);
create table scheduled_drill (
  uid text primary key,
  year int not null references drill_schedule (year) on delete cascade,
  service text not null,
  tier int not null,
  types text[] not null check (cardinality(types) > 0),
  date date not null,
  start_time time not null,
  minutes int not null check (minutes > 0),
  announced boolean not null,
  scenario text,
  run_id bigint,
  p50_hours double precision,
  p95_hours double precision,
  why jsonb not null,
  flags jsonb not null,
  written_drill text,
  sequence int not null check (sequence >= 0),
  unique (uid, date),
  check (extract(year from date) = year)
);
create index scheduled_drill_by_year on scheduled_drill (year, date);
create table scheduled_drill_team (
  uid text not null,
  date date not null,
  team text not null,
  primary key (uid, team),
  unique (team, date),
  foreign key (uid, date) references scheduled_drill (uid, date) on delete cascade
);
create table unplaced_drill (
  uid text primary key,
  year int not null references drill_schedule (year) on delete cascade,
  service text not null,
  tier int not null,
  types text[] not null check (cardinality(types) > 0),
  why jsonb not null
);
create index unplaced_drill_by_year on unplaced_drill (year);
--rollback drop table unplaced_drill; drop table scheduled_drill_team; drop table scheduled_drill; drop table drill_schedule;
