create table erp_stock (
  item     varchar(40) primary key,
  quantity integer     not null check (quantity >= 0)
);

create table erp_order (
  number      integer generated always as identity primary key,
  opportunity uuid        not null unique,
  item        varchar(40) not null references erp_stock,
  quantity    integer     not null
);
