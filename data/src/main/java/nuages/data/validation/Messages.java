package nuages.data.validation;

import jakarta.validation.MessageInterpolator;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words for what an annotation finds wrong: the program's own from its bundle {@code ValidationMessages}, or the
 * provider's. Values are put in the place of {@code {min}} and the like; there is no language in which a value could be
 * taken for code. Threads share it.
 */
final class Messages implements MessageInterpolator {
    private static final Pattern NAMED = Pattern.compile("(?<!\\$)\\{([^{}]+)}");
    /** The two places where the provider's own texts calculate. */
    private static final Pattern INCLUSIVE = Pattern.compile("\\$\\{inclusive == true \\? '([^']*)' ?: ?'([^']*)' ?}");

    @Override
    public String interpolate(String template, Context context) {
        return interpolate(template, context, Locale.getDefault());
    }

    @Override
    public String interpolate(String template, Context context, Locale locale) {
        var attributes = context.getConstraintDescriptor().getAttributes();
        String text = replace(template, name -> text(name, locale));
        boolean inclusive = Boolean.TRUE.equals(attributes.get("inclusive"));
        text = INCLUSIVE
                .matcher(text)
                .replaceAll(it -> Matcher.quoteReplacement(inclusive ? it.group(1) : it.group(2)));
        return replace(text, name -> {
            var value = attributes.get(name);
            return value == null ? null : value.toString();
        });
    }

    /** Finds what a name stands for. */
    @FunctionalInterface
    private interface Lookup {
        /** What it stands for; null if for nothing. */
        @Nullable
        String find(String name);
    }

    private static String replace(String text, Lookup lookup) {
        return NAMED.matcher(text).replaceAll(it -> {
            var found = lookup.find(it.group(1));
            return Matcher.quoteReplacement(found == null ? it.group() : found);
        });
    }

    private static @Nullable String text(String name, Locale locale) {
        for (var bundle : new String[] {"ValidationMessages", "org.hibernate.validator.ValidationMessages"}) {
            try {
                var texts = ResourceBundle.getBundle(bundle, locale, loader());
                if (texts.containsKey(name)) {
                    return texts.getString(name);
                }
            } catch (MissingResourceException _) {
                // then the next one may have it
            }
        }
        return null;
    }

    private static ClassLoader loader() {
        var own = Thread.currentThread().getContextClassLoader();
        return own == null ? ClassLoader.getSystemClassLoader() : own;
    }
}
