--liquibase formatted sql

--changeset holdfast:0017-answer-versions
--comment: an answer that was taken back stays as a row, so that its versions go on and no version is given twice
alter table checklist_answer add column taken_back boolean not null default false;
--rollback delete from checklist_answer where taken_back; alter table checklist_answer drop column taken_back;
