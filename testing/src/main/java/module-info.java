/** What users' tests need. */
module nuages.testing {
    requires transitive nuages.data;
    requires transitive nuages.project;
    requires transitive nuages.web;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;
    requires org.slf4j;
    requires tools.jackson.databind;

    exports nuages.testing;
}
