/** A project: its settings, its apps and the commands that run it. */
module nuages.project {
    requires transitive nuages.data;
    requires transitive nuages.server;
    requires transitive nuages.web;
    requires info.picocli;
    requires java.compiler;
    requires java.net.http;
    requires org.slf4j;
    requires tools.jackson.databind;
    requires static jdk.jshell;

    exports nuages.project;
    exports nuages.project.trial to
            nuages.testing;

    opens nuages.project.command to
            info.picocli;
    opens nuages.project.develop to
            info.picocli;
    opens nuages.project.migrate to
            info.picocli;
    opens nuages.project.shell to
            info.picocli;
    opens nuages.project.start to
            info.picocli;

    uses java.util.spi.ToolProvider;
    uses javax.annotation.processing.Processor;
}
