--liquibase formatted sql

--changeset holdfast:0009-oidc
--comment: people as an identity provider knows them, attempts to sign in there (of which only hashes are kept), and roles that come from there
create table external_identity (
  id bigint generated always as identity primary key,
  issuer text not null,
  subject text not null,
  account bigint references account (id),
  name text not null,
  display_name text not null,
  first_seen_at timestamptz not null,
  seen_at timestamptz,
  unique (issuer, subject)
);
create index external_identity_by_account on external_identity (account);
create table provider_attempt (
  state_hash bytea primary key,
  browser_hash bytea not null,
  path text not null,
  shared_station boolean not null,
  replaces bytea,
  address text not null,
  expires_at timestamptz not null
);
create index provider_attempt_by_end on provider_attempt (expires_at);
create index provider_attempt_by_address on provider_attempt (address);
create table provided_role (
  account bigint not null references account (id),
  role text not null check (role in ('planner', 'operator', 'executive', 'approver', 'auditor', 'administrator')),
  unit text references org_unit (id),
  holds_until timestamptz not null,
  unique nulls not distinct (account, role, unit)
);
create index provided_role_by_unit on provided_role (unit);
alter table user_session add column by_provider boolean not null default false;
--rollback alter table user_session drop column by_provider; drop table provided_role; drop table provider_attempt; drop table external_identity;
