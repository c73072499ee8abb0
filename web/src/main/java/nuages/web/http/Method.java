package nuages.web.http;

/** The request methods of RFC 9110 and RFC 5789. A server answers 501 to any other. */
public enum Method {
    /** Reads. */
    GET,
    /** Reads the head only. */
    HEAD,
    /** Submits. */
    POST,
    /** Replaces. */
    PUT,
    /** Changes in part. */
    PATCH,
    /** Removes. */
    DELETE,
    /** Asks what may be done. */
    OPTIONS,
    /** Echoes. */
    TRACE,
    /** Opens a tunnel. */
    CONNECT
}
