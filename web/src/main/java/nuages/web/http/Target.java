package nuages.web.http;

/** What stands in a request line, taken apart and checked (RFC 9112, section 3.2). */
final class Target {
    private Target() {}

    static Request.Builder parse(Method method, String target) {
        checked(target);
        int from = pathFrom(target);
        int question = target.indexOf('?', from);
        int to = question < 0 ? target.length() : question;
        String path = from == to && from > 0 ? "/" : PercentEncoding.decode(target, from, to, false);
        return Request.builder(method, path).query(question < 0 ? "" : target.substring(question + 1));
    }

    /** Behind the authority of a whole URL, which proxies are sent; {@code host()} goes by the Host header alone. */
    private static int pathFrom(String target) {
        boolean whole =
                target.regionMatches(true, 0, "http://", 0, 7) || target.regionMatches(true, 0, "https://", 0, 8);
        if (!whole) {
            return 0;
        }
        for (int i = target.indexOf("://") + 3; i < target.length(); i++) {
            if (target.charAt(i) == '/' || target.charAt(i) == '?') {
                return i;
            }
        }
        return target.length();
    }

    /** Text that stands in a URL as it was sent: visible ASCII. */
    static String checked(String sent) {
        for (int i = 0; i < sent.length(); i++) {
            char c = sent.charAt(i);
            if (c <= ' ' || c >= 127 || c == '#') {
                throw new BadRequest("U+%04X in a URL: it should be percent-encoded".formatted((int) c));
            }
        }
        return sent;
    }

    /** A decoded path that means the same to everybody who looks at it. */
    static String checkedPath(Method method, String path) {
        if (path.equals("*") && method == Method.OPTIONS) {
            return path;
        }
        if (!path.startsWith("/")) {
            throw new BadRequest("a path that does not begin with a slash");
        }
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (Character.isISOControl(c)) {
                throw new BadRequest("the control character U+%04X in a path".formatted((int) c));
            }
            if (c == '.' && path.charAt(i - 1) == '/' && isDots(path, i)) {
                throw new BadRequest("a path with . or .. in it: clients resolve these themselves");
            }
        }
        return path;
    }

    private static boolean isDots(String path, int from) {
        int to = path.startsWith("..", from) ? from + 2 : from + 1;
        return to == path.length() || path.charAt(to) == '/';
    }

    /** A name or address, perhaps with a port. */
    static boolean isHost(String sent) {
        boolean bracketed = sent.startsWith("[");
        int nameEnd = bracketed ? sent.indexOf(']') + 1 : sent.indexOf(':');
        if (nameEnd < 0) {
            nameEnd = sent.length();
        }
        return nameEnd > (bracketed ? 2 : 0)
                && all(sent, bracketed ? 1 : 0, bracketed ? nameEnd - 1 : nameEnd, bracketed ? ":." : "-._")
                && (nameEnd == sent.length() || isPort(sent, nameEnd));
    }

    private static boolean isPort(String sent, int colon) {
        int digits = sent.length() - colon - 1;
        if (sent.charAt(colon) != ':' || digits < 1 || digits > 5) {
            return false;
        }
        for (int i = colon + 1; i < sent.length(); i++) {
            if (sent.charAt(i) < '0' || sent.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean all(String text, int from, int to, String also) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!plain && also.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
