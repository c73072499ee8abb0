package nuages.data.model;

import static nuages.data.model.LibraryBench.on;
import static nuages.data.model.LibraryBench.queries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nuages.data.connection.Work;
import nuages.data.model.library.Author;
import nuages.data.model.library.Blurb;
import nuages.data.model.library.Book;
import nuages.data.model.library.Book_;
import nuages.data.model.library.Club;
import nuages.data.model.library.Copy;
import nuages.data.model.library.Country;
import nuages.data.model.library.Genre;
import nuages.data.model.library.Genre_;
import nuages.data.model.library.Member;
import nuages.data.model.library.Membership;
import nuages.data.model.library.Publisher;
import nuages.testing.servers.Kind;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@NullUnmarked // what was fetched is there
class DeleteTests {
    private static Author author(String name) {
        return Author.objects.create(it -> it.name = name);
    }

    private static Book book(String title, Author author) {
        return Book.objects.create(it -> {
            it.title = title;
            it.author = Ref.to(author);
        });
    }

    private static Genre genre(String name, Genre parent) {
        return Genre.objects.create(it -> {
            it.name = name;
            it.parent = parent == null ? null : Ref.to(parent);
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_row_takes_those_that_cascade_with_it(Kind kind) {
        on(kind, () -> {
            var goethe = author("Goethe");
            var kafka = author("Kafka");
            kafka.mentor = Ref.to(goethe);
            kafka.save();
            var faust = book("Faust", goethe);
            var process = book("Process", kafka);
            process.editor = Ref.to(goethe);
            process.save();
            faust.genres().add(genre("Drama", null));
            Blurb.objects.create(it -> it.book = KeyedRef.of(faust));
            Copy.objects.create(it -> it.book = KeyedRef.of(faust));

            var deleted = goethe.delete();

            assertThat(deleted.rows())
                    .isEqualTo(Map.of(Author.class, 1L, Book.class, 1L, Blurb.class, 1L, Copy.class, 1L));
            assertThat(deleted.links()).isOne();
            assertThat(deleted.total()).isEqualTo(5);
            assertThat(goethe.isNew()).isTrue();
            assertThat(Book.objects.one().editor).isNull();
            assertThat(Author.objects.one().mentor).isNull();
            assertThat(Genre.objects.count()).isOne();
        });
    }

    @ParameterizedTest
    @EnumSource
    void rows_without_hooks_go_in_one_statement_for_each_reference(Kind kind) {
        on(kind, () -> {
            var goethe = author("Goethe");
            for (int i = 0; i < 5; i++) {
                var book = book("Book " + i, goethe);
                Blurb.objects.create(it -> it.book = KeyedRef.of(book));
                Copy.objects.create(it -> it.book = KeyedRef.of(book));
            }

            var run = queries(() -> assertThat(goethe.delete().total()).isEqualTo(16));

            assertThat(run.stream().filter(it -> it.startsWith("select"))).hasSize(1);
            assertThat(run.stream().filter(it -> it.startsWith("delete"))).hasSize(5);
        });
    }

    @ParameterizedTest
    @EnumSource
    void protected_rows_are_named_and_nothing_is_deleted(Kind kind) {
        on(kind, () -> {
            var country = Country.objects.create(it -> it.code = "de");
            for (int i = 0; i < 2; i++) {
                Author.objects.create(it -> it.country = KeyedRef.of(country));
            }
            var ids = Author.objects
                    .orderBy(nuages.data.model.library.Author_.id.asc())
                    .list();

            assertThatThrownBy(country::delete)
                    .isInstanceOfSatisfying(
                            ProtectedRows.class, it -> assertThat(it.fields()).containsExactly("Author.country"))
                    .hasMessage("Country de cannot be deleted, since rows refer to what would go that forbid it: "
                            + "2 by Author.country (PROTECT), of Author " + ids.getFirst().id + ", "
                            + ids.getLast().id + ".\nnothing was deleted. delete those first, let them refer to "
                            + "something else, or choose another onDelete for these fields.");
            assertThat(Country.objects.count()).isOne();
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_restricting_row_does_not_hinder_where_it_goes_as_well(Kind kind) {
        on(kind, () -> {
            var publisher = Publisher.objects.create(it -> it.name = "Insel");
            var goethe = author("Goethe");
            var faust = book("Faust", goethe);
            faust.publisher = Ref.to(publisher);
            faust.save();

            assertThatThrownBy(publisher::delete)
                    .isInstanceOf(ProtectedRows.class)
                    .hasMessageContaining("1 by Book.publisher (RESTRICT), of Book " + faust.id);
            goethe.delete();
            assertThat(publisher.delete().of(Publisher.class)).isOne();
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_tree_goes_from_its_leaves_to_its_root(Kind kind) {
        on(kind, () -> {
            var root = genre("Root", null);
            var middle = genre("Middle", root);
            genre("Leaf", middle);
            genre("Other leaf", middle);

            assertThat(root.delete().of(Genre.class)).isEqualTo(4);
            assertThat(Genre.objects.exists()).isFalse();
        });
    }

    @ParameterizedTest
    @EnumSource
    void rows_that_refer_to_each_other_go_together(Kind kind) {
        on(kind, () -> {
            var a = genre("A", null);
            var b = genre("B", a);
            a.parent = Ref.to(b);
            a.save();
            var self = genre("Self", null);
            self.parent = Ref.to(self);
            self.save();

            assertThat(a.delete().total()).isEqualTo(2);
            assertThat(self.delete().total()).isOne();
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_queryset_deletes_with_all_that_follows(Kind kind) {
        on(kind, () -> {
            var root = genre("Root", null);
            genre("Leaf", root);
            genre("Alone", null);
            var goethe = author("Goethe");
            book("Faust", goethe).genres().add(root);

            var deleted = Genre.objects.filter(Genre_.parent.isNull()).delete();

            assertThat(deleted.of(Genre.class)).isEqualTo(3);
            assertThat(deleted.links()).isOne();
            assertThat(Book.objects.filter(Book_.genres.any()).exists()).isFalse();
            assertThat(Genre.objects.delete().total()).isZero();
        });
    }

    @ParameterizedTest
    @EnumSource
    void both_sides_of_a_relation_among_rows_of_one_model_are_let_go(Kind kind) {
        on(kind, () -> {
            var ann = Member.objects.create(it -> it.name = "Ann");
            var bob = Member.objects.create(it -> it.name = "Bob");
            ann.friends().add(bob);
            bob.follows().add(ann);

            assertThat(ann.delete().links()).isEqualTo(3);
            assertThat(bob.friends().count()).isZero();
        });
    }

    @ParameterizedTest
    @EnumSource
    void who_listens_is_told_of_every_object(Kind kind) {
        var seen = new ArrayList<String>();
        try (var bench = new LibraryBench(kind)) {
            var settings = ModelSettings.standard().listen(Blurb.class, new ModelSettings.Listener<Blurb>() {
                @Override
                public void beforeDelete(Blurb row) {
                    seen.add("before " + row.text);
                }

                @Override
                public void afterDelete(Blurb row) {
                    seen.add("after " + row.text);
                }
            });
            Work.of("test", bench.databases.with(ModelSettings.class, settings)).run(() -> {
                var faust = book("Faust", author("Goethe"));
                Blurb.objects.create(it -> {
                    it.book = KeyedRef.of(faust);
                    it.text = "blurb";
                });

                faust.delete();
            });
        }
        assertThat(seen).isEqualTo(List.of("before blurb", "after blurb"));
    }

    @ParameterizedTest
    @EnumSource
    void a_method_of_a_model_is_called_for_what_cascades_and_can_stop_it(Kind kind) {
        on(kind, () -> {
            var club = Club.objects.create(it -> it.name = "Inklings");
            var ann = Member.objects.create(it -> it.name = "Ann");
            Membership.objects.create(it -> {
                it.club = Ref.to(club);
                it.member = Ref.to(ann);
                it.role = "founder";
            });

            assertThatThrownBy(club::delete).hasMessage("founders stay");
            assertThatThrownBy(Club.objects::delete).hasMessage("founders stay");

            assertThat(Club.objects.count()).isOne();
        });
    }

    @ParameterizedTest
    @EnumSource
    void what_is_deleted_comes_back_with_the_transaction(Kind kind) {
        on(kind, () -> {
            var goethe = author("Goethe");
            book("Faust", goethe);

            assertThatThrownBy(() -> Work.atomic(() -> {
                        goethe.delete();
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");

            assertThat(Book.objects.count()).isOne();
        });
    }

    @ParameterizedTest
    @EnumSource
    void more_rows_than_a_statement_can_name_are_deleted(Kind kind) {
        on(kind, () -> {
            var goethe = author("Goethe");
            Work.atomic(() -> {
                for (int i = 0; i < 1100; i++) {
                    book("Book " + i, goethe);
                }
            });

            assertThat(goethe.delete().of(Book.class)).isEqualTo(1100);
        });
    }
}
