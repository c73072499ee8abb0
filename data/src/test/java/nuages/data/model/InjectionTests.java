package nuages.data.model;

import static nuages.data.model.NoteBench.found;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nuages.data.error.DatabaseException;
import nuages.data.model.notes.Note;
import nuages.data.model.notes.Note_;
import nuages.data.query.Case;
import nuages.data.query.Condition;
import nuages.data.query.Expression;
import nuages.data.query.Functions;
import nuages.testing.servers.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InjectionTests {
    private static final List<String> ATTACKS = List.of(
            "' or '1'='1",
            "'; drop table notes_note; --",
            "\\' or 1=1 -- ",
            "\" or \"\"=\"",
            "` or 1=1 #",
            "') or ('1'='1",
            "%' or 1=1 /*",
            "\\",
            "\\\\'",
            "$1",
            "?",
            "{ts '2020-01-01'}",
            "$$; delete from notes_note; $$",
            "\u02bc or 1=1",
            "x' union select * from notes_note --");

    private static final Functions.Template SAME = Functions.sql("? = ?");

    private static String json(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static List<Condition<Note>> conditions(String attack) {
        return List.of(
                Note_.title.is(attack),
                Note_.title.in(attack, attack + "x"),
                Note_.title.contains(attack),
                Note_.title.containsAnyCase(attack),
                Note_.title.startsWith(attack),
                Note_.title.startsWithAnyCase(attack),
                Note_.title.endsWith(attack),
                Note_.title.endsWithAnyCase(attack),
                Note_.title.isAnyCase(attack),
                Note_.title.gt("x").and(Note_.title.lt("x" + attack)),
                Note_.title.between("y" + attack, "y" + attack),
                Note_.title.matches(attack).and(Note_.title.is("nothing")),
                Note_.title.matchesAnyCase(attack).and(Note_.title.is("nothing")),
                Note_.title.concat(attack).is(attack),
                Note_.title.replace(attack, "x").is(attack),
                Note_.title.replace("innocent", attack).is(attack + "x"),
                Note_.title.nullIf(attack).isNull(),
                Note_.title.padLeft(3, attack).is(attack),
                Note_.title.indexOf(attack).gte(0),
                Note_.title.coalesce(attack).is(attack),
                Note_.data.hasKey(attack),
                Note_.data.hasAnyKey(attack, attack + "x"),
                Note_.data.hasAllKeys(attack, "a"),
                Note_.data.at("a").isJson(json(attack)),
                Note_.data.contains(json(attack)),
                Note_.data.containedBy(json(attack)),
                Note_.data.at(attack).text().is("x"),
                Note_.data.at("a").at(attack).exists(),
                Note_.data.at("a").text().is(attack),
                SAME.condition(Note_.title, Functions.value(attack)),
                Condition.<Note>of(Case.when(Note_.title.is(attack), attack)
                        .otherwise("")
                        .is(attack)
                        .node()));
    }

    @ParameterizedTest
    @EnumSource
    void what_is_asked_for_never_becomes_sql(Kind kind) {
        NoteBench.run(kind, () -> {
            NoteBench.notes("innocent", "bystander");

            for (var attack : ATTACKS) {
                for (var condition : conditions(attack)) {
                    try {
                        assertThat(found(condition)).as(attack).isEmpty();
                    } catch (DatabaseException e) {
                        // as a regular expression it may be malformed, and nothing else
                        assertThat(condition.node().toString()).as(attack).contains("REGEX");
                    }
                }
            }
            assertThat(Note.objects.count()).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @EnumSource
    void what_is_kept_is_kept_as_it_is(Kind kind) {
        NoteBench.run(kind, () -> {
            NoteBench.notes(ATTACKS.toArray(String[]::new));

            for (var attack : ATTACKS) {
                assertThat(found(Note_.title.is(attack))).containsExactly(attack);
                assertThat(found(Note_.title.contains(attack))).contains(attack);
                assertThat(Note.objects.raw("select * from notes_note where title = ?", attack))
                        .hasSize(1);
                Note.objects.filter(Note_.title.is(attack)).update(Note_.body.to(attack));
                assertThat(Note.objects.filter(Note_.body.is(attack)).count()).isOne();
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void orders_separators_and_collations_are_no_way_in(Kind kind) {
        NoteBench.run(kind, () -> {
            NoteBench.notes("a", "b");

            for (var attack : ATTACKS) {
                var order = Note_.title.concat(attack).asc();
                assertThat(Note.objects.orderBy(order).values(Note_.title)).containsExactly("a", "b");
                Expression<Note, String> joined = Note_.title.joined(attack).orderBy(Note_.title.asc());
                assertThat(Note.objects.aggregate(joined)).hasValue("a" + attack + "b");
                assertThat(refused(() -> Note.objects
                                .orderBy(Note_.title.collate(attack).asc())
                                .list()))
                        .as(attack)
                        .isTrue();
            }
            assertThat(Note.objects.count()).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @EnumSource
    void keys_of_json_may_hold_anything(Kind kind) {
        NoteBench.run(kind, () -> {
            var folder = NoteBench.folder("json");
            var keys = new ArrayList<>(ATTACKS);
            keys.addAll(List.of("a.b", "$.a", "[0]", "*", "", "0", "a b", "ä", "{", "}", ","));
            for (var key : keys) {
                var escaped = key.replace("\\", "\\\\").replace("\"", "\\\"");
                NoteBench.note(folder, key, it -> it.data = "{\"" + escaped + "\": \"it\"}");
            }

            for (var key : keys) {
                assertThat(found(Note_.data.hasKey(key))).as(key).containsExactly(key);
                assertThat(found(Note_.data.at(key).text().is("it"))).as(key).containsExactly(key);
            }
        });
    }

    private static boolean refused(Runnable query) {
        try {
            query.run();
            return false;
        } catch (DatabaseException e) {
            return true;
        }
    }
}
