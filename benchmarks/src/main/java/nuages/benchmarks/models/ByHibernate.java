package nuages.benchmarks.models;

import nuages.data.settings.DatabaseUrl;
import nuages.data.settings.PoolSettings;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.cfg.Configuration;

/** Hibernate without its session cache, which would answer the second time by itself. */
final class ByHibernate implements Library {
    private final SessionFactory factory;
    private final StatelessSession session;

    ByHibernate(String url) {
        var parsed = DatabaseUrl.parse(url);
        var configuration = new Configuration().addAnnotatedClass(Citizen.class);
        configuration.setProperty("hibernate.connection.url", parsed.jdbcUrl());
        configuration.setProperty("jakarta.persistence.validation.mode", "none");
        parsed.properties(PoolSettings.standard())
                .forEach((key, value) ->
                        configuration.setProperty("hibernate.connection." + key, String.valueOf(value)));
        this.factory = configuration.buildSessionFactory();
        this.session = factory.openStatelessSession();
        session.beginTransaction();
    }

    @Override
    public String name(long id) {
        return session.get(Citizen.class, id).name;
    }

    @Override
    public int all() {
        return session.createSelectionQuery("from Citizen", Citizen.class)
                .list()
                .size();
    }

    @Override
    public void close() {
        session.close();
        factory.close();
    }
}
