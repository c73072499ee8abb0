/** Turns sockets into calls of one handler; the only module that sees Vert.x and Netty. */
module nuages.server {
    requires transitive nuages.web;
    requires io.netty.buffer;
    requires io.netty.codec;
    requires io.netty.codec.http;
    requires io.netty.common;
    requires io.netty.handler;
    requires io.netty.transport;
    requires io.vertx.core;
    requires micrometer.core;
    requires micrometer.registry.prometheus;
    requires org.slf4j;

    exports nuages.server;
}
