package nuages.processor;

/** Texts as literals of Java. */
final class Literals {
    private Literals() {}

    static void append(StringBuilder to, String text) {
        to.append('"');
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            switch (each) {
                case '"' -> to.append("\\\"");
                case '\\' -> to.append("\\\\");
                case '\n' -> to.append("\\n");
                case '\r' -> to.append("\\r");
                case '\t' -> to.append("\\t");
                default -> {
                    if (Character.isISOControl(each)) {
                        to.append(String.format("\\u%04x", (int) each));
                    } else {
                        to.append(each);
                    }
                }
            }
        }
        to.append('"');
    }
}
