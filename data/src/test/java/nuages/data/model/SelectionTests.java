package nuages.data.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nuages.data.error.InvalidSql;
import nuages.data.model.notes.Folder;
import nuages.data.model.notes.Folder_;
import nuages.data.model.notes.Note;
import nuages.data.model.notes.Note_;
import nuages.data.query.Aggregate;
import nuages.data.query.Case;
import nuages.data.query.Functions;
import nuages.data.query.Window;
import nuages.testing.servers.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SelectionTests {
    private record Pair(String text, long number) {}

    private record Named(Folder folder, long notes) {}

    private static void numbers(Kind kind, Runnable test) {
        NoteBench.run(kind, () -> {
            NoteBench.numbers();
            test.run();
        });
    }

    @ParameterizedTest
    @EnumSource
    void rows_as_records(Kind kind) {
        numbers(kind, () -> {
            var notes = Note.objects.orderBy(Note_.id.asc());

            assertThat(notes.select(Pair::new, Note_.title, Note_.size))
                    .containsExactly(new Pair("a", 10), new Pair("b", 20), new Pair("c", 4));
            assertThat(notes.limit(1).values(Note_.folder().name)).containsExactly("first");
            assertThat(notes.select(
                                    List::of,
                                    Note_.title,
                                    Note_.stars,
                                    Note_.size,
                                    Note_.weight,
                                    Note_.done,
                                    Note_.id.minus(Note_.id),
                                    Note_.price.asLong().sign(),
                                    Note_.folder().name)
                            .getLast())
                    .isEqualTo(List.of("c", -7, 4L, 4.0, false, 0L, 1, "second"));
            assertThat(notes.selectAll(it -> it.length, Note_.title, Note_.stars))
                    .containsExactly(2, 2, 2);
        });
    }

    @ParameterizedTest
    @EnumSource
    void what_is_beside_an_aggregate_makes_the_groups(Kind kind) {
        numbers(kind, () -> {
            var notes = Note.objects.orderBy(Note_.folder().name.asc());

            assertThat(notes.select(Pair::new, Note_.folder().name, Note_.size.sum()))
                    .containsExactly(new Pair("first", 30), new Pair("second", 4));
            assertThat(Note.objects
                            .orderBy(Aggregate.<Note>rows().desc())
                            .select(Pair::new, Note_.folder().name, Aggregate.rows()))
                    .containsExactly(new Pair("first", 2), new Pair("second", 1));
            assertThat(notes.having(Aggregate.<Note>rows().gt(1L))
                            .select(Pair::new, Note_.folder().name, Aggregate.rows()))
                    .containsExactly(new Pair("first", 2));
            var sort = Case.when(Note_.stars.gt(0), "good").otherwise("bad");
            assertThat(Note.objects.orderBy(sort.asc()).select(Pair::new, sort, Aggregate.rows()))
                    .containsExactly(new Pair("bad", 1), new Pair("good", 2));
            assertThat(Note.objects.groupBy(Note_.folder).values(Note_.size.max()))
                    .containsExactlyInAnyOrder(20L, 4L);
            assertThat(Folder.objects.orderBy(Folder_.id.asc()).select(Pair::new, Folder_.name, Note_.folder.count()))
                    .containsExactly(new Pair("first", 2), new Pair("second", 1));
        });
    }

    @ParameterizedTest
    @EnumSource
    void aggregates(Kind kind) {
        var close = within(1e-9);
        numbers(kind, () -> {
            var notes = Note.objects;

            assertThat(notes.aggregate(Note_.size.sum())).hasValue(34L);
            assertThat(notes.aggregate(Note_.rating.avg())).hasValue(1.5);
            assertThat(notes.aggregate(Note_.size.avg()).orElseThrow()).isEqualTo(34 / 3.0, close);
            assertThat(notes.aggregate(Note_.title.min())).hasValue("a");
            assertThat(notes.aggregate(Note_.written.max())).isPresent();
            assertThat(notes.aggregate(Note_.rating.count())).hasValue(2L);
            assertThat(notes.aggregate(Note_.folder.countDistinct())).hasValue(2L);
            assertThat(notes.aggregate(Note_.size.stdDev()).orElseThrow()).isEqualTo(6.59966329107444, close);
            assertThat(notes.aggregate(Note_.size.variance()).orElseThrow()).isEqualTo(43.55555555555556, close);
            assertThat(notes.aggregate(Note_.size.varianceOfSample()).orElseThrow())
                    .isEqualTo(65.33333333333333, close);
            assertThat(notes.limit(1).aggregate(Note_.size.stdDevOfSample())).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void aggregates_of_some_rows_and_in_an_order(Kind kind) {
        numbers(kind, () -> {
            var notes = Note.objects;

            assertThat(notes.aggregate(Note_.size.sum().filter(Note_.stars.gt(0))))
                    .hasValue(30L);
            assertThat(notes.aggregate(Aggregate.<Note>rows().filter(Note_.stars.gt(1))))
                    .hasValue(1L);
            assertThat(notes.aggregate(Aggregate.all(Note_.stars.gt(0)))).hasValue(false);
            assertThat(notes.aggregate(Aggregate.any(Note_.stars.gt(0)))).hasValue(true);
            assertThat(notes.aggregate(Note_.rating.anyValue()).orElseThrow()).isIn(1, 2);
            assertThat(notes.aggregate(Note_.title.joined(", ").orderBy(Note_.size.desc())))
                    .hasValue("b, a, c");
            assertThat(notes.aggregate(
                            Note_.title.joined("'\\").filter(Note_.stars.gt(0)).orderBy(Note_.title.asc())))
                    .hasValue("a'\\b");
            assertThat(notes.aggregate(Note_.folder()
                            .name
                            .joined("; ")
                            .distinct()
                            .orderBy(Note_.folder().name.desc())))
                    .hasValue("second; first");
            assertThat(notes.filter(Note_.id.is(-1L)).aggregate(Note_.size.sum()))
                    .isEmpty();
            assertThat(notes.orderBy(Note_.size.desc()).limit(2).aggregate(Note_.size.sum()))
                    .hasValue(30L);
            assertThat(notes.<Long, String, String>aggregate(
                            (sum, max) -> max + sum, Note_.size.sum(), Note_.title.max()))
                    .isEqualTo("c34");
        });
    }

    @ParameterizedTest
    @EnumSource
    void windows(Kind kind) {
        numbers(kind, () -> {
            var notes = Note.objects.orderBy(Note_.id.asc());
            var bySize = Window.<Note>ofAll().orderBy(Note_.size.asc());
            var byFolder = Window.by(Note_.folder).orderBy(Note_.size.desc());

            assertThat(notes.values(bySize.rowNumber())).containsExactly(2L, 3L, 1L);
            assertThat(notes.values(byFolder.rank())).containsExactly(2L, 1L, 1L);
            assertThat(notes.values(
                            Window.by(Note_.folder).orderBy(Note_.done.asc()).denseRank()))
                    .containsExactly(1L, 2L, 1L);
            assertThat(notes.values(bySize.lag(Note_.title, 1))).containsExactly("c", "a", null);
            assertThat(notes.values(bySize.lead(Note_.title, 2))).containsExactly(null, null, "b");
            assertThat(notes.values(byFolder.firstValue(Note_.title))).containsExactly("b", "b", "c");
            assertThat(notes.values(byFolder.rows(Window.START, Window.END).lastValue(Note_.title)))
                    .containsExactly("a", "a", "c");
            assertThat(notes.values(byFolder.rows(Window.START, Window.END).nthValue(Note_.title, 2)))
                    .containsExactly("a", "a", null);
            assertThat(notes.values(bySize.ntile(2))).containsExactly(1L, 2L, 1L);
            assertThat(notes.values(bySize.percentRank())).containsExactly(0.5, 1.0, 0.0);
            assertThat(notes.values(bySize.cumeDist()).get(1)).isEqualTo(1.0);
            assertThat(notes.values(bySize.of(Note_.size.sum()))).containsExactly(14L, 34L, 4L);
            assertThat(notes.values(bySize.rows(-1, 0).of(Note_.size.sum()))).containsExactly(14L, 30L, 4L);
            assertThat(notes.values(bySize.range(-6, 0).of(Note_.size.sum()))).containsExactly(14L, 20L, 4L);
            assertThat(notes.values(Window.<Note>ofAll().of(Aggregate.rows()))).containsExactly(3L, 3L, 3L);
        });
    }

    @ParameterizedTest
    @EnumSource
    void rows_are_chosen_by_windows_after_all_other_conditions(Kind kind) {
        numbers(kind, () -> {
            var notes = Note.objects.orderBy(Note_.id.asc());
            var largest = Window.by(Note_.folder)
                    .orderBy(Note_.size.desc())
                    .rowNumber()
                    .is(1L);

            assertThat(notes.filter(largest).values(Note_.title)).containsExactly("b", "c");
            assertThat(notes.filter(largest, Note_.title.isNot("b")).values(Note_.title))
                    .containsExactly("a", "c");
            assertThat(notes.filter(largest).filter(Note_.title.isNot("b")).values(Note_.title))
                    .containsExactly("a", "c");
            assertThat(notes.exclude(largest).values(Note_.title)).containsExactly("a");
            assertThat(notes.filter(largest.or(Note_.title.is("a"))).count()).isEqualTo(3);
            assertThat(notes.filter(largest).count()).isEqualTo(2);
            assertThat(notes.filter(largest).exists()).isTrue();
            assertThat(notes.filter(largest).orderBy(Note_.size.asc()).limit(1).values(Note_.title))
                    .containsExactly("c");
            assertThat(notes.filter(largest).aggregate(Note_.size.sum())).hasValue(24L);
            assertThat(Note.objects.filter(largest).update(Note_.stars.to(42))).isEqualTo(2);
            assertThat(notes.filter(Note_.stars.is(42)).values(Note_.title)).containsExactly("b", "c");
            assertThat(Note.objects.exclude(largest).delete().total()).isEqualTo(1);
            assertThat(notes.values(Note_.title)).containsExactly("b", "c");
        });
    }

    @ParameterizedTest
    @EnumSource
    void subqueries(Kind kind) {
        numbers(kind, () -> {
            var folders = Folder.objects.orderBy(Folder_.id.asc());
            var own = Note.objects.filter(Note_.folder.is(Functions.outer(Folder_.id)));
            var largest = own.orderBy(Note_.size.desc()).limit(1).subquery(Note_.title);

            assertThat(folders.select((name, title) -> name + ":" + title, Folder_.name, largest.<Folder>value()))
                    .containsExactly("first:b", "second:c");
            assertThat(folders.filter(own.filter(Note_.stars.lt(0)).hasRows()).values(Folder_.name))
                    .containsExactly("second");
            assertThat(folders.exclude(own.filter(Note_.stars.lt(0)).hasRows()).values(Folder_.name))
                    .containsExactly("first");
            assertThat(folders.filter(Folder_.id.in(Note.objects
                                    .orderBy(Note_.size.desc())
                                    .limit(1)
                                    .subquery(Note_.folder)))
                            .values(Folder_.name))
                    .containsExactly("first");
            assertThat(folders.annotate(Named::new, Note_.folder.count())
                            .getFirst()
                            .notes())
                    .isEqualTo(2);
            assertThat(folders.annotate(Named::new, Note_.folder.count())
                            .getFirst()
                            .folder()
                            .name)
                    .isEqualTo("first");
        });
    }

    @ParameterizedTest
    @EnumSource
    void sets_of_rows(Kind kind) {
        numbers(kind, () -> {
            var small = Note.objects.filter(Note_.size.lt(15L));
            var good = Note.objects.filter(Note_.stars.gt(0));
            var titles = List.of(Note_.title.asc());

            assertThat(small.union(good).orderBy(titles.getFirst()).values(Note_.title))
                    .containsExactly("a", "b", "c");
            assertThat(small.union(good).orderBy(Note_.size.desc()).limit(2).list())
                    .extracting(it -> it.title)
                    .containsExactly("b", "a");
            assertThat(small.unionAll(good).count()).isEqualTo(4);
            assertThat(small.union(good).count()).isEqualTo(3);
            assertThat(small.intersect(good).list()).extracting(it -> it.title).containsExactly("a");
            assertThat(small.except(good).list()).extracting(it -> it.title).containsExactly("c");
            assertThat(small.except(good).exists()).isTrue();
            assertThat(good.union(small)
                            .intersect(small.orderBy(Note_.size.asc()).limit(1))
                            .list())
                    .extracting(it -> it.title)
                    .containsExactly("c");
            assertThat(good.with(Note_.folder)
                            .union(small)
                            .orderBy(Note_.title.asc())
                            .list()
                            .getLast()
                            .folder
                            .get()
                            .name)
                    .isEqualTo("second");
            assertThat(small.union(good).aggregate(Note_.size.sum())).hasValue(34L);
            assertThatThrownBy(() -> small.union(good).filter(Note_.size.gt(1L)))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(small.union(good).delete().total()).isEqualTo(3);
        });
    }

    @ParameterizedTest
    @EnumSource
    void sets_of_sets_of_rows_with_what_they_refer_to(Kind kind) {
        numbers(kind, () -> {
            var small = Note.objects.filter(Note_.size.lt(15L));
            var good = Note.objects.filter(Note_.stars.gt(0));
            var byTitle = good.with(Note_.folder)
                    .union(small)
                    .except(Note.objects.filter(Note_.title.is("a")))
                    .orderBy(Note_.title.asc());

            assertThat(byTitle.list())
                    .extracting(it -> it.title + it.folder.get().name)
                    .containsExactly("bfirst", "csecond");
            assertThat(byTitle.count()).isEqualTo(2);
            assertThat(byTitle.union(good.limit(1)).list())
                    .extracting(it -> it.folder.get().name)
                    .contains("first", "second");
            assertThat(good.union(small).intersect(small).unionAll(good).values(Note_.size.plus(1L)))
                    .containsExactlyInAnyOrder(11L, 5L, 11L, 21L);
            if (kind == Kind.POSTGRESQL) {
                assertThat(Note.objects
                                .distinctOn(Note_.folder)
                                .union(small)
                                .except(good)
                                .values(Note_.title))
                        .containsExactly("c");
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void parts_of_rows(Kind kind) {
        numbers(kind, () -> {
            var notes = Note.objects.orderBy(Note_.title.asc());

            assertThat(notes.limit(2).count()).isEqualTo(2);
            assertThat(notes.offset(2).count()).isEqualTo(1);
            assertThat(notes.offset(3).exists()).isFalse();
            assertThat(notes.limit(0).exists()).isFalse();
            assertThat(notes.distinct().count()).isEqualTo(3);
            assertThat(notes.distinct().orderBy(Note_.folder().name.asc()).values(Note_.folder().name))
                    .containsExactly("first", "second");
            assertThat(notes.reverse().values(Note_.title)).containsExactly("c", "b", "a");
            assertThat(notes.last().orElseThrow().title).isEqualTo("c");
            assertThat(notes.earliest(Note_.size).orElseThrow().title).isEqualTo("c");
            assertThat(notes.latest(Note_.rating).orElseThrow().title).isEqualTo("b");
            assertThat(notes.none().list()).isEmpty();
            assertThat(notes.none().count()).isZero();
            assertThat(notes.none().exists()).isFalse();
            assertThat(notes.none().delete().total()).isZero();
            assertThat(notes.explain()).isNotBlank();
            if (kind == Kind.POSTGRESQL) {
                assertThat(Note.objects
                                .orderBy(Note_.folder.asc(), Note_.size.desc())
                                .distinctOn(Note_.folder)
                                .list())
                        .extracting(it -> it.title)
                        .containsExactly("b", "c");
                assertThat(Note.objects.distinctOn(Note_.folder).count()).isEqualTo(2);
            } else {
                assertThatThrownBy(() -> notes.distinctOn(Note_.folder).list()).isInstanceOf(InvalidSql.class);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void pages_after_a_row(Kind kind) {
        NoteBench.run(kind, () -> {
            var folder = NoteBench.folder("pages");
            for (int i = 0; i < 20; i++) {
                int number = i;
                NoteBench.note(folder, "n" + i % 3, it -> {
                    it.stars = number % 2;
                    it.rating = number % 4 == 0 ? null : number % 4;
                });
            }
            var orders = List.of(
                    Note.objects.orderBy(Note_.title.asc(), Note_.stars.desc()),
                    Note.objects.orderBy(Note_.rating.asc().nullsLast(), Note_.title.desc()),
                    Note.objects.orderBy(Note_.rating.desc().nullsFirst(), Note_.stars.asc()),
                    Note.objects.orderBy(Note_.rating.asc().nullsFirst(), Note_.id.desc()),
                    Note.objects.orderBy(Note_.rating.desc().nullsLast()),
                    Note.objects);
            for (var order : orders) {
                var all = Keyset.complete(order).list();
                var row = all.get(7);
                assertThat(order.after(row).list()).isEqualTo(all.subList(8, 20));
                assertThat(order.before(row).list()).isEqualTo(all.subList(0, 7).reversed());
                assertThat(order.after(all.getLast()).list()).isEmpty();
            }
            assertThatThrownBy(() -> Note.objects
                            .orderBy(Note_.rating.asc())
                            .after(Note.objects.first().orElseThrow()))
                    .hasMessageContaining("nullsFirst()");
        });
    }

    @ParameterizedTest
    @EnumSource
    void objects_from_sql_of_ones_own(Kind kind) {
        numbers(kind, () -> {
            var found =
                    Note.objects.raw("select n.*, 1 as more from notes_note n where stars > ? order by size desc", 0);

            assertThat(found).extracting(it -> it.title).containsExactly("b", "a");
            found.getFirst().stars = 9;
            found.getFirst().save();
            assertThat(Note.objects.get(found.getFirst().id).stars).isEqualTo(9);
            assertThat(found.getFirst().folder.fetch().name).isEqualTo("first");
            assertThatThrownBy(() -> Note.objects.raw("select id from notes_note"))
                    .hasMessageContaining("no column");
        });
    }
}
