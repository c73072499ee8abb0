package nuages.web.routing;

import java.lang.StackWalker.StackFrame;

/** Where in the user's code a route is declared: {@code PollUrls.java:14}. */
final class Place {
    private static final StackWalker WALKER = StackWalker.getInstance();
    private static final String HERE = Place.class.getPackageName() + ".";

    private Place() {}

    static String ofCaller() {
        return WALKER.walk(frames -> frames.filter(frame -> !isOurs(frame)).findFirst())
                .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                .orElse("unknown place");
    }

    /** The class whose code declares a route. */
    static Class<?> classOfCaller() {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.filter(frame -> !isOurs(frame)).findFirst())
                .<Class<?>>map(StackFrame::getDeclaringClass)
                .orElse(Place.class);
    }

    private static boolean isOurs(StackFrame frame) {
        String name = frame.getClassName();
        return name.equals(HERE + "Place") || name.equals(HERE + "Declaration") || name.equals(HERE + "Routes");
    }
}
