package nuages.testing.servers;

final class PostgresServerTests extends DatabaseServerContract {
    @Override
    DatabaseServer shared() {
        return PostgresServer.shared();
    }

    @Override
    DatabaseServer startOne(int maxConnections) {
        return PostgresServer.start(maxConnections);
    }

    @Override
    int reserved() {
        return 4;
    }
}
