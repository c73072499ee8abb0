package nuages.web.http;

/** The request that a thread answers. */
final class Current {
    private static final ScopedValue<Request> REQUEST = ScopedValue.newInstance();

    private Current() {}

    static Response answer(Request request, Handler view) throws Exception {
        return ScopedValue.where(REQUEST, request).call(() -> view.handle(request));
    }

    static Request request() {
        if (!REQUEST.isBound()) {
            throw new IllegalStateException("no view is running in " + Thread.currentThread()
                    + ", so that there is no current request: ask within the view, and hand on what is needed");
        }
        return REQUEST.get();
    }
}
