package nuages.data.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import nuages.data.connection.Work;
import nuages.data.error.InvalidSql;
import nuages.data.model.notes.Note;
import nuages.data.model.notes.Note_;
import nuages.data.query.Expression;
import nuages.data.query.Functions;
import nuages.testing.servers.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Functions and casts that each database has in its own way, or gets. */
class FunctionTests {
    private static <T> List<T> values(Expression<Note, T> expression) {
        return Note.objects.orderBy(Note_.id.asc()).values(expression);
    }

    private static void titles(Kind kind, Runnable test, String... titles) {
        NoteBench.run(kind, () -> {
            NoteBench.notes(titles);
            test.run();
        });
    }

    private static void numbers(Kind kind, Runnable test) {
        NoteBench.run(kind, () -> {
            NoteBench.numbers();
            test.run();
        });
    }

    @ParameterizedTest
    @EnumSource
    void bits_of_all_rows(Kind kind) {
        numbers(kind, () -> {
            var notes = Note.objects;

            assertThat(notes.aggregate(Note_.size.bitAnd())).hasValue(0L);
            assertThat(notes.aggregate(Note_.size.bitOr())).hasValue(30L);
            assertThat(notes.aggregate(Note_.size.bitXor())).hasValue(26L);
            assertThat(notes.aggregate(Note_.stars.bitAnd())).hasValue(0);
            assertThat(notes.aggregate(Note_.stars.bitOr())).hasValue(-5);
            assertThat(notes.filter(Note_.stars.isNot(2)).aggregate(Note_.stars.bitAnd()))
                    .hasValue(1);
            assertThat(notes.aggregate(Note_.rating.bitAnd().filter(Note_.stars.is(2))))
                    .hasValue(2);
            assertThat(notes.aggregate(Note_.size.bitOr().distinct())).hasValue(30L);
            assertThat(notes.filter(Note_.id.is(-1L)).aggregate(Note_.size.bitAnd()))
                    .isEmpty();
            assertThat(notes.filter(Note_.rating.isNull()).aggregate(Note_.rating.bitXor()))
                    .isEmpty();
            Note.objects.update(Note_.size.to(6L));
            if (kind == Kind.MARIADB) {
                assertThatThrownBy(() -> notes.aggregate(Note_.size.bitXor().distinct()))
                        .isInstanceOf(InvalidSql.class)
                        .hasMessageStartingWith("MariaDB has no exclusive or of different values only.");
            } else {
                assertThat(notes.aggregate(Note_.size.bitXor().distinct())).hasValue(6L);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void digests(Kind kind) {
        titles(
                kind,
                () -> {
                    if (kind == Kind.POSTGRESQL) {
                        Work.current()
                                .database()
                                .sql("create extension pgcrypto")
                                .update();
                    }
                    assertThat(values(Note_.title.sha1())).containsExactly(digest("SHA-1", "Äpfel"));
                    assertThat(values(Note_.title.sha224())).containsExactly(digest("SHA-224", "Äpfel"));
                    assertThat(values(Note_.title.sha384())).containsExactly(digest("SHA-384", "Äpfel"));
                },
                "Äpfel");
    }

    private static String digest(String algorithm, String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void characters_and_their_numbers(Kind kind) {
        titles(
                kind,
                () -> {
                    assertThat(values(Note_.title.codePoint())).containsExactly(65, 0xC4, 0x20AC, 0x1F600, null);
                    assertThat(values(Note_.title.codePoint().asCharacter()))
                            .containsExactly("A", "Ä", "€", "\uD83D\uDE00", null);
                    assertThat(values(Note_.title.codePoint().asCharacter().concat("!"))
                                    .getFirst())
                            .isEqualTo("A!");
                },
                "Apple",
                "Äpfel",
                "€",
                "\uD83D\uDE00 smile",
                "");
    }

    @ParameterizedTest
    @EnumSource
    void texts_as_numbers_and_times(Kind kind) {
        titles(
                kind,
                () -> {
                    var numbers = Note.objects.filter(Note_.title.startsWith("-"));
                    assertThat(numbers.values(Note_.title.asLong().plus(1L))).containsExactly(-12L);
                    assertThat(numbers.values(Note_.title.asDouble().dividedBy(2.0)))
                            .containsExactly(-6.5);
                    assertThat(numbers.values(Note_.title.asDecimal()).getFirst())
                            .isEqualByComparingTo(new BigDecimal("-13"));
                    var moments = Note.objects.filter(Note_.title.startsWith("2"));
                    assertThat(moments.values(Note_.title.asDate())).containsExactly(LocalDate.of(2026, 1, 31));
                    assertThat(moments.values(Note_.title.asInstant()))
                            .containsExactly(Instant.parse("2026-01-31T23:30:00.250Z"));
                    assertThat(moments.filter(Note_.title.asDate().is(LocalDate.of(2026, 1, 31)))
                                    .exists())
                            .isTrue();
                    assertThat(moments.filter(Note_.title.asInstant().gt(Note_.written))
                                    .count())
                            .isOne();
                },
                "-13",
                "2026-01-31 23:30:00.25");
    }

    @ParameterizedTest
    @EnumSource
    void numbers_as_truth(Kind kind) {
        numbers(kind, () -> {
            assertThat(values(Note_.stars.minus(1).asTruth())).containsExactly(false, true, true);
            assertThat(values(Note_.price.asTruth())).containsExactly(true, true, true);
            assertThat(values(Note_.rating.asTruth())).containsExactly(true, true, null);
        });
    }

    @ParameterizedTest
    @EnumSource
    void an_average_of_decimals_can_be_exact(Kind kind) {
        numbers(kind, () -> {
            var exact =
                    Note_.price.sum().asDecimal().dividedBy(Note_.price.count().asDecimal());
            assertThat(Note.objects.aggregate(exact).orElseThrow())
                    .isEqualByComparingTo(new BigDecimal("4.5833333333"));
        });
    }

    @ParameterizedTest
    @EnumSource
    void uuids_that_begin_with_the_time(Kind kind) {
        titles(
                kind,
                () -> {
                    long before = System.currentTimeMillis();
                    Note.objects.update(Note_.code.to(Functions.timeOrderedUuid()));
                    long after = System.currentTimeMillis();

                    var codes = values(Note_.code);
                    assertThat(codes).doesNotHaveDuplicates().allMatch(it -> it.version() == 7 && it.variant() == 2);
                    assertThat(codes)
                            .extracting(it -> it.getMostSignificantBits() >>> 16)
                            .allMatch(it -> it >= before - 1 && it <= after + 1);
                },
                "a",
                "b",
                "c");
    }

    @ParameterizedTest
    @EnumSource
    void json_of_values(Kind kind) {
        numbers(kind, () -> {
            Note.objects.filter(Note_.title.is("b")).update(Note_.data.to("{\"tags\": [1]}"));
            var values = new TreeMap<String, Expression<Note, ?>>();
            values.put("title's", Note_.title);
            values.put("stars", Note_.stars);
            values.put("done", Note_.done);
            values.put("rating", Note_.rating);
            values.put("data", Note_.data);
            values.put("list", Functions.jsonArray(Note_.title, Functions.value(7), Functions.value("\"q\"")));
            var object = Functions.jsonObject(values);

            assertThat(values(object.at("title's").text())).containsExactly("a", "b", "c");
            assertThat(values(object.at("stars").whole())).containsExactly(1L, 2L, -7L);
            assertThat(values(object.at("done").truth())).containsExactly(false, true, false);
            assertThat(values(object.at("data").at("tags").at(0).whole())).containsExactly(null, 1L, null);
            assertThat(values(object.at("list").at(2).text())).containsOnly("\"q\"");
            assertThat(Note.objects
                            .filter(object.isJson(
                                    "{\"data\": {}, \"done\": false, \"list\": [\"c\", 7, \"\\\"q\\\"\"], "
                                            + "\"rating\": null, \"stars\": -7, \"title's\": \"c\"}"))
                            .values(Note_.title))
                    .containsExactly("c");
            Note.objects.update(Note_.data.to(Functions.jsonObject(new TreeMap<String, Expression<Note, ?>>())));
            assertThat(values(Note_.data)).containsOnly("{}");
        });
    }

    @ParameterizedTest
    @EnumSource
    void names_of_json_are_of_objects_and_positions_of_lists(Kind kind) {
        titles(
                kind,
                () -> {
                    json("list", "[\"x\", {\"0\": [[7]]}]");
                    json("object", "{\"0\": \"y\", \"a\": {\"b\": 1}}");
                    json("text", "\"z\"");

                    assertThat(values(Note_.data.at("0").text())).containsExactly(null, "y", null);
                    assertThat(values(Note_.data.at(0).text())).containsExactly("x", null, null);
                    assertThat(values(Note_.data.at(-2).text())).containsExactly("x", null, null);
                    assertThat(values(Note_.data.at(1).at("0").at(-1).at(0).whole()))
                            .containsExactly(7L, null, null);
                    assertThat(values(Note_.data.at("a").at(0).at("b").whole())).containsExactly(null, null, null);
                    assertThat(NoteBench.found(Note_.data.hasKey("0"))).containsExactly("object");
                    assertThat(NoteBench.found(Note_.data.at(0).exists())).containsExactly("list");
                    assertThat(NoteBench.found(Note_.data.at(0).exists().not())).containsExactly("object", "text");
                    assertThat(values(Note_.data.at(0))).containsExactly("\"x\"", null, null);
                },
                "list",
                "object",
                "text");
    }

    private static void json(String title, String json) {
        Note.objects.filter(Note_.title.is(title)).update(Note_.data.to(json));
    }

    @ParameterizedTest
    @EnumSource
    void numbers_of_json_may_be_tiny_and_huge(Kind kind) {
        titles(
                kind,
                () -> {
                    json("tiny", "{\"n\": 1e-20}");
                    json("huge", "{\"n\": -1.5e40}");
                    json("whole", "{\"n\": 9007199254740993}");

                    assertThat(values(Note_.data.at("n").real())).containsExactly(1e-20, -1.5e40, 9007199254740992.0);
                    assertThat(Note.objects
                                    .filter(Note_.title.is("whole"))
                                    .values(Note_.data.at("n").whole()))
                            .containsExactly(9007199254740993L);
                    assertThat(NoteBench.found(Note_.data.at("n").real().lt(1e-10)))
                            .containsExactly("tiny", "huge");
                },
                "tiny",
                "huge",
                "whole");
    }

    @ParameterizedTest
    @EnumSource
    void different_times_in_order(Kind kind) {
        numbers(kind, () -> {
            var late = Instant.parse("2026-01-31T23:30:00Z");
            Note.objects.filter(Note_.title.is("a")).update(Note_.written.to(late));
            Note.objects.filter(Note_.title.is("c")).update(Note_.written.to(late.plusSeconds(60)));

            assertThat(Note.objects.times(Note_.written.startOfHour()))
                    .containsExactly(LocalDateTime.of(1970, 1, 1, 0, 0), LocalDateTime.of(2026, 1, 31, 23, 0));
            assertThat(Note.objects.times(Note_.written)).containsExactly(Instant.EPOCH, late, late.plusSeconds(60));
        });
    }
}
