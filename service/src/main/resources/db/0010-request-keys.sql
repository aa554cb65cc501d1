--liquibase formatted sql

--changeset holdfast:0010-request-keys
--comment: writes that carry a key are done once, however often they are sent; an answer is kept for a day, encrypted with a key that only the sender has
create table request_key (
  account bigint not null,
  key_hash bytea not null,
  fingerprint bytea not null,
  state text not null check (state in ('begun', 'kept', 'answered')),
  begun_at timestamptz not null default now(),
  instance text not null,
  boot text not null,
  answer bytea,
  primary key (account, key_hash)
);
create index request_key_by_time on request_key (begun_at);
--rollback drop table request_key;
