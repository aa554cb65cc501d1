--liquibase formatted sql

--changeset holdfast:0015-change
--comment: changes with what was submitted and what became of them, baselines of the register, and what people concluded
create table change_settings (
  id int primary key check (id = 1),
  version int not null check (version > 0),
  approve_within_hours int not null check (approve_within_hours between 1 and 720),
  changed_at timestamptz not null,
  changed_by text not null
);
create table baseline_model (
  digest text primary key,
  document bytea not null
);
create table baseline (
  id bigint generated always as identity primary key,
  name text not null check (length(btrim(name)) > 0),
  note text not null,
  digest text not null references baseline_model (digest),
  revision bigint not null,
  elements int not null,
  change bigint,
  taken_at timestamptz not null,
  taken_by text not null
);
create index baseline_by_digest on baseline (digest);
create table change_record (
  id bigint generated always as identity primary key,
  version int not null check (version > 0),
  proposal text not null,
  submission text,
  submitted_version int,
  execution text,
  ended_on date,
  approval_due timestamptz,
  closing text,
  baseline_before bigint references baseline (id),
  baseline_after bigint references baseline (id),
  created_at timestamptz not null,
  created_by text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint change_record_back_out check (
    (submitted_version is null and execution is null) or coalesce(length(btrim(proposal::jsonb ->> 'backOut')), 0) > 0),
  constraint change_record_ended check ((execution is null) = (ended_on is null))
);
create index change_record_by_baseline_before on change_record (baseline_before);
create index change_record_by_baseline_after on change_record (baseline_after);
create table change_element (
  change bigint not null references change_record (id) on delete cascade,
  element text not null,
  position int not null,
  primary key (change, element)
);
create index change_element_by_element on change_element (element);
create table change_conclusion (
  id bigint generated always as identity primary key,
  first_month date not null,
  last_month date not null check (last_month >= first_month),
  conclusion text not null check (length(btrim(conclusion)) >= 5),
  author text not null,
  written_at timestamptz not null
);
--rollback drop table change_conclusion; drop table change_element; drop table change_record; drop table baseline; drop table baseline_model; drop table change_settings;
