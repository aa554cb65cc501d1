--liquibase formatted sql

--changeset holdfast:0012-grid-views
--comment: ways to look at the grid of the register that people have saved; one without an account is the demonstration's
create table register_view (
  id bigint generated always as identity primary key,
  account bigint,
  author text not null,
  name text not null,
  shared boolean not null,
  query text not null,
  changed_at timestamptz not null default now(),
  unique nulls not distinct (account, name)
);
--rollback drop table register_view;
