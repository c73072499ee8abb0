package nuages.data.dialect;

import static nuages.data.dialect.Dialect.Effect.READ;
import static nuages.data.dialect.Dialect.Effect.SESSION;
import static nuages.data.dialect.Dialect.Effect.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import nuages.data.dialect.Dialect.Effect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EffectTests {
    private static final Dialect POSTGRES = Postgres.direct();
    private static final Dialect MARIA = MariaDb.direct();
    private static final Dialect SQLITE = Sqlite.embedded();

    private static void everywhere(String sql, Effect effect) {
        assertThat(POSTGRES.effect(sql)).as("PostgreSQL").isEqualTo(effect);
        assertThat(MARIA.effect(sql)).as("MariaDB").isEqualTo(effect);
        assertThat(SQLITE.effect(sql)).as("SQLite").isEqualTo(effect);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1",
                "  \n\t SELECT id, votes FROM polls_choice WHERE id = ?",
                "select count(*), max(votes), coalesce(sum(votes), 0) from t",
                "select count (*) from t where a in (1, 2) and (b = 3 or not (c = 4))",
                "select upper(trim(name)) from t where exists (select 1 from u where u.id = t.id)",
                "(select 1) union all (select 2)",
                "with a as (select 1), b (x, y) as (select 1, 2) select * from a join b using (x)",
                "with recursive t(n) as (select 1 union all select n + 1 from t where n < 5) select n from t",
                "select cast(a as varchar(10)), row_number() over (partition by b order by c) from t",
                "values (1), (2)",
                "select 'insert into t values (1); set role x' as text",
                "select a /* insert into t */ from t -- delete from t\n where 1 = 1",
                "select \"update\" from t",
                "select t.select_count, s.t.insert_date from s.t",
                "explain select * from t",
                "select temp, temporary from sensors",
                "select case when (a) then (b) else (c) end from t",
                "select (1), lower('x')",
                "",
                " ; ",
                "-- nothing"
            })
    void a_query_reads(String sql) {
        everywhere(sql, READ);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into t (a, b) values (?, ?)",
                "INSERT INTO s.t(a) SELECT max(a) FROM t",
                "insert into t(a) values (1) on conflict (a) do update set a = excluded.a",
                "insert into t (a) values (1) returning id",
                "update t set a = a + 1 where id = ?",
                "delete from t where id in (select id from u)",
                "with old as (select id from t where a < 3) delete from t where id in (select id from old)",
                "with x (a) as (select 1), y (b) as (select 2) insert into t (a) select a from x",
                "select id from t where a = 1 for update",
                "select id from t for update of t skip locked",
                "create table t (id bigint primary key, name varchar(20) not null, check (length(name) > 1))",
                "create unique index i on t (lower(a))",
                "alter table t add column n numeric(10, 2) default 0",
                "drop table if exists t",
                "truncate table t",
                "select 1; delete from t",
                "replace into t (a) values (1)"
            })
    void a_change_writes(String sql) {
        everywhere(sql, WRITE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set search_path to x",
                "prepare p as select 1",
                "create temporary table t (id int)",
                "CREATE TEMP TABLE t AS SELECT 1",
                "select my_function(1)",
                "select upper(my_function(1))",
                "select s.lower('x')",
                "select (1), my_function(2)",
                "with x as (select 1) delete from t returning (id), my_function(2)",
                "with x as (select 1) select (id), my_function(2) from x",
                "select 1; set x = 1",
                "insert into t (a) select my_function(1)",
                "update t set a = my_function(a)",
                "with x as (select set_config('a', 'b', false)) select * from x",
                "select pg_advisory_lock(1)",
                "select get_lock('a', 1)",
                "call p()",
                "do something",
                "use other",
                "load 'x'",
                "begin",
                "commit",
                "savepoint a",
                "gibberish",
                "{call p(?)}",
                "42"
            })
    void whatever_is_not_known_may_leave_something_behind(String sql) {
        everywhere(sql, SESSION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set role x",
                "set session characteristics as transaction read only",
                "reset all",
                "listen x",
                "declare c cursor with hold for select 1",
                "select 1 into temp x",
                "select 1 into temporary table x",
                "create or replace temp view v as select 1",
                "create table pg_temp.t (id int)",
                "discard all",
                "do $$ begin perform 1; end $$",
                "copy t from stdin",
                "select pg_catalog.set_config('a', 'b', false)",
                "select \"lower\"('x')",
                "select pg_catalog.lower(\"s\".lower('x'))"
            })
    void postgres_sessions_change(String sql) {
        assertThat(POSTGRES.effect(sql)).isEqualTo(SESSION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set local search_path to x",
                "set transaction isolation level serializable, read only",
                "set constraints all deferred",
                "select x::varchar(10), y::numeric(3, 1) from t",
                "select $$ set_config('a') $$, $tag$ insert $$ $tag$",
                "select E'it\\'s; set role x', 'a\\'",
                "select /* a /* nested */ insert into t */ 1",
                "select pg_catalog.lower('x'), pg_sleep(0.1), now()",
                "select a[1:2], '{}'::jsonb ?? 'x' from t",
                "select * from generate_series(1, 3) as g(n)",
                "table t",
                "show search_path",
                "explain (analyze, buffers) select 1"
            })
    void postgres_reads(String sql) {
        assertThat(POSTGRES.effect(sql)).isEqualTo(READ);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select nextval('s')",
                "select id from t for no key update",
                "select id from t for share",
                "select id from t for key share",
                "select 1 into x",
                "lock table t in exclusive mode",
                "select pg_advisory_xact_lock(1)",
                "with gone as (delete from t returning *) select * from gone",
                "explain analyze delete from t",
                "merge into t using u on (t.id = u.id) when matched then delete"
            })
    void postgres_writes(String sql) {
        assertThat(POSTGRES.effect(sql)).isEqualTo(WRITE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set transaction read only",
                "set names utf8mb4",
                "select @a := 1",
                "select 1 into @a",
                "lock tables t write",
                "select /*!50000 my_function() */ 1",
                "select 1 /*M! , 2 */",
                "flush tables with read lock",
                "select release_lock('a')"
            })
    void mariadb_sessions_change(String sql) {
        assertThat(MARIA.effect(sql)).isEqualTo(SESSION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select @@version, @@session.time_zone",
                "select \"set x = 'y'\" as text",
                "select 'it\\'s; set x = 1'",
                "select `update` from `insert` # delete from t\n where 1",
                "select 5--1 from t",
                "show full processlist",
                "describe t",
                "select sleep(1), date_format(now(), '%Y')"
            })
    void mariadb_reads(String sql) {
        assertThat(MARIA.effect(sql)).isEqualTo(READ);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select id from t lock in share mode",
                "insert into t set a = 1 on duplicate key update a = values(a)",
                "insert into `t` (`a`) values (?)",
                "kill connection 5"
            })
    void mariadb_writes(String sql) {
        assertThat(MARIA.effect(sql)).isEqualTo(WRITE);
    }

    @Test
    void sqlite_pragmas_that_only_ask_read_and_all_others_change_the_session() {
        assertThat(SQLITE.effect("pragma table_info(polls_choice)")).isEqualTo(READ);
        assertThat(SQLITE.effect("pragma foreign_key_check")).isEqualTo(READ);
        assertThat(SQLITE.effect("pragma foreign_keys = off")).isEqualTo(SESSION);
        assertThat(SQLITE.effect("pragma table_info = 1")).isEqualTo(SESSION);
        assertThat(SQLITE.effect("attach 'x' as y")).isEqualTo(SESSION);
        assertThat(SQLITE.effect("select [insert], `update` from [my table] where a = @p"))
                .isEqualTo(READ);
        assertThat(SQLITE.effect("select load_extension('x')")).isEqualTo(SESSION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select '",
                "select \"",
                "select /*",
                "select $x$",
                "select `",
                "select [",
                "(",
                "((",
                "select a.",
                "'"
            })
    void an_unfinished_statement_ends_the_scan(String sql) {
        assertThat(POSTGRES.effect(sql)).isNotNull();
        assertThat(MARIA.effect(sql)).isNotNull();
        assertThat(SQLITE.effect(sql)).isNotNull();
    }

    @Test
    void question_marks_count_as_parameters_outside_of_texts_names_and_comments() {
        String sql = "select ?, '?', \"?\" from t -- ?\n where a = ? /* ? */ and b in (?,?)";

        assertThat(POSTGRES.parameters(sql)).isEqualTo(4);
        assertThat(MARIA.parameters(sql)).isEqualTo(4);
        assertThat(SQLITE.parameters(sql)).isEqualTo(4);
        assertThat(POSTGRES.parameters("select a ?? 'b', $$ ? $$, ?")).isEqualTo(1);
        assertThat(SQLITE.parameters("select ?1")).isEqualTo(1);
    }
}
