package nuages.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalConnectionFactoryConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import nuages.data.settings.DatabaseUrl;
import nuages.data.settings.PoolSettings;

/** Another pool, with JDBC written by hand. */
final class Others implements Peer {
    private final DataSource source;
    private final Runnable close;

    private Others(DataSource source, Runnable close) {
        this.source = source;
        this.close = close;
    }

    static Others hikari(String url, int size) {
        var config = new HikariConfig();
        config.setJdbcUrl(DatabaseUrl.parse(url).jdbcUrl());
        config.setDataSourceProperties(properties(url));
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(size);
        config.setConnectionTimeout(60_000);
        var pool = new HikariDataSource(config);
        return new Others(pool, pool::close);
    }

    static Others agroal(String url, int size) throws SQLException {
        var config = new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.initialSize(size)
                        .minSize(size)
                        .maxSize(size)
                        .acquisitionTimeout(Duration.ofSeconds(60))
                        .connectionFactoryConfiguration(factory -> configure(factory, url)));
        var pool = AgroalDataSource.from(config);
        return new Others(pool, pool::close);
    }

    private static AgroalConnectionFactoryConfigurationSupplier configure(
            AgroalConnectionFactoryConfigurationSupplier factory, String url) {
        factory.jdbcUrl(DatabaseUrl.parse(url).jdbcUrl());
        properties(url).forEach((key, value) -> {
            var text = String.valueOf(value);
            switch (String.valueOf(key)) {
                case "user" -> factory.principal(new NamePrincipal(text));
                case "password" -> factory.credential(new SimplePassword(text));
                default -> factory.jdbcProperty(String.valueOf(key), text);
            }
        });
        return factory;
    }

    /** What our own pool tells the drivers: statements are prepared and cached in the same way everywhere. */
    private static Properties properties(String url) {
        return DatabaseUrl.parse(url).properties(PoolSettings.standard());
    }

    @Override
    public void work(Step step) throws SQLException {
        step.run();
    }

    @Override
    public boolean lend() throws SQLException {
        try (var connection = source.getConnection()) {
            return connection != null;
        }
    }

    @Override
    public Thing select(long id) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement(Thing.SELECT)) {
            statement.setLong(1, id);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return new Thing(rows.getLong(1), rows.getString(2), rows.getLong(3));
            }
        }
    }

    @Override
    public long query(String sql) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement(sql);
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() {
        close.run();
    }
}
