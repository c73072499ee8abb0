package nuages.testing.servers;

final class MariaDbServerTests extends DatabaseServerContract {
    @Override
    DatabaseServer shared() {
        return MariaDbServer.shared();
    }

    @Override
    DatabaseServer startOne(int maxConnections) {
        return MariaDbServer.start(maxConnections);
    }

    @Override
    int reserved() {
        return 1;
    }
}
