package nuages.data.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * SQL of a user's own, which may be different for a kind of database: the text before, between and behind its arguments.
 *
 * @param standard for all other databases
 * @param own by the name of the database
 */
public record Wordings(List<String> standard, Map<String, List<String>> own) {
    /** The parts of a text whose arguments are question marks; two of them are one that is none. */
    public static List<String> parts(String text) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '?') {
                part.append(c);
            } else if (i + 1 < text.length() && text.charAt(i + 1) == '?') {
                part.append("??");
                i++;
            } else {
                parts.add(part.toString());
                part.setLength(0);
            }
        }
        parts.add(part.toString());
        return List.copyOf(parts);
    }

    List<String> of(Wording wording) {
        return own.getOrDefault(wording.database(), standard);
    }
}
