/** Connections, and on top of them models, querysets and migrations. */
module nuages.data {
    requires transitive jakarta.validation;
    requires transitive java.sql;
    requires transitive org.jspecify;
    requires static org.checkerframework.checker.qual;
    requires static org.mariadb.jdbc;
    requires org.postgresql.jdbc;
    requires org.slf4j;
    requires static org.xerial.sqlitejdbc;
    requires tools.jackson.databind;

    exports nuages.data.connection;
    exports nuages.data.ddl;
    exports nuages.data.dialect;
    exports nuages.data.error;
    exports nuages.data.mapping;
    exports nuages.data.migration;
    exports nuages.data.migration.draft;
    exports nuages.data.migration.history;
    exports nuages.data.migration.run;
    exports nuages.data.model;
    exports nuages.data.query;
    exports nuages.data.row;
    exports nuages.data.schema;
    exports nuages.data.settings;
    exports nuages.data.validation;
    exports nuages.data.concurrent to
            nuages.server;
    exports nuages.data.socket to
            org.mariadb.jdbc,
            org.postgresql.jdbc;

    provides jakarta.validation.ConstraintValidator with
            nuages.data.row.SizeOfConstant;
}
