package nuages.web.http;

/**
 * Where a middleware stands between the server and the routes: the order of these is the order of the stack, outermost
 * first. Each stands where it does because of what those further out or further in must or must not see.
 */
public enum Stage {
    /** Corrects who sent the request, and by which scheme and host, for all that ask, error pages among them. Never fails. */
    PROXIES,
    /** Gives the request its name in the logs, and must have done so before anything is logged. */
    REQUEST_ID,
    /** Adds headers to every answer, error pages among them. */
    SECURITY_HEADERS,
    /** Makes answers of what is thrown further in and has not become one yet: faults, and what the next ones refuse. */
    ERRORS,
    /** Refuses hosts that are not the site's before a URL is made with one. */
    HOSTS,
    /** Sends clients to HTTPS before anything secret is said. */
    HTTPS,
    /** Answers with files, for which nothing further in is needed. */
    STATIC_FILES,
    /** Compresses what the client reads: outside of what looks at a body. */
    COMPRESSION,
    /** Compares a body with what the client has: before it is compressed. */
    CONDITIONAL_GET,
    /** Knows who the visitor was last time. */
    SESSIONS,
    /** Refuses what other sites have visitors send; its secret may be in the session. */
    CSRF,
    /** Knows who the visitor is, by the session. */
    AUTH,
    /** Carries words to the visitor's next page, perhaps by the session. */
    MESSAGES,
    /** Makes answers of what views throw on purpose, such as 404, while all of the above is at hand for their pages. */
    ANSWERS,
    /** What a site adds of its own; it sees all of the above done. */
    SITE
}
