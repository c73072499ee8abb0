package nuages.web.form;

import static nuages.web.form.Widget.Kind.FILE;
import static nuages.web.form.Widget.Kind.SELECT;
import static nuages.web.form.Widget.Kind.TEXT;
import static nuages.web.form.Widget.Kind.URL;

import java.net.InetAddress;
import java.net.URI;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nuages.data.mapping.Label;
import nuages.web.upload.Upload;
import org.jspecify.annotations.Nullable;

/** The types of values that every form reads. Immutable; threads share it. */
final class TextTypes {
    private static final Map<Class<?>, TextType<?>> SIMPLE = byClass(Stream.of(
            new Plain<>(String.class, TEXT, "must be text", it -> it, it -> it),
            Numbers.bytes(),
            Numbers.shorts(),
            Numbers.ints(),
            Numbers.longs(),
            Numbers.bigIntegers(),
            Numbers.floats(),
            Numbers.doubles(),
            Numbers.decimals(),
            Numbers.characters(),
            Times.dates(),
            Times.times(),
            Times.dateTimes(),
            Times.months(),
            Times.years(),
            Times.durations(),
            new Plain<>(Boolean.class, SELECT, "must be yes or no", TextTypes::bool, it -> it ? "true" : "false"),
            new Plain<>(Upload.class, FILE, "must be a file", _ -> null, Upload::filename),
            new Plain<>(UUID.class, TEXT, "must be a UUID", TextTypes::uuid, UUID::toString),
            new Plain<>(
                    InetAddress.class, TEXT, "must be an IP address", TextTypes::address, InetAddress::getHostAddress),
            new Plain<>(URI.class, URL, "must be an address", URI::create, URI::toString),
            new Plain<>(ZoneId.class, TEXT, "must be a time zone, as in Europe/Berlin", ZoneId::of, ZoneId::getId)));

    private static final ClassValue<List<Choice>> CONSTANTS = new ClassValue<>() {
        @Override
        protected List<Choice> computeValue(Class<?> type) {
            return Arrays.stream(type.getEnumConstants())
                    .map(it -> (Enum<?>) it)
                    .map(it -> Choice.of(it.name(), label(type, it)))
                    .toList();
        }
    };

    private final ZoneId zone;
    private final Map<Class<?>, TextType<?>> own;

    private TextTypes(ZoneId zone, Map<Class<?>, TextType<?>> own) {
        this.zone = zone;
        this.own = own;
    }

    static TextTypes of(ZoneId zone, List<TextType<?>> own) {
        return new TextTypes(zone, byClass(own.stream()));
    }

    private static Map<Class<?>, TextType<?>> byClass(Stream<TextType<?>> types) {
        return types.collect(Collectors.toMap(TextType::type, Function.identity()));
    }

    /** What reads values of a class; none if nothing does. */
    Optional<TextType<?>> find(Class<?> type) {
        return Optional.ofNullable(own.containsKey(type) ? own.get(type) : usual(type));
    }

    private @Nullable TextType<?> usual(Class<?> type) {
        if (type.isEnum()) {
            return constants(type.asSubclass(Enum.class));
        }
        return switch (type.getName()) {
            case "java.time.Instant" -> Times.instants(zone);
            case "java.time.OffsetDateTime" -> Times.offsetDateTimes(zone);
            case "java.time.ZonedDateTime" -> Times.zonedDateTimes(zone);
            default -> SIMPLE.get(type);
        };
    }

    /** The constants of an enum as choices. */
    static List<Choice> constantsOf(Class<?> type) {
        return CONSTANTS.get(type);
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static TextType<?> constants(Class<? extends Enum> type) {
        return new Plain<>((Class<Enum>) type, SELECT, Sentences.NO_CHOICE, it -> Enum.valueOf(type, it), Enum::name);
    }

    private static String label(Class<?> type, Enum<?> constant) {
        try {
            var marked = type.getField(constant.name()).getAnnotation(Label.class);
            return marked == null ? Words.of(constant.name()) : marked.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(constant + " is no constant of " + type, e);
        }
    }

    private static @Nullable Boolean bool(String text) {
        return switch (text) {
            case "true", "on", "yes", "1" -> true;
            case "false", "off", "no", "0" -> false;
            default -> null;
        };
    }

    /** Java reads {@code 127.1} too, and the names of network cards, which are nobody else's. No name is looked up. */
    private static @Nullable InetAddress address(String text) {
        boolean whole =
                text.indexOf(':') >= 0 || text.chars().filter(it -> it == '.').count() == 3;
        return whole && text.indexOf('%') < 0 ? InetAddress.ofLiteral(text) : null;
    }

    /** Java reads {@code 1-1-1-1-1} too, which is nobody's. */
    private static @Nullable UUID uuid(String text) {
        boolean bare = text.length() == 32 && text.indexOf('-') < 0;
        var dashed = bare
                ? String.join(
                        "-",
                        text.substring(0, 8),
                        text.substring(8, 12),
                        text.substring(12, 16),
                        text.substring(16, 20),
                        text.substring(20))
                : text;
        return dashed.length() == 36 ? UUID.fromString(dashed) : null;
    }
}
