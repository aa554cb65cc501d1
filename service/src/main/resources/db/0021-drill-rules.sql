--liquibase formatted sql

--changeset holdfast:0021-drill-rules
--comment: the rules of drills as data, drills that people have given their day, what the search could prove, and retests that somebody has set aside
alter table drill_schedule add column levels jsonb not null default '[]';
alter table scheduled_drill
  add column kind text not null default 'tier' check (kind in ('tier', 'recurring', 'redundant', 'retest', 'extra')),
  add column elements text[] not null default '{}',
  add column people_hours double precision not null default 0 check (people_hours >= 0),
  add column live_hours double precision not null default 0 check (live_hours >= 0),
  add column worth jsonb,
  add column placed_at timestamptz;
update scheduled_drill set elements = array[service];
alter table unplaced_drill drop constraint unplaced_drill_types_check;
alter table scheduled_drill_team drop constraint scheduled_drill_team_team_date_key;
alter table scheduled_drill_team add column pinned boolean not null default false;
create unique index scheduled_drill_team_once_a_day on scheduled_drill_team (team, date) where not pinned;
create table drill_pin (
  uid text primary key,
  year int not null,
  date date not null,
  start_time time not null,
  reason text not null check (length(reason) <= 500),
  pinned_by text not null,
  pinned_at timestamptz not null,
  check (extract(year from date) = year)
);
create index drill_pin_by_year on drill_pin (year);
create table drill_rules (
  id int primary key check (id = 1),
  version int not null check (version > 0),
  rules jsonb not null,
  changed_at timestamptz not null,
  changed_by text not null
);
create table retest_dismissal (
  cause text not null,
  service text not null,
  reason text not null check (reason <> '' and length(reason) <= 500),
  dismissed_by text not null,
  dismissed_at timestamptz not null,
  primary key (cause, service)
);
--rollback drop table retest_dismissal; drop table drill_rules; drop table drill_pin; drop index scheduled_drill_team_once_a_day; alter table scheduled_drill_team drop column pinned; alter table scheduled_drill_team add constraint scheduled_drill_team_team_date_key unique (team, date); delete from unplaced_drill where cardinality(types) = 0; alter table unplaced_drill add constraint unplaced_drill_types_check check (cardinality(types) > 0); alter table scheduled_drill drop column kind, drop column elements, drop column people_hours, drop column live_hours, drop column worth, drop column placed_at; alter table drill_schedule drop column levels;
