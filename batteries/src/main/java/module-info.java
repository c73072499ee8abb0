/** The apps that most sites have. Each is an ordinary app: what it can do, a site's own apps can do too. */
module nuages {
    requires transitive nuages.project;
    requires info.picocli;
    requires org.slf4j;

    exports nuages.message;
    exports nuages.session;
    exports nuages.session.migrations;
    exports nuages.session.store;

    opens nuages.session to
            info.picocli;
}
