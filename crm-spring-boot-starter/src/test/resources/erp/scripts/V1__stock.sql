create table erp_stock (item varchar(40) primary key);
