--liquibase formatted sql

--changeset holdfast:0005-identity
--comment: who may: people, what they may do in which unit, sessions, keys and one-time links, of which only hashes are kept
create table org_unit (
  id text primary key check (id ~ '^[a-z0-9][a-z0-9._-]*$'),
  name text not null,
  name_zh_hant text,
  parent text references org_unit (id),
  version int not null default 1,
  check (parent is distinct from id)
);
create index org_unit_by_parent on org_unit (parent);
create table account (
  id bigint generated always as identity primary key,
  sign_in_name text not null unique check (sign_in_name = lower(sign_in_name)),
  display_name text not null,
  password_hash text,
  password_changed_at timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  version int not null default 1
);
create table role_grant (
  account bigint not null references account (id),
  role text not null check (role in ('planner', 'operator', 'executive', 'approver', 'auditor', 'administrator')),
  unit text references org_unit (id),
  unique nulls not distinct (account, role, unit)
);
create index role_grant_by_unit on role_grant (unit);
create table deputy (
  account bigint not null references account (id),
  deputy bigint not null references account (id),
  first_day date not null,
  last_day date not null,
  primary key (account, deputy, first_day),
  check (account <> deputy),
  check (first_day <= last_day)
);
create index deputy_by_deputy on deputy (deputy);
create table user_session (
  id_hash bytea primary key,
  account bigint not null references account (id),
  csrf text not null,
  shared_station boolean not null,
  address text not null,
  agent text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null
);
create index user_session_by_account on user_session (account);
create index user_session_by_end on user_session (ends_at);
create table api_token (
  id bigint generated always as identity primary key,
  account bigint not null references account (id),
  name text not null,
  hash bytea not null unique,
  scopes text[] not null check (cardinality(scopes) > 0),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);
create index api_token_by_account on api_token (account);
create table one_time_link (
  hash bytea primary key,
  purpose text not null check (purpose in ('first', 'password')),
  account bigint references account (id),
  expires_at timestamptz not null,
  check ((purpose = 'first') = (account is null))
);
create index one_time_link_by_account on one_time_link (account);
create table sign_in_failure (
  key text primary key,
  failures int not null,
  last_at timestamptz not null
);
create index sign_in_failure_by_time on sign_in_failure (last_at);
alter table run add column requested_by text not null default '';
--rollback alter table run drop column requested_by; drop table sign_in_failure; drop table one_time_link; drop table api_token; drop table user_session; drop table deputy; drop table role_grant; drop table account; drop table org_unit;
