package nuages.project.start;

import java.util.Locale;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import nuages.data.error.SettingsException;

/** The name of a project or an app, which is a Java package and part of names of tables and files too. */
record Name(String text) {
    private static final Pattern ALLOWED = Pattern.compile("[a-z][a-z0-9_]{0,49}");
    private static final Pattern TAKEN = Pattern.compile("java|javax|jdk|sun|nuages|test|src|target|manage");

    Name {
        if (!ALLOWED.matcher(text).matches() || TAKEN.matcher(text).matches() || SourceVersion.isKeyword(text)) {
            throw new SettingsException(
                    "\"" + text + "\" is no name for a project or an app: it becomes a Java package, so write small"
                            + " letters, digits and _, a letter first, and no word that Java or Nuages uses; for"
                            + " example " + suggestion(text));
        }
    }

    private static String suggestion(String text) {
        var letters = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "").replaceAll("^[^a-z]+", "");
        return ALLOWED.matcher(letters).matches()
                        && !TAKEN.matcher(letters).matches()
                        && !SourceVersion.isKeyword(letters)
                ? letters
                : "mysite";
    }

    /** As the name of a class: {@code OpinionPolls} for {@code opinion_polls}. */
    String type() {
        var type = new StringBuilder();
        for (var part : text.split("_+")) {
            if (!part.isEmpty()) {
                type.append(Character.toUpperCase(part.charAt(0))).append(part, 1, part.length());
            }
        }
        return type.toString();
    }

    /** As people write it: {@code Opinion polls} for {@code opinion_polls}. */
    String title() {
        var words = text.replaceAll("_+", " ").strip();
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
