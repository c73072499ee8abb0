/** What users' tests need. */
module nuages.testing {
    requires transitive nuages.data;
    requires transitive org.junit.jupiter.api;

    exports nuages.testing;
}
