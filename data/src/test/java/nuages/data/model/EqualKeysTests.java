package nuages.data.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nuages.data.model.library.Author;
import nuages.data.model.library.Author_;
import nuages.data.model.library.Country;
import nuages.data.model.library.Country_;
import nuages.testing.servers.Kind;
import org.junit.jupiter.api.Test;

/** MariaDB takes "DE" and "de" for one key, and lets references write it either way. */
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
}
