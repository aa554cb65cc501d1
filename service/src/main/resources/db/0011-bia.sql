--liquibase formatted sql

--changeset holdfast:0011-bia
--comment: how the organisation measures impact; no row until somebody changes what the program starts with
create table impact_scales (
  id int primary key check (id = 1),
  version int not null check (version > 0),
  content text not null,
  changed_at timestamptz not null,
  changed_by text not null
);
--rollback drop table impact_scales;
