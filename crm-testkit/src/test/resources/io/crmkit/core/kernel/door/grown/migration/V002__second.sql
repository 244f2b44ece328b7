-- The semicolons; of a comment, 'and of a quote', end nothing.
alter table crm_growing add column word varchar(50) default 'a;b' not null;
