--liquibase formatted sql

--changeset holdfast:0016-mapping
--comment: what the columns of people's own tables mean, kept by name
create table import_mapping (
  id bigint generated always as identity primary key,
  version int not null,
  name text not null unique,
  mapping jsonb not null,
  author text not null,
  changed_at timestamptz not null
);
--rollback drop table import_mapping;
