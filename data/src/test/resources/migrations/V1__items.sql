create table item (id integer primary key, name varchar(50));
insert into item values (1, 'tea');
