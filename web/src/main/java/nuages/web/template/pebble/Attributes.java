package nuages.web.template.pebble;

import io.pebbletemplates.pebble.attributes.AttributeResolver;
import io.pebbletemplates.pebble.attributes.ResolvedAttribute;
import io.pebbletemplates.pebble.error.AttributeNotFoundException;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.node.ArgumentsNode;
import io.pebbletemplates.pebble.template.EvaluationContextImpl;
import io.pebbletemplates.pebble.template.MacroAttributeProvider;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code question.text} is: the value of a map, a field, an accessor. Where an object that refers to another has no
 * such thing itself, what its {@code get()} gives is asked. Threads share it.
 */
final class Attributes implements AttributeResolver {
    private static final int MOST_REFERENCES = 4;

    @Override
    public @Nullable ResolvedAttribute resolve(
            Object instance,
            Object name,
            @Nullable Object @Nullable [] arguments,
            @Nullable ArgumentsNode node,
            EvaluationContextImpl context,
            String template,
            int line) {
        boolean called = arguments != null && arguments.length > 0;
        if (called || instance instanceof MacroAttributeProvider || isIndex(instance, name)) {
            return null; // which leaves it to the engine
        }
        if (instance instanceof Map<?, ?> map && map.containsKey(name)) {
            return new ResolvedAttribute(Pebble.printable(map.get(name)));
        }
        var attribute = String.valueOf(name);
        try {
            Object asked = instance;
            for (int i = 0; i < MOST_REFERENCES; i++) {
                var members = Members.of(asked);
                var member = members.find(attribute);
                if (member != null) {
                    return new ResolvedAttribute(Pebble.printable(member.of(asked)));
                }
                var reference = members.find("get");
                var next = reference == null ? null : reference.of(asked);
                if (next == null) {
                    break;
                }
                asked = next;
            }
            throw new AttributeNotFoundException(null, missing(asked, attribute), attribute, line, template);
        } catch (PebbleException failure) {
            throw failure;
        } catch (Exception failure) {
            throw Calls.failed(failure, template, line);
        }
    }

    private static String missing(Object asked, String name) {
        return asked instanceof Map<?, ?> map
                ? "the map has no \"" + name + "\", only " + map.keySet() + ": correct the name, or put it in"
                : asked.getClass().getName() + " has no \"" + name
                        + "\" that a template can read: give it a public field or an accessor of that name, or correct"
                        + " it";
    }

    private static boolean isIndex(Object instance, Object name) {
        return name instanceof Number
                || instance.getClass().isArray()
                || (instance instanceof List
                        && Character.isDigit(String.valueOf(name).charAt(0)));
    }
}
