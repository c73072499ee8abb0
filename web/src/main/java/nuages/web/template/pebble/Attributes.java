package nuages.web.template.pebble;

import io.pebbletemplates.pebble.attributes.AttributeResolver;
import io.pebbletemplates.pebble.attributes.ResolvedAttribute;
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
            return null; // the engine then says that there is none
        } catch (Exception failure) {
            throw Calls.failed(failure, template, line);
        }
    }

    private static boolean isIndex(Object instance, Object name) {
        return name instanceof Number
                || instance.getClass().isArray()
                || (instance instanceof List
                        && Character.isDigit(String.valueOf(name).charAt(0)));
    }
}
