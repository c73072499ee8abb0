package nuages.data.model;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nuages.data.connection.Database;
import nuages.data.connection.Databases;
import nuages.data.connection.Work;
import nuages.data.error.MultipleRows;
import nuages.data.model.fields.Keyed;
import nuages.data.model.fields.Keyed_Language_;
import nuages.data.model.fields.Keyed_Ticket_;
import nuages.data.model.library.Author;
import nuages.data.model.library.Author_;
import nuages.data.model.library.Country;
import nuages.data.model.library.Country_;
import nuages.data.model.notes.Note;
import nuages.data.model.notes.Note_;
import nuages.data.settings.PoolSettings;
import nuages.testing.servers.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many keys at once, and such that a database takes for equal: MariaDB "DE" and "de", and lets references write either. */
class EqualKeysTests {
    private static void withAuthors(Runnable test) {
        LibraryBench.on(Kind.MARIADB, () -> {
            Country.objects.create(it -> it.code = "de");
            Country.objects.create(it -> it.code = "FR");
            for (var code : List.of("DE", "de", "fr")) {
                Author.objects.create(it -> {
                    it.name = code;
                    it.country = KeyedRef.of(Country.class, code);
                });
            }
            test.run();
        });
    }

    private static List<String> countries(QuerySet<Author> authors) {
        return authors.orderBy(Author_.id.asc()).list().stream()
                .map(it -> it.country == null ? "none" : it.country.fetch().code)
                .toList();
    }

    @Test
    void rows_are_handed_to_the_owner_that_the_database_takes_for_theirs() {
        withAuthors(() -> {
            var countries = Country.objects
                    .orderBy(Country_.code.asc())
                    .withMany(Author_.country)
                    .list();

            assertThat(countries).extracting(it -> it.code).containsExactly("de", "FR");
            assertThat(countries.getFirst().authors().get())
                    .extracting(it -> it.name)
                    .containsExactlyInAnyOrder("DE", "de");
            assertThat(countries.getLast().authors().get())
                    .extracting(it -> it.name)
                    .containsExactly("fr");
        });
    }

    @Test
    void references_lead_to_the_row_however_they_are_written() {
        withAuthors(() -> {
            assertThat(countries(Author.objects)).containsExactly("de", "de", "FR");
            assertThat(countries(Author.objects.with(Author_.country))).containsExactly("de", "de", "FR");
            assertThat(countries(Author.objects.withQuery(Author_.country, Country.objects)))
                    .containsExactly("de", "de", "FR");
        });
    }

    @Test
    void many_rows_are_found_by_the_keys_that_were_asked_for() {
        withAuthors(() -> {
            var found = Country.objects.inBulk(List.of("DE", "de", "Fr", "xx"));

            assertThat(found).containsOnlyKeys("DE", "de", "Fr");
            assertThat(found.get("DE")).isSameAs(found.get("de"));
            assertThat(Country.objects.inBulk(Country_.code, List.of("DE", "xx")))
                    .containsOnlyKeys("DE");
        });
    }

    /** More keys than a statement names, in the order in which they are asked for. */
    private static final List<String> MANY = IntStream.range(0, 1250)
            .mapToObj(it -> Integer.toString(36 * 36 + it, 36).substring(1))
            .toList();

    private static void withCountries(Kind kind, List<String> codes, Runnable test) {
        LibraryBench.on(kind, () -> {
            Country.objects.bulkCreate(
                    codes.stream().map(EqualKeysTests::country).toList());
            test.run();
        });
    }

    private static Country country(String code) {
        var country = new Country();
        country.code = code;
        country.name = code;
        return country;
    }

    @ParameterizedTest
    @EnumSource
    void of_more_keys_than_a_statement_names_only_those_that_are_missing_are_left_out(Kind kind) {
        var there = new ArrayList<>(MANY);
        var absent = List.of(MANY.get(3), MANY.get(1100), MANY.get(1249));
        there.removeAll(absent);
        withCountries(kind, there, () -> {
            assertThat(Country.objects.inBulk(MANY)).containsOnlyKeys(there);
            assertThat(Country.objects.inBulk(Country_.name, MANY)).containsOnlyKeys(there);
        });
    }

    @ParameterizedTest
    @EnumSource
    void references_to_more_rows_than_a_statement_names_are_fetched_but_for_those_that_are_left_out(Kind kind) {
        withCountries(kind, MANY, () -> {
            Author.objects.bulkCreate(MANY.stream().map(EqualKeysTests::author).toList());
            var hidden = MANY.get(1200);

            var authors = Author.objects
                    .withQuery(Author_.country, Country.objects.filter(Country_.code.isNot(hidden)))
                    .list();

            assertThat(authors)
                    .filteredOn(it -> requireNonNull(it.country).fetched().isEmpty())
                    .extracting(it -> it.name)
                    .containsExactly(hidden);
        });
    }

    private static Author author(String code) {
        var author = new Author();
        author.name = code;
        author.country = KeyedRef.of(Country.class, code);
        return author;
    }

