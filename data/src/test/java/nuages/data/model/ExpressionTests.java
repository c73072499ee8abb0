package nuages.data.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nuages.data.model.NoteBench.found;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import nuages.data.error.InvalidSql;
import nuages.data.model.notes.Note;
import nuages.data.model.notes.Note_;
import nuages.data.query.Case;
import nuages.data.query.Condition;
import nuages.data.query.Expression;
import nuages.data.query.Functions;
import nuages.data.query.NumberExpression;
import nuages.data.query.TextExpression;
import nuages.testing.servers.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExpressionTests {
    private static final Functions.Template TWICE = Functions.sql("? + ?");
    private static final Functions.Template GREETING =
            Functions.sql("'hi ' || ?").on("MariaDB", "concat('hi ', ?)");
    private static final Functions.Template LONGER = Functions.sql("length(?) > ?");

    private static <T> List<T> values(Expression<Note, T> expression) {
        return Note.objects.orderBy(Note_.id.asc()).values(expression);
    }

    private static void numbers(Kind kind, Runnable test) {
        NoteBench.run(kind, () -> {
            NoteBench.numbers();
            test.run();
        });
    }

    @ParameterizedTest
    @EnumSource
    void whole_numbers(Kind kind) {
        numbers(kind, () -> {
            assertThat(values(Note_.stars.plus(1).times(2))).containsExactly(4, 6, -12);
            assertThat(values(Note_.stars.minus(Note_.rating.coalesce(0)))).containsExactly(0, 0, -7);
            assertThat(values(Note_.size.dividedBy(3L))).containsExactly(3L, 6L, 1L);
            assertThat(values(Note_.stars.dividedBy(2))).containsExactly(0, 1, -3);
            assertThat(values(Note_.stars.modulo(4))).containsExactly(1, 2, -3);
            assertThat(values(Note_.size.dividedBy(0L))).containsExactly(null, null, null);
            assertThat(values(Note_.size.modulo(0L))).containsExactly(null, null, null);
            assertThat(values(Note_.stars.negated())).containsExactly(-1, -2, 7);
            assertThat(values(Note_.stars.abs())).containsExactly(1, 2, 7);
            assertThat(values(Note_.stars.sign())).containsExactly(1, 1, -1);
            assertThat(values(Note_.size.bitAnd(6L))).containsExactly(2L, 4L, 4L);
            assertThat(values(Note_.size.bitOr(1L))).containsExactly(11L, 21L, 5L);
            assertThat(values(Note_.size.bitXor(4L))).containsExactly(14L, 16L, 0L);
            assertThat(values(Note_.stars.bitXor(-1))).containsExactly(-2, -3, 6);
            assertThat(values(Note_.stars.bitAnd(-2))).containsExactly(0, 2, -8);
            assertThat(values(Note_.size.shiftLeft(2))).containsExactly(40L, 80L, 16L);
            assertThat(values(Note_.size.shiftRight(1))).containsExactly(5L, 10L, 2L);
        });
    }

    @ParameterizedTest
    @EnumSource
    void decimal_numbers(Kind kind) {
        numbers(kind, () -> {
            assertThat(values(Note_.price.plus(new BigDecimal("0.10"))))
                    .usingElementComparator(BigDecimal::compareTo)
                    .containsExactly(new BigDecimal("1.6"), new BigDecimal("2.35"), new BigDecimal("10.1"));
            assertThat(values(Note_.price.times(new BigDecimal("3"))))
                    .usingElementComparator(BigDecimal::compareTo)
                    .containsExactly(new BigDecimal("4.5"), new BigDecimal("6.75"), new BigDecimal("30"));
            assertThat(values(Note_.price.dividedBy(new BigDecimal("3"))))
                    .usingElementComparator(BigDecimal::compareTo)
                    .containsExactly(new BigDecimal("0.5"), new BigDecimal("0.75"), new BigDecimal("3.3333333333"));
            assertThat(values(Note_.price.dividedBy(BigDecimal.ZERO))).containsExactly(null, null, null);
            assertThat(values(Note_.price.modulo(BigDecimal.ONE)))
                    .usingElementComparator(BigDecimal::compareTo)
                    .containsExactly(new BigDecimal("0.5"), new BigDecimal("0.25"), BigDecimal.ZERO);
            assertThat(values(Note_.price.round(1)))
                    .usingElementComparator(BigDecimal::compareTo)
                    .containsExactly(new BigDecimal("1.5"), new BigDecimal("2.3"), new BigDecimal("10"));
            assertThat(values(Note_.price.ceiling()))
                    .usingElementComparator(BigDecimal::compareTo)
                    .containsExactly(new BigDecimal("2"), new BigDecimal("3"), new BigDecimal("10"));
            assertThat(values(Note_.price.floor()))
                    .usingElementComparator(BigDecimal::compareTo)
                    .containsExactly(new BigDecimal("1"), new BigDecimal("2"), new BigDecimal("10"));
            assertThat(found(Note_.price.times(new BigDecimal("2")).gt(new BigDecimal("4"))))
                    .containsExactly("b", "c");
            assertThat(values(Note_.size.asDecimal().dividedBy(new BigDecimal("8"))))
                    .usingElementComparator(BigDecimal::compareTo)
                    .containsExactly(new BigDecimal("1.25"), new BigDecimal("2.5"), new BigDecimal("0.5"));
            assertThat(values(Note_.weight.dividedBy(2.0))).containsExactly(0.25, 0.75, 2.0);
            assertThat(values(Note_.weight.modulo(1.0))).containsExactly(0.5, 0.5, 0.0);
            assertThat(values(Note_.price.asLong()).getLast()).isEqualTo(10L);
        });
    }

    @ParameterizedTest
    @EnumSource
    void mathematics(Kind kind) {
        var close = within(1e-9);
        numbers(kind, () -> {
            assertThat(values(Note_.size.power(2)).getFirst()).isEqualTo(100.0, close);
            assertThat(values(Note_.size.sqrt()).getLast()).isEqualTo(2.0, close);
            assertThat(values(Note_.size.log(10)).getFirst()).isEqualTo(1.0, close);
            assertThat(values(Functions.ln(Note_.size)).getFirst()).isEqualTo(Math.log(10), close);
            assertThat(values(Functions.exp(Note_.weight)).getFirst()).isEqualTo(Math.exp(0.5), close);
            assertThat(values(Functions.sin(Note_.weight)).getFirst()).isEqualTo(Math.sin(0.5), close);
            assertThat(values(Functions.cos(Note_.weight)).getFirst()).isEqualTo(Math.cos(0.5), close);
            assertThat(values(Functions.tan(Note_.weight)).getFirst()).isEqualTo(Math.tan(0.5), close);
            assertThat(values(Functions.cot(Note_.weight)).getFirst()).isEqualTo(1 / Math.tan(0.5), close);
            assertThat(values(Functions.asin(Note_.weight.dividedBy(10.0))).getFirst())
                    .isEqualTo(Math.asin(0.05), close);
            assertThat(values(Functions.acos(Note_.weight.dividedBy(10.0))).getFirst())
                    .isEqualTo(Math.acos(0.05), close);
            assertThat(values(Functions.atan(Note_.weight)).getFirst()).isEqualTo(Math.atan(0.5), close);
            assertThat(values(Functions.atan2(Note_.weight, Note_.size)).getFirst())
                    .isEqualTo(Math.atan2(0.5, 10), close);
            assertThat(values(Functions.degrees(Note_.weight)).getFirst()).isEqualTo(Math.toDegrees(0.5), close);
            assertThat(values(Functions.radians(Note_.size)).getFirst()).isEqualTo(Math.toRadians(10), close);
            assertThat(values(Functions.<Note>pi()).getFirst()).isEqualTo(Math.PI, close);
            assertThat(values(Functions.<Note>random())).allMatch(it -> it >= 0 && it < 1);
            assertThat(values(Functions.<Note>randomUuid()))
                    .allMatch(it -> it.version() == 4)
                    .doesNotHaveDuplicates();
        });
    }

    @ParameterizedTest
    @EnumSource
    void texts(Kind kind) {
        NoteBench.run(kind, () -> {
            NoteBench.notes(" Äpfel ");

            assertThat(values(Note_.title.trim())).containsExactly("Äpfel");
            assertThat(values(Note_.title.trimStart())).containsExactly("Äpfel ");
            assertThat(values(Note_.title.trimEnd())).containsExactly(" Äpfel");
            assertThat(values(Note_.title.length())).containsExactly(7);
            assertThat(values(Note_.title.trim().substring(1, 3))).containsExactly("pfe");
            assertThat(values(Note_.title.trim().left(2))).containsExactly("Äp");
            assertThat(values(Note_.title.trim().right(2))).containsExactly("el");
            assertThat(values(Note_.title.trim().right(0))).containsExactly("");
            assertThat(values(Note_.title.trim().right(99))).containsExactly("Äpfel");
            assertThat(values(Note_.title.trim().padLeft(8, "-+"))).containsExactly("-+-Äpfel");
            assertThat(values(Note_.title.trim().padRight(8, "-+"))).containsExactly("Äpfel-+-");
            assertThat(values(Note_.title.trim().padLeft(2, "-"))).containsExactly("Äp");
            assertThat(values(Note_.title.replace("pf", "'"))).containsExactly(" Ä'el ");
            assertThat(values(Note_.title.trim().reverse())).containsExactly("lefpÄ");
            assertThat(values(Note_.title.trim().repeat(2))).containsExactly("ÄpfelÄpfel");
            assertThat(values(Note_.title.indexOf("fel"))).containsExactly(3);
            assertThat(values(Note_.title.indexOf("FEL"))).containsExactly(-1);
            assertThat(values(Note_.title.concat("!").concat(Note_.body))).containsExactly(" Äpfel !");
            assertThat(values(Functions.concat(Note_.body, Note_.title))).containsExactly(" Äpfel ");
            assertThat(values(Note_.title.trim().lower().upper().right(3))).containsExactly("FEL");
            assertThat(values(Note_.title.trim().md5())).containsExactly(digest("MD5", "Äpfel"));
            assertThat(values(Note_.title.trim().sha256())).containsExactly(digest("SHA-256", "Äpfel"));
            assertThat(values(Note_.title.trim().sha512())).containsExactly(digest("SHA-512", "Äpfel"));
            assertThat(values(Note_.body.coalesce("none"))).containsExactly("none");
            assertThat(values(Note_.title.nullIf(" Äpfel "))).containsExactly((String) null);
        });
    }

    private static String digest(String algorithm, String text) {
        try {
            var digest = MessageDigest.getInstance(algorithm);
            return HexFormat.of().formatHex(digest.digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void cases_and_choices(Kind kind) {
        numbers(kind, () -> {
            var size = Case.when(Note_.stars.lt(0), "bad")
                    .or(Note_.stars.is(1), "fair")
                    .otherwise("good");
            assertThat(values(size)).containsExactly("fair", "good", "bad");
            assertThat(values(Case.when(Note_.stars.gt(1), Note_.size))).containsExactly(null, 20L, null);
            assertThat(values(Case.when(Note_.done.is(true), 1).otherwise(0))).containsExactly(0, 1, 0);
            assertThat(found(TextExpression.of(size).startsWith("g"))).containsExactly("b");
            assertThat(values(Functions.greatest(Note_.stars, Note_.rating))).containsExactly(1, 2, null);
            assertThat(values(Functions.least(Note_.stars, Functions.value(0)))).containsExactly(0, 0, -7);
            assertThat(values(Functions.coalesce(Note_.rating, Note_.stars))).containsExactly(1, 2, -7);
            assertThat(values(Note_.rating.nullIf(2))).containsExactly(1, null, null);
            assertThat(values(Functions.truth(Note_.stars.gt(1)))).containsExactly(false, true, false);
            assertThat(values(Note_.stars.asText())).containsExactly("1", "2", "-7");
            assertThat(Note.objects.orderBy(size.asc()).values(Note_.title)).containsExactly("c", "a", "b");
            assertThat(values(Functions.<Note, UUID>value(new UUID(1, 2)))).containsOnly(new UUID(1, 2));
        });
    }

    @ParameterizedTest
    @EnumSource
    void sql_of_ones_own(Kind kind) {
        numbers(kind, () -> {
            var twice = NumberExpression.of(TWICE.of(Integer.class, Note_.stars, Note_.stars));
            assertThat(values(twice.times(10))).containsExactly(20, 40, -140);
            assertThat(values(GREETING.of(String.class, Note_.title))).containsExactly("hi a", "hi b", "hi c");
            Condition<Note> longer = LONGER.condition(Note_.title, Functions.value(0));
            assertThat(found(longer)).hasSize(3);
            assertThat(found(longer.not())).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void updates_with_expressions(Kind kind) {
        numbers(kind, () -> {
            Note.objects
                    .filter(Note_.price.gt(BigDecimal.TWO))
                    .update(
                            Note_.stars.to(Note_.stars.times(10)),
                            Note_.title.to(Note_.title.concat("!").upper()),
                            Note_.rating.to(Case.when(Note_.done.is(true), 5).otherwise(Note_.rating)));

            assertThat(values(Note_.stars)).containsExactly(1, 20, -70);
            assertThat(values(Note_.title)).containsExactly("a", "B!", "C!");
            assertThat(values(Note_.rating)).containsExactly(1, 5, null);
        });
    }

    @ParameterizedTest
    @EnumSource
    void values_of_updates_are_of_the_rows_before(Kind kind) {
        numbers(kind, () -> {
            Note.objects.update(
                    Note_.stars.to(Note_.stars.plus(1)),
                    Note_.rating.to(Note_.stars),
                    Note_.title.to(Note_.rating.asText().concat("!")));

            assertThat(values(Note_.stars)).containsExactly(2, 3, -6);
            assertThat(values(Note_.rating)).containsExactly(1, 2, -7);
            assertThat(values(Note_.title)).containsExactly("1!", "2!", "!");
        });
    }

    @ParameterizedTest
    @EnumSource
    void two_fields_exchange_their_values_or_nothing_is_changed(Kind kind) {
        numbers(kind, () -> {
            var before = values(Note_.stars);
            Note.objects.update(Note_.rating.to(Note_.stars.plus(100)));

            if (kind == Kind.MARIADB) {
                assertThatThrownBy(
                                () -> Note.objects.update(Note_.stars.to(Note_.rating), Note_.rating.to(Note_.stars)))
                        .isInstanceOf(InvalidSql.class)
                        .hasMessageStartingWith(
                                "MariaDB gives columns their values one after the other, and each of stars, "
                                        + "rating is to have what another of them had");
                assertThat(values(Note_.stars)).isEqualTo(before);
            } else {
                Note.objects.update(Note_.stars.to(Note_.rating), Note_.rating.to(Note_.stars));
                assertThat(values(Note_.rating)).isEqualTo(before);
                assertThat(values(Note_.stars)).containsExactly(101, 102, 93);
            }
        });
    }

    @Test
    void a_queryset_can_be_shown_where_there_is_no_work() {
        assertThat(Note.objects.filter(Note_.stars.gt(3)).limit(2).toString())
                .startsWith("select \"notes_note\".\"id\", ")
                .endsWith(" where \"notes_note\".\"stars\" > ? limit ?");
        Expression<Note, Integer> wrong = TWICE.of(Integer.class, Note_.stars);
        assertThat(Note.objects.orderBy(wrong.asc()).toString())
                .startsWith("Note without SQL: the SQL has 2 question marks");
    }

    @ParameterizedTest
    @EnumSource
    void json(Kind kind) {
        NoteBench.run(kind, () -> {
            var folder = NoteBench.folder("json");
            NoteBench.note(
                    folder,
                    "a",
                    it -> it.data =
                            "{\"name\": \"Ann\", \"age\": 7, \"tags\": [\"x\", \"y\"], \"ok\": true, \"in\": {\"k\":"
                                    + " 1.5}}");
            NoteBench.note(
                    folder, "b", it -> it.data = "{\"name\": null, \"age\": \"seven\", \"tags\": [], \"ok\": 1}");
            NoteBench.note(folder, "c", it -> it.data = "{\"a\\\"b'c\": 1, \"age\": 30}");

            assertThat(values(Note_.data.at("name").text())).containsExactly("Ann", null, null);
            assertThat(values(Note_.data.at("age").whole())).containsExactly(7L, null, 30L);
            assertThat(values(Note_.data.at("in").at("k").real())).containsExactly(1.5, null, null);
            assertThat(values(Note_.data.at("tags").at(1).text())).containsExactly("y", null, null);
            assertThat(values(Note_.data.at("tags").at(-2).text())).containsExactly("x", null, null);
            assertThat(values(Note_.data.at("ok").truth())).containsExactly(true, null, null);
            assertThat(found(Note_.data.at("age").whole().gt(7L))).containsExactly("c");
            assertThat(found(Note_.data.at("name").text().startsWith("A"))).containsExactly("a");
            assertThat(found(Note_.data.hasKey("name"))).containsExactly("a", "b");
            assertThat(found(Note_.data.hasKey("a\"b'c"))).containsExactly("c");
            assertThat(found(Note_.data.hasAnyKey("in", "a\"b'c"))).containsExactly("a", "c");
            assertThat(found(Note_.data.hasAllKeys("name", "in"))).containsExactly("a");
            assertThat(found(Note_.data.hasAllKeys())).hasSize(3);
            assertThat(found(Note_.data.hasAnyKey())).isEmpty();
            assertThat(found(Note_.data.hasKey("name").not())).containsExactly("c");
            assertThat(found(Note_.data.at("name").isJson("null"))).containsExactly("b");
            assertThat(found(Note_.data.at("tags").isJson(" [\"x\",\"y\"]"))).containsExactly("a");
            assertThat(found(Note_.data.isJson("{\"age\":30, \"a\\\"b'c\":1}"))).containsExactly("c");
            assertThat(found(Note_.data.contains("{\"tags\": [\"y\"], \"ok\": true}")))
                    .containsExactly("a");
            assertThat(found(Note_.data.contains("{\"in\": {}}"))).containsExactly("a");
            assertThat(found(Note_.data.containedBy("{\"age\":30, \"a\\\"b'c\":1, \"more\": 1}")))
                    .containsExactly("c");
        });
    }
}
