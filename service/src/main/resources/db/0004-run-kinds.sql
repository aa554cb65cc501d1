--liquibase formatted sql

--changeset holdfast:0004-run-kinds
--comment: runs of several kinds: what each one is about, and what its kind takes beside trials and seed
alter table run rename column scenario to subject;
alter table run alter column subject drop not null;
alter table run add column kind text not null default 'scenario' check (kind in ('scenario', 'drill', 'year'));
alter table run alter column kind drop default;
alter table run add column options text not null default '{}';
alter table run add constraint run_subject check ((kind = 'year') = (subject is null));
drop index run_by_scenario;
create index run_by_subject on run (kind, subject, id desc);
--rollback drop index run_by_subject; alter table run drop constraint run_subject; alter table run drop column options; alter table run drop column kind; alter table run rename column subject to scenario; create index run_by_scenario on run (scenario, id desc);
