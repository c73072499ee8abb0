package nuages.data.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import nuages.data.dialect.MariaDb;
import nuages.data.dialect.Postgres;
import nuages.data.dialect.Sqlite;
import nuages.data.error.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTests {
    private static Properties properties(String url) {
        return DatabaseUrl.parse(url).properties(PoolSettings.standard());
    }

    private static PoolSettings pool(String options) {
        return DatabaseUrl.parse("postgresql://localhost/site?" + options).pool(PoolSettings.standard());
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://u:p@db.example:6000/site, jdbc:postgresql://db.example:6000/site",
        "postgres://db.example/site,            jdbc:postgresql://db.example:5432/site",
        "postgresql:///site,                    jdbc:postgresql://localhost:5432/site",
        "postgresql://[::1]:6000/my%20site,     jdbc:postgresql://[::1]:6000/my+site",
        "postgresql://[::1]/site,               jdbc:postgresql://[::1]:5432/site",
        "mysql://u:p@db.example/site,           jdbc:mariadb://db.example:3306/site",
        "mariadb://db.example:3307/site,        jdbc:mariadb://db.example:3307/site",
        "jdbc:postgresql://h/site?user=u,       jdbc:postgresql://h/site",
        "jdbc:mysql://h/site,                   jdbc:mariadb://h/site",
        "sqlite::memory:,                       jdbc:sqlite::memory:",
        "POSTGRESQL://h/site,                   jdbc:postgresql://h:5432/site",
    })
    void an_url_becomes_the_drivers(String url, String jdbcUrl) {
        assertThat(DatabaseUrl.parse(url).jdbcUrl()).isEqualTo(jdbcUrl);
    }

    @Test
    void several_hosts_or_a_pooler_leave_connections_without_a_number_of_their_own() {
        assertThat(DatabaseUrl.parse("postgresql://a,b:6000/site").jdbcUrl())
                .isEqualTo("jdbc:postgresql://a:5432,b:6000/site");
        assertThat(DatabaseUrl.parse("postgresql://a,b:6000/site").dialect().identity())
                .isEmpty();
        assertThat(DatabaseUrl.parse("postgresql://a/site").dialect().identity())
                .isPresent();
        assertThat(DatabaseUrl.parse("mariadb://a,b/site").dialect().identity()).isEmpty();
        assertThat(DatabaseUrl.parse("postgresql://a/site?pgbouncer=session")
                        .dialect()
                        .identity())
                .isEmpty();
    }

    @Test
    void user_and_password_are_decoded_and_options_go_to_the_driver() {
        var properties =
                properties("postgresql://j%40ne:p%2Fa%3Ass+w%25rd@h/site?sslmode=require&application_name=shop");

        assertThat(properties)
                .containsEntry("user", "j@ne")
                .containsEntry("password", "p/a:ss+w%rd")
                .containsEntry("sslmode", "require")
                .containsEntry("ApplicationName", "shop")
                .containsEntry("loginTimeout", "0")
                .containsEntry("connectTimeout", "5");
    }

    @Test
    void properties_are_a_copy_that_may_be_changed() {
        var url = DatabaseUrl.parse("mariadb://u:p@h/site?sessionVariables=wait_timeout=60");
        url.properties(PoolSettings.standard()).clear();

        assertThat(url.properties(PoolSettings.standard()))
                .containsEntry("user", "u")
                .containsEntry(
                        "sessionVariables",
                        "time_zone='+00:00',sql_mode=concat(@@sql_mode, ',NO_UNSIGNED_SUBTRACTION'),wait_timeout=60")
                .containsEntry("connectTimeout", "5000");
    }

    @Test
    void pgbouncer_in_transaction_mode_prepares_nothing_on_the_server() {
        var url = DatabaseUrl.parse("postgresql://h/site?pgbouncer=transaction");

        assertThat(url.dialect().sharesSessions()).isTrue();
        assertThat(url.properties(PoolSettings.standard()))
                .containsEntry("prepareThreshold", "0")
                .doesNotContainKeys("assumeMinServerVersion", "pgbouncer", "options");
    }

    @Test
    void options_of_the_pool_change_its_settings_and_do_not_reach_the_driver() {
        String options = "pool.size=20&pool.wait=250ms&pool.maxAge=10m&pool.idleTimeout=none&pool.holdLimit=90"
                + "&statementTimeout=1h&pool.controlSize=3";

        var settings = pool(options);

        assertThat(settings.size()).isEqualTo(20);
        assertThat(settings.waitLimit()).isEqualTo(Duration.ofMillis(250));
        assertThat(settings.maxAge()).contains(Duration.ofMinutes(10));
        assertThat(settings.idleTimeout()).isEmpty();
        assertThat(settings.holdLimit()).isEqualTo(Duration.ofSeconds(90));
        assertThat(settings.statementTimeout()).contains(Duration.ofHours(1));
        assertThat(settings.controlSize()).isEqualTo(3);
        assertThat(properties("postgresql://h/site?" + options)).doesNotContainKey("pool.size");
    }

    @Test
    void djangos_names_are_known() {
        assertThat(pool("conn_max_age=600").maxAge()).contains(Duration.ofMinutes(10));
        assertThat(pool("CONN_MAX_AGE=0").maxAge()).contains(Duration.ZERO);
        assertThat(pool("conn_max_age=none").maxAge()).isEmpty();
        assertThat(pool("conn_health_checks=true").healthCheck()).isEqualTo(Duration.ofSeconds(1));
        assertThat(pool("conn_health_checks=false").healthCheck()).isGreaterThan(Duration.ofDays(1000));
    }

    @Test
    void a_file_is_found_from_the_working_directory(@TempDir Path folder) {
        assertThat(DatabaseUrl.parse("sqlite:site.db").jdbcUrl())
                .isEqualTo("jdbc:sqlite:" + Path.of("site.db").toAbsolutePath());
        assertThat(DatabaseUrl.parse("sqlite://" + folder + "/site.db").jdbcUrl())
                .isEqualTo("jdbc:sqlite:" + folder + "/site.db");
        assertThat(DatabaseUrl.parse("sqlite:" + folder + "/my%20site.db").jdbcUrl())
                .isEqualTo("jdbc:sqlite:" + folder + "/my site.db");
        assertThat(DatabaseUrl.parse("jdbc:sqlite:" + folder + "/site.db?busy_timeout=9")
                        .properties(PoolSettings.standard()))
                .containsEntry("busy_timeout", "9");
    }

    @Test
    void a_file_in_a_folder_that_is_not_there_is_an_error_that_names_the_folder(@TempDir Path folder) {
        assertThatThrownBy(() -> DatabaseUrl.parse("sqlite:" + folder + "/nowhere/site.db"))
                .isInstanceOf(SettingsException.class)
                .hasMessage("the database URL \"sqlite:" + folder + "/nowhere/site.db\" cannot be used: the folder "
                        + folder
                        + "/nowhere of its file does not exist. Create the folder, or correct the path; write "
                        + "sqlite:site.db for a file in the working directory, or sqlite:///var/lib/site.db for one "
                        + "anywhere");
        assertThatThrownBy(() -> DatabaseUrl.parse("sqlite:" + folder)).hasMessageContaining("is a folder");
    }

    @Test
    void a_database_in_memory_has_one_connection_that_stays() {
        var url = DatabaseUrl.parse("sqlite::memory:?pool.size=8");

        assertThat(url.inMemory()).isTrue();
        assertThat(url.pool(PoolSettings.standard()).size()).isEqualTo(1);
        assertThat(url.pool(PoolSettings.standard()).idleTimeout()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://jane:secret@h/site",
                "postgresql://jane:sec@secret@h/site",
                "postgresql://jane@h/site?password=secret",
                "jdbc:postgresql://h/site?user=jane&password=secret&sslpassword=secret",
                "jdbc:mariadb://h/site?user=jane&trustStorePassword=secret",
            })
    void a_password_is_never_shown(String url) {
        assertThat(DatabaseUrl.parse(url).toString()).doesNotContain("secret").contains("***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://jane:se/secret@h/site",
                "postgresql://jane:se?secret@h/site",
                "postgresql://jane:se#secret@h/site",
                "postgresql://jane:secret/site",
                "postgresql://jane:secret@h:port/site",
                "postgresql://jane:secret%zz@h/site",
                "postgresql://jane:secret@h",
                "postgresql://jane:secret@h/",
                "postgresql://jane:secret@h/site?pool.sise=3",
                "oracle://jane:secret@h/site",
                "jdbc:postgresql://jane:secret@h/site",
                "jdbc:oracle:thin:jane/x@//h?password=secret",
            })
    void a_wrong_url_shows_no_password_either(String url) {
        assertThatThrownBy(() -> DatabaseUrl.parse(url))
                .isInstanceOf(SettingsException.class)
                .message()
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "oracle://h/site | no database has URLs that begin with \"oracle:\". It must begin with sqlite:",
                "site.db | it does not begin with the kind of database. Write for example sqlite:site.db",
                "postgresql://h | it names no database behind the server",
                "postgresql://h/a/b | it names no database behind the server",
                "postgresql:site | its server does not stand behind two slashes",
                "postgresql://h:0/site | the port behind h: is no number from 1 to 65535",
                "postgresql://h:70000/site | the port behind h: is no number from 1 to 65535",
                "postgresql://::1/site | write an IPv6 address in brackets: [::1]:5432",
                "postgresql://%2Fvar%2Frun/site | its host is the file of a Unix socket",
                "postgresql://h/site?pool.sise=3 | there is no option called pool.sise. The pool's are"
                        + " conn_health_checks",
                "mariadb://h/site?maxPoolSize=3 | there is no option called maxPoolSize",
                "postgresql://h/site?pool.size=many | pool.size is \"many\". Write a whole number, such as"
                        + " pool.size=10",
                "postgresql://h/site?pool.size=0 | pool.size is 0: it must be between 1 and 10000",
                "postgresql://h/site?pool.wait=soon | pool.wait is \"soon\". Write a duration as 250ms, 5s, 10m",
                "postgresql://h/site?pool.wait=none | pool.wait is \"none\"",
                "postgresql://h/site?ssl | an option behind the question mark has no name or value",
                "postgresql://h/site?pgbouncer=yes | there is no way of pooling called \"yes\"",
                "sqlite: | it names no file",
                "sqlite://site.db | behind two slashes stands a server, and SQLite has none",
            })
    void a_wrong_url_says_what_is_wrong_and_what_to_write(String url, String message) {
        assertThatThrownBy(() -> DatabaseUrl.parse(url.strip()))
                .isInstanceOf(SettingsException.class)
                .message()
                .containsIgnoringCase(message.strip());
    }

    @Test
    void each_kind_of_url_has_its_dialect() {
        assertThat(DatabaseUrl.parse("postgres://h/site").dialect()).isInstanceOf(Postgres.class);
        assertThat(DatabaseUrl.parse("mysql://h/site").dialect()).isInstanceOf(MariaDb.class);
        assertThat(DatabaseUrl.parse("jdbc:sqlite::memory:").dialect()).isInstanceOf(Sqlite.class);
    }
}
