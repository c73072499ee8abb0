package nuages.data.model;

import static nuages.data.model.NoteBench.found;
import static nuages.data.model.NoteBench.notes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import nuages.data.error.DatabaseException;
import nuages.data.model.notes.Note;
import nuages.data.model.notes.Note_;
import nuages.testing.servers.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LookupTests {
    @ParameterizedTest
    @EnumSource
    void lookups_tell_upper_from_lower_case(Kind kind) {
        NoteBench.run(kind, () -> {
            notes("Tea time", "tea time", "no TEA");

            assertThat(found(Note_.title.contains("Tea"))).containsExactly("Tea time");
            assertThat(found(Note_.title.startsWith("tea"))).containsExactly("tea time");
            assertThat(found(Note_.title.endsWith("TEA"))).containsExactly("no TEA");
            assertThat(found(Note_.title.containsAnyCase("teA"))).hasSize(3);
            assertThat(found(Note_.title.startsWithAnyCase("TEA"))).hasSize(2);
            assertThat(found(Note_.title.endsWithAnyCase("tea"))).containsExactly("no TEA");
            assertThat(found(Note_.title.isAnyCase("TEA TIME"))).hasSize(2);
        });
    }

    @ParameterizedTest
    @EnumSource
    void letters_beyond_ascii_have_two_cases_where_the_locale_knows_them(Kind kind) {
        NoteBench.run(kind, () -> {
            notes("ÄRGER", "ärger", "arger", "Ωμέγα");
            boolean ascii = kind == Kind.POSTGRESQL;

            assertThat(found(Note_.title.containsAnyCase("ärg"))).hasSize(ascii ? 1 : 2);
            assertThat(found(Note_.title.startsWithAnyCase("Är"))).hasSize(ascii ? 1 : 2);
            assertThat(found(Note_.title.isAnyCase("ωΜΈΓΑ"))).hasSize(ascii ? 0 : 1);
            assertThat(found(Note_.title.contains("ärg"))).containsExactly("ärger");
            assertThat(Note.objects.filter(Note_.title.is("ärger")).values(Note_.title.upper()))
                    .contains(ascii ? "äRGER" : "ÄRGER");
        });
    }

    @ParameterizedTest
    @EnumSource
    void characters_of_patterns_are_just_characters(Kind kind) {
        var hostile = List.of("%", "_", "\\", "!", "*", "?", "[", "]", "[a-z]", "'", "\"", "^", "$", "\\%", "!%", "`");
        NoteBench.run(kind, () -> {
            notes("plain");
            notes(hostile.stream().map(it -> "<" + it + ">").toArray(String[]::new));

            for (var text : hostile) {
                var all = hostile.stream()
                        .filter(it -> it.contains(text))
                        .map(it -> "<" + it + ">")
                        .toList();
                assertThat(found(Note_.title.contains(text))).as(text).isEqualTo(all);
                assertThat(found(Note_.title.containsAnyCase(text))).as(text).isEqualTo(all);
                assertThat(found(Note_.title.startsWith("<" + text + ">"))).containsExactly("<" + text + ">");
                assertThat(found(Note_.title.endsWith("<" + text + ">"))).containsExactly("<" + text + ">");
                assertThat(found(Note_.title.startsWithAnyCase("<" + text + ">")))
                        .containsExactly("<" + text + ">");
                assertThat(found(Note_.title.endsWithAnyCase("<" + text + ">"))).containsExactly("<" + text + ">");
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void regular_expressions(Kind kind) {
        NoteBench.run(kind, () -> {
            notes("abc", "ABC", "a1c", "x");

            assertThat(found(Note_.title.matches("^a.c$"))).containsExactly("abc", "a1c");
            assertThat(found(Note_.title.matches("[0-9]+"))).containsExactly("a1c");
            assertThat(found(Note_.title.matchesAnyCase("^(abc|x)$"))).containsExactly("abc", "ABC", "x");
            assertThat(found(Note_.title.matches("b{1}").not())).containsExactly("ABC", "a1c", "x");
            assertThatThrownBy(() -> found(Note_.title.matches("("))).isInstanceOf(DatabaseException.class);
        });
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE")
    void a_regular_expression_that_never_ends_is_stopped(Kind kind) {
        NoteBench.run(kind, () -> {
            notes("a".repeat(60));

            assertThatThrownBy(() -> found(Note_.title.matches("^(a|aa)+\\1c$")))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("too many steps");
        });
    }

    @ParameterizedTest
    @EnumSource
    void ranges_and_null(Kind kind) {
        NoteBench.run(kind, () -> {
            NoteBench.numbers();

            assertThat(found(Note_.stars.between(1, 2))).containsExactly("a", "b");
            assertThat(found(Note_.stars.between(2, 9))).containsExactly("b");
            assertThat(found(Note_.price.between(new BigDecimal("2"), new BigDecimal("10"))))
                    .containsExactly("b", "c");
            assertThat(found(Note_.rating.isNull())).containsExactly("c");
            assertThat(found(Note_.rating.isNotNull())).containsExactly("a", "b");
            assertThat(found(Note_.rating.is(1).not())).containsExactly("b", "c");
            assertThat(found(Note_.rating.isNot(1))).containsExactly("b", "c");
            assertThat(found(Note_.rating.in(1, 2).not())).containsExactly("c");
            assertThat(found(Note_.stars.gt(Note_.rating.minus(1)))).containsExactly("a", "b");
        });
    }

    @ParameterizedTest
    @EnumSource
    void one_of_many_values(Kind kind) {
        NoteBench.run(kind, () -> {
            NoteBench.numbers();
            var note = Note.objects.filter(Note_.title.is("a")).one();
            var codes = Stream.concat(
                            Stream.of(note.code),
                            Stream.generate(UUID::randomUUID).limit(2000))
                    .toList();

            assertThat(found(Note_.stars.in())).isEmpty();
            assertThat(found(Note_.stars.in(List.<Integer>of()).not())).hasSize(3);
            assertThat(found(Note_.stars.in(IntStream.range(0, 70_000).boxed().toList())))
                    .containsExactly("a", "b");
            assertThat(found(Note_.size.in(LongStream.range(5, 70_005).boxed().toList())))
                    .containsExactly("a", "b");
            assertThat(found(Note_.title.in(
                            IntStream.range(0, 70_000).mapToObj(it -> "x" + it).toList())))
                    .isEmpty();
            assertThat(found(Note_.title.in("a", "c", "'"))).containsExactly("a", "c");
            assertThat(found(Note_.code.in(codes))).containsExactly("a");
            assertThat(found(Note_.price.in(new BigDecimal("2.25"), BigDecimal.TEN)))
                    .containsExactly("b", "c");
            assertThat(found(Note_.written.in(Instant.EPOCH))).hasSize(3);
            assertThat(found(Note_.day.in(note.day))).hasSize(3);
            assertThat(found(Note_.clock.in(note.clock))).hasSize(3);
            assertThat(found(Note_.weight.in(0.5, 4.0))).containsExactly("a", "c");
            assertThat(found(Note_.done.in(true))).containsExactly("b");
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_nul_character_is_kept_or_refused(Kind kind) {
        NoteBench.run(kind, () -> {
            var folder = NoteBench.folder("nul");
            if (kind == Kind.POSTGRESQL) {
                assertThatThrownBy(() -> NoteBench.note(folder, "a\0b", _ -> {}))
                        .isInstanceOf(DatabaseException.class)
                        .hasMessageContaining("NUL");
                assertThatThrownBy(() -> found(Note_.title.contains("\0"))).isInstanceOf(DatabaseException.class);
            } else {
                NoteBench.note(folder, "a\0b", _ -> {});
                NoteBench.note(folder, "ab", _ -> {});
                assertThat(found(Note_.title.is("a\0b"))).containsExactly("a\0b");
                assertThat(found(Note_.title.contains("\0b"))).containsExactly("a\0b");
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void texts_are_compared_with_other_columns(Kind kind) {
        NoteBench.run(kind, () -> {
            var folder = NoteBench.folder("f");
            NoteBench.note(folder, "Tea%", it -> it.body = "Tea%");
            NoteBench.note(folder, "Tea time", it -> it.body = "tea");
            NoteBench.note(folder, "My tea", it -> it.body = "tea");

            assertThat(found(Note_.title.contains(Note_.body))).containsExactly("Tea%", "My tea");
            assertThat(found(Note_.title.startsWith(Note_.body))).containsExactly("Tea%");
        });
    }
}
