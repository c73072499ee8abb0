/** What a site is written in: requests and responses, routes, and what stands between them. */
module nuages.web {
    requires transitive nuages.data;
    requires io.pebbletemplates;
    requires org.slf4j;
    requires tools.jackson.databind;

    exports nuages.web.form;
    exports nuages.web.http;
    exports nuages.web.middleware;
    exports nuages.web.resource;
    exports nuages.web.routing;
    exports nuages.web.signing;
    exports nuages.web.template.pebble;
    exports nuages.web.template;
    exports nuages.web.view;
}
