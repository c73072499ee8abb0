package nuages.data.model;

import static nuages.data.model.LibraryBench.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nuages.data.model.library.Author;
import nuages.data.model.library.Book;
import nuages.data.model.library.Book_;
import nuages.data.model.library.Club;
import nuages.data.model.library.Club_;
import nuages.data.model.library.Genre;
import nuages.data.model.library.Genre_;
import nuages.data.model.library.Member;
import nuages.data.model.library.Membership;
import nuages.testing.servers.Kind;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Querysets of the rows that a table between leads to. */
@NullUnmarked // what was fetched is there
class LinkedSetTests {
    private static Book book(String title) {
        var author = Author.objects.create(it -> it.name = "Author of " + title);
        return Book.objects.create(it -> {
            it.title = title;
            it.author = Ref.to(author);
        });
    }

    private static Genre genre(String name) {
        return Genre.objects.create(it -> it.name = name);
    }

    @ParameterizedTest
    @EnumSource
    void different_rows_across_a_table_between_come_in_any_order(Kind kind) {
        on(kind, () -> {
            var first = genre("First");
            var second = genre("Second");
            var drama = genre("Drama");
            var classic = genre("Classic");
            second.children().add(classic);
            first.children().add(drama);
            book("Faust").genres().add(classic, drama);
            var club = Club.objects.create(it -> it.name = "Inklings");
            var ann = Member.objects.create(it -> it.name = "Ann");
            for (var role : List.of("chair", "reader")) {
                Membership.objects.create(it -> {
                    it.club = Ref.to(club);
                    it.member = Ref.to(ann);
                    it.role = role;
                });
            }
            var genres = Genre.objects.distinct().orderBy(Genre_.parent().name.asc());

            assertThat(Book.objects.withMany(Book_.genres, genres).one().genres())
                    .containsExactly(drama, classic);
            assertThat(Club.objects
                            .withMany(Club_.members, Member.objects.distinct())
                            .one()
                            .members())
                    .containsExactly(ann);
        });
    }

    @ParameterizedTest
    @EnumSource
    void groups_by_the_key_cross_the_table_between_with_each_owner(Kind kind) {
        on(kind, () -> {
            var drama = genre("Drama");
            book("Egmont").genres().add(drama);
            book("Faust").genres().add(drama);
            var groups = Genre.objects.groupBy(Genre_.id);

            assertThat(Book.objects.withMany(Book_.genres, groups).list())
                    .allSatisfy(it -> assertThat(it.genres()).containsExactly(drama));
            assertThatThrownBy(() -> Book.objects
                            .withMany(Book_.genres, Genre.objects.groupBy(Genre_.name))
                            .list())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("the rows of Genre are in groups");
        });
    }
}
