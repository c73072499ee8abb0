package nuages.data.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import nuages.data.schema.Column;
import nuages.data.schema.Table;
import nuages.testing.servers.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever the schema and whatever becomes of it: the steps lead to what creating the new one leads to, rows are kept,
 * and there is a way back. {@code -Dnuages.schemas=1500} tries more, {@code -Dnuages.first=17} begins there.
 */
class AnyChangeTests {
    private static final int SCHEMAS = Integer.getInteger("nuages.schemas", 15);
    private static final long FIRST = Long.getLong("nuages.first", 1);

    @ParameterizedTest
    @EnumSource
    void steps_lead_to_the_new_schema_with_all_rows_and_back(Kind kind) {
        for (long seed = FIRST; seed < FIRST + SCHEMAS; seed++) {
            try (var place = new Place(kind);
                    var other = new Place(kind)) {
                thereAndBack(place, other, seed, kind);
            } catch (RuntimeException e) {
                throw new AssertionError("schema " + seed, e);
            }
        }
    }

    private static void thereAndBack(Place place, Place other, long seed, Kind kind) {
        var changes = new Changes(new Random(seed), kind);
        var values = new Values(kind);
        var change = SchemaChange.of(place.database.dialect());
        var first = sorted(place.create(changes.before.toArray(Table[]::new)));
        insert(place, changes.before, values);
        var rows = rows(place, changes.before, values);

        run(place, change.steps(changes.before, changes.after, changes.renames, fills(changes.after, values)));
        assertThat(sorted(place.tables()))
                .as("schema %d", seed)
                .isEqualTo(sorted(other.create(changes.after.toArray(Table[]::new))));
        kept(changes, rows, rows(place, changes.after, values), seed);

        run(place, change.steps(changes.after, changes.before, changes.back(), fills(changes.before, values)));
        assertThat(sorted(place.tables())).as("schema %d, back", seed).isEqualTo(first);
    }

    private static void run(Place place, List<Step> steps) {
        place.work(() -> StepRunner.of(place.database).run(steps));
    }

    private static Fills fills(List<Table> tables, Values values) {
        var fills = Fills.none();
        for (var table : tables) {
            for (var column : table.columns()) {
                boolean needed = !column.nullable() && !column.identity() && column.defaultSql() == null;
                fills = needed ? fills.with(table.name(), column.name(), values.of(column.type(), "id")) : fills;
            }
        }
        return fills;
    }

    private static void insert(Place place, List<Table> tables, Values values) {
        for (var table : tables) {
            for (String number : values.numbers()) {
                var names = table.columns().stream()
                        .map(it -> place.writer.quote(it.name()))
                        .collect(Collectors.joining(", "));
                var row = table.columns().stream()
                        .map(it -> value(table, it, number, values))
                        .collect(Collectors.joining(", "));
                place.run("insert into " + place.writer.quote(table.name()) + " (" + names + ") values (" + row + ")");
            }
        }
    }

    private static String value(Table table, Column column, String number, Values values) {
        boolean leads = table.foreignKeys().stream().anyMatch(it -> it.columns().contains(column.name()));
        return leads || (column.nullable() && number.equals("2")) ? "null" : values.of(column.type(), number);
    }

    private static Map<String, List<String>> rows(Place place, List<Table> tables, Values values) {
        var rows = new LinkedHashMap<String, List<String>>();
        for (var table : tables) {
            for (var column : table.columns()) {
                String sql = "select coalesce(" + values.shown(place.writer.quote(column.name())) + ", 'none') from "
                        + place.writer.quote(table.name()) + " order by id";
                place.work(() -> rows.put(
                        table.name() + '\0' + column.name() + '\0' + column.type(),
                        place.database.sql(sql).list(String.class)));
            }
        }
        return rows;
    }

    /** Columns that stay and keep their type have the same values, but that what is missing may be filled. */
    private static void kept(
            Changes changes, Map<String, List<String>> rows, Map<String, List<String>> now, long seed) {
        for (var table : changes.before) {
            for (var column : table.columns()) {
                String to = changes.table(table.name());
                String key = to.isEmpty()
                        ? ""
                        : to + '\0' + changes.column(table.name(), column.name()) + '\0' + column.type();
                if (now.containsKey(key)) {
                    var was = rows.getOrDefault(table.name() + '\0' + column.name() + '\0' + column.type(), List.of());
                    var is = new ArrayList<>(now.getOrDefault(key, List.of()));
                    for (int i = 0; i < was.size() && i < is.size(); i++) {
                        is.set(i, was.get(i).equals("none") ? "none" : is.get(i));
                    }
                    assertThat(is)
                            .as("schema %d, %s.%s", seed, table.name(), column.name())
                            .isEqualTo(was);
                }
            }
        }
    }

    static List<Table> sorted(List<Table> tables) {
        return tables.stream()
                .map(it -> it.withColumns(it.columns().stream()
                        .sorted(Comparator.comparing(Column::name))
                        .toList()))
                .toList();
    }
}
