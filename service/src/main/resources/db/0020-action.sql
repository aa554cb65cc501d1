--liquibase formatted sql

--changeset holdfast:0020-action
--comment: corrective actions: what is to be changed, by whom and until when, and what became of it; none is ever deleted
create table corrective_action (
  id bigint generated always as identity primary key,
  version int not null check (version > 0),
  content text not null,
  source_type text not null,
  source_id text,
  finding text not null,
  element text,
  account bigint,
  due date,
  status text not null check (status in ('open', 'in-progress', 'done', 'verified', 'dropped')),
  progress text not null,
  created_at timestamptz not null,
  created_by text not null,
  changed_at timestamptz not null,
  changed_by text not null
);
create index corrective_action_by_source on corrective_action (source_type, source_id);
create index corrective_action_by_element on corrective_action (element);
--rollback drop table corrective_action;
