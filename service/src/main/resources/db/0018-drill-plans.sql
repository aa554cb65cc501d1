--liquibase formatted sql

--changeset holdfast:0018-drill-plans
--comment: drill plans with what was approved of them; the drawn day of an unannounced drill lies apart, with who looked at it
create table drill_plan (
  id bigint generated always as identity primary key,
  version int not null check (version > 0),
  content text not null,
  submitted_version int,
  submission text,
  scheduled_uid text,
  started_at timestamptz,
  ended_at timestamptz,
  ended_how text check (ended_how in ('completed', 'stopped', 'rolled-back')),
  closed_at timestamptz,
  cancelled_at timestamptz,
  cancelled_why text,
  created_at timestamptz not null,
  created_by text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint drill_plan_begun check (started_at is null or (submitted_version is not null and cancelled_at is null)),
  constraint drill_plan_ended check ((ended_at is null) = (ended_how is null) and (ended_at is null or started_at is not null)),
  constraint drill_plan_closed check (closed_at is null or ended_at is not null),
  constraint drill_plan_cancelled check ((cancelled_at is null) = (cancelled_why is null))
);
create unique index drill_plan_by_scheduled on drill_plan (scheduled_uid) where cancelled_at is null;
create table drill_plan_seal (
  plan bigint not null references drill_plan (id) on delete cascade,
  submitted_version int not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  sealed_text text not null,
  begins_at timestamp not null,
  drawn_at timestamptz not null,
  drawn_by text not null,
  opened_at timestamptz,
  primary key (plan, submitted_version)
);
create table drill_plan_look (
  id bigint generated always as identity primary key,
  plan bigint not null,
  submitted_version int not null,
  who text not null,
  looked_at timestamptz not null,
  foreign key (plan, submitted_version) references drill_plan_seal (plan, submitted_version) on delete cascade
);
create index drill_plan_look_by_seal on drill_plan_look (plan, submitted_version);
--rollback drop table drill_plan_look; drop table drill_plan_seal; drop table drill_plan;
