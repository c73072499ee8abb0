package nuages.testing;

/** What one test has of a site. One thread uses it. */
final class Tested {
    private final Client client;

    Tested(ComposedSite site) {
        this.client = Client.of(site);
    }

    Client client() {
        return client;
    }

    /** Ends what the test has begun and not ended. */
    void close() {}
}
