--liquibase formatted sql

--changeset holdfast:0014-checklist
--comment: checklists of the organisation, every version of them, and what was answered to which item of which checklist about what
create table checklist_template (
  id text not null,
  version int not null check (version > 0),
  content text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (id, version)
);
create table checklist_answer (
  id bigint generated always as identity primary key,
  template text not null,
  subject text not null,
  variant text not null,
  item text not null,
  version int not null check (version > 0),
  state text not null check (state in ('met', 'partly', 'not-met', 'not-applicable')),
  reason text,
  checked_on date not null,
  checked_by text not null,
  next_check date,
  template_version int not null,
  changed_at timestamptz not null,
  unique (subject, template, variant, item)
);
create table checklist_answer_evidence (
  answer bigint not null references checklist_answer (id) on delete cascade,
  evidence bigint not null references evidence_item (id),
  primary key (answer, evidence)
);
--rollback drop table checklist_answer_evidence; drop table checklist_answer; drop table checklist_template;