    @ParameterizedTest
    @EnumSource
    void a_key_that_is_asked_for_twice_is_found_however_far_apart(Kind kind) {
        withCountries(kind, MANY, () -> {
            var twice = new ArrayList<>(MANY);
            twice.add(MANY.getFirst());

            assertThat(Country.objects.inBulk(twice)).containsOnlyKeys(MANY);
            assertThat(Country.objects.inBulk(Country_.name, twice)).containsOnlyKeys(MANY);
        });
    }

    @Test
    void a_row_that_is_meant_by_keys_far_apart_is_one() {
        withCountries(Kind.MARIADB, List.of("de", "fr"), () -> {
            var asked = new ArrayList<>(MANY.subList(0, 360));
            asked.add("DE");
            IntStream.range(0, 1000).forEach(it -> asked.add("x" + it));
            asked.addAll(List.of("de", "Fr"));

            var found = Country.objects.inBulk(asked);

            assertThat(found).containsOnlyKeys("DE", "de", "Fr");
            assertThat(found.get("DE")).isSameAs(found.get("de"));
        });
    }

    @ParameterizedTest
    @EnumSource
    void missing_keys_cost_no_queries_of_their_own(Kind kind) {
        withCountries(kind, List.of("de", "fr"), () -> {
            var asked = new ArrayList<>(List.of("DE", "fr"));
            IntStream.range(0, 400).forEach(it -> asked.add("x" + it));

            var queries = LibraryBench.queries(() -> assertThat(Country.objects.inBulk(asked))
                    .containsOnlyKeys(kind == Kind.MARIADB ? List.of("DE", "fr") : List.of("fr")));

            assertThat(queries).hasSizeLessThanOrEqualTo(kind == Kind.MARIADB ? 3 : 1);
        });
    }

    @Test
    void keys_that_are_all_written_in_another_way_cost_one_query_more() {
        var codes = MANY.subList(400, 1250);
        withCountries(Kind.MARIADB, codes, () -> {
            var asked = codes.stream().map(it -> it.toUpperCase(Locale.ROOT)).toList();

            var queries = LibraryBench.queries(
                    () -> assertThat(Country.objects.inBulk(asked)).containsOnlyKeys(asked));

            assertThat(queries).hasSize(2);
        });
    }

    @ParameterizedTest
    @EnumSource
    void numbers_are_found_as_they_were_asked_for_however_many_zeros_they_end_with(Kind kind) {
        NoteBench.run(kind, () -> {
            NoteBench.numbers();
            var asked = List.of(new BigDecimal("1.5"), new BigDecimal("2.25"), BigDecimal.TEN);

            var found = Note.objects.inBulk(
                    Note_.price,
                    Stream.concat(asked.stream(), Stream.of(BigDecimal.ONE)).toList());

            assertThat(found).containsOnlyKeys(asked);
            assertThat(requireNonNull(found.get(BigDecimal.TEN)).title).isEqualTo("c");
        });
    }

    @Test
    void a_value_that_several_rows_are_equal_to_is_told() {
        LibraryBench.on(Kind.MARIADB, () -> {
            for (var name : List.of("Mann", "mann")) {
                Author.objects.create(it -> it.name = name);
            }

            assertThat(Author.objects.inBulk(Author_.name, List.of("mann"))).containsOnlyKeys("mann");
            assertThatThrownBy(() -> Author.objects.inBulk(Author_.name, List.of("MANN")))
                    .isInstanceOf(MultipleRows.class)
                    .hasMessageContaining("more than one Author has the value MANN");
        });
    }

    @Test
    void what_belongs_to_rows_needs_one_connection_however_keys_are_written() {
        Consumer<PoolSettings.Change> one = it -> {
            it.size = 1;
            it.waitLimit = Duration.ofSeconds(2);
        };
        var database = Database.open(
                "default", Kind.MARIADB.newDatabase(), PoolSettings.standard().with(one));
        try {
            Site.create(database, Keyed.Country.class, Keyed.Language.class, Keyed.Ticket.class);
            Work.of("test", Databases.of(database)).run(() -> readWritten(database));
            assertThat(database.snapshot().leased()).isZero();
        } finally {
            database.shutdown(Duration.ZERO);
        }
    }

    private static void readWritten(Database database) {
        Keyed.Country.objects.create(it -> it.code = "be");
        for (var code : List.of("nl", "fr")) {
            Keyed.Language.objects.create(it -> it.code = code);
            database.sql(
                            "insert into fields_language_countries (language_id, country_id) values (?, ?)",
                            code.toUpperCase(Locale.ROOT),
                            "BE")
                    .update();
        }
        Keyed.Ticket.objects.create(it -> it.country = KeyedRef.of(Keyed.Country.class, "BE"));

        var languages =
                Keyed.Language.objects.withMany(Keyed_Language_.countries).list();
        KeyedModel<?> country = Keyed.Country.objects
                .withMany(Keyed_Language_.countries.reverse())
                .withMany(Keyed_Ticket_.country)
                .one();

        assertThat(languages)
                .allSatisfy(it ->
                        assertThat(it.countries()).extracting(each -> each.code).containsExactly("be"));
        assertThat(requireNonNull(country.fetched(Keyed_Language_.countries.reverse())))
                .hasSize(2);
        assertThat(requireNonNull(country.fetched(Keyed_Ticket_.country))).hasSize(1);
    }
}
