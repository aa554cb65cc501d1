--liquibase formatted sql

--changeset holdfast:0013-sla
--comment: what was measured of service levels; agreement is empty for the SLA of the entry
create table sla_measurement (
  id bigint generated always as identity primary key,
  version int not null check (version > 0),
  element text not null,
  agreement text not null,
  period text not null,
  down_minutes numeric not null check (down_minutes >= 0),
  outage_minutes numeric[] not null,
  source text not null,
  reviewed_by text,
  reviewed_on date,
  note text,
  changed_at timestamptz not null,
  changed_by text not null,
  unique (element, agreement, period)
);
--rollback drop table sla_measurement;

--changeset holdfast:0013-sla-notice
--comment: who is to be told that a service level may be, or was, missed
create table sla_notice (
  id bigint generated always as identity primary key,
  version int not null check (version > 0),
  element text not null,
  cause text not null check (cause in ('predicted', 'measured', 'other')),
  about text not null,
  recipient text not null,
  created_at timestamptz not null,
  created_by text not null,
  told_on date,
  told_by text,
  told_how text,
  check ((told_on is null) = (told_by is null))
);
create index sla_notice_element on sla_notice (element);
--rollback drop table sla_notice;

--changeset holdfast:0013-sla-review
--comment: meetings before the end of a year about services, agreements, contracts and needs
create table sla_review (
  id bigint generated always as identity primary key,
  version int not null check (version > 0),
  year int not null check (year between 1900 and 2200),
  held_on date not null,
  participants text[] not null,
  elements text[] not null,
  services text not null,
  agreements text not null,
  contracts text not null,
  requirements text not null,
  conclusion text not null,
  changed_at timestamptz not null,
  changed_by text not null
);
--rollback drop table sla_review;
