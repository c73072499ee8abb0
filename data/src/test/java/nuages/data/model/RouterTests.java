package nuages.data.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nuages.data.connection.Database;
import nuages.data.connection.Databases;
import nuages.data.connection.Work;
import nuages.data.model.polls.Choice;
import nuages.data.model.polls.Question;
import nuages.testing.servers.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several databases: one for writes, a copy for reads, and one that has nothing to do with them. */
class RouterTests {
    private static class ToTheCopy implements ModelSettings.Router {
        @Override
        public Optional<String> reads(Class<? extends KeyedModel<?>> model) {
            return Optional.of("copy");
        }
    }

    /** Knows that the other database has the same questions. */
    private static final class RelatingAll extends ToTheCopy {
        @Override
        public boolean relates(
                Class<? extends KeyedModel<?>> from,
                String database,
                Class<? extends KeyedModel<?>> to,
                String otherDatabase) {
            return from == Choice.class
                    && database.equals("main")
                    && to == Question.class
                    && otherDatabase.equals("other");
        }
    }

    private record Site(Database main, Database copy, Database other, Databases databases) {
        /** The copy is no real one, so that it is seen what is read from where. */
        private static void run(Kind kind, Consumer<Site> test) {
            var all = List.of(open("main", kind), open("copy", kind), open("other", kind));
            try {
                all.forEach(it -> nuages.data.model.Site.create(it, Question.class, Choice.class));
                var databases = Databases.of(all.get(0), all.get(1), all.get(2))
                        .with(ModelSettings.class, ModelSettings.standard().router(new ToTheCopy()));
                test.accept(new Site(all.get(0), all.get(1), all.get(2), databases));
            } finally {
                all.forEach(it -> {
                    assertThat(it.snapshot().leased()).isZero();
                    it.shutdown(Duration.ZERO);
                });
            }
        }

        private static Database open(String alias, Kind kind) {
            return Database.open(alias, kind.newDatabase());
        }

        private void work(Runnable work) {
            Work.of("test", databases).run(work::run);
        }
    }

    private static Question question(String text) {
        var question = new Question();
        question.text = text;
        return question;
    }

    @ParameterizedTest
    @EnumSource
    void a_work_reads_from_the_copy_until_it_writes(Kind kind) {
        Site.run(kind, site -> {
            site.work(() -> QuerySet.of(Question.class).using("copy").create(it -> it.text = "in the copy"));
            site.work(() -> {
                assertThat(texts()).containsExactly("in the copy");

                question("in main").save();

                assertThat(texts()).containsExactly("in main");
            });
            site.work(() -> assertThat(texts()).containsExactly("in the copy"));
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_transaction_reads_where_it_would_write(Kind kind) {
        Site.run(
                kind,
                site -> site.work(() -> {
                    QuerySet.of(Question.class).using("copy").create(it -> it.text = "in the copy");
                    assertThat(texts()).containsExactly("in the copy");
                    Work.atomic(() -> {
                        assertThat(texts()).isEmpty();
                        assertThat(Question.objects.lock().list()).isEmpty();
                    });
                }));
    }

    @ParameterizedTest
    @EnumSource
    void an_object_of_the_copy_is_saved_to_the_database_of_writes(Kind kind) {
        Site.run(kind, site -> {
            site.work(() -> {
                QuerySet.of(Question.class).using("copy").create(it -> it.text = "both");
                QuerySet.of(Question.class).using("main").create(it -> it.text = "both");
            });
            site.work(() -> {
                var read = Question.objects.one();
                read.text = "changed";
                read.save();
                read.refresh();
                assertThat(read.text).isEqualTo("changed");
                assertThat(texts()).containsExactly("changed");
                var choice = new Choice();
                choice.question = Ref.to(read);
                choice.save();
            });
        });
    }

    @ParameterizedTest
    @EnumSource
    void an_object_of_another_database_stays_there_and_nothing_else_refers_to_it(Kind kind) {
        Site.run(
                kind,
                site -> site.work(() -> {
                    var other = QuerySet.of(Question.class).using("other").create(it -> it.text = "other");
                    other.text = "still other";
                    other.save();
                    assertThat(site.other()
                                    .sql("select text from polls_question")
                                    .list(String.class))
                            .containsExactly("still other");
                    var choice = new Choice();
                    choice.question = Ref.to(other);

                    assertThatThrownBy(choice::save)
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessage("""
                                Choice.question refers to a Question of database "other", and the Choice was to be saved to \
                                database "main", where that row need not be.
                                save both to one database, or let the router's relates() allow it if the other database has \
                                the same rows.\
                                """);
                }));
    }

    @ParameterizedTest
    @EnumSource
    void a_router_may_let_rows_refer_to_those_of_another_database(Kind kind) {
        Site.run(kind, site -> {
            var settings = ModelSettings.standard().router(new RelatingAll());
            Work.of("test", site.databases().with(ModelSettings.class, settings))
                    .run(() -> {
                        var here = question("here");
                        here.save();
                        var there = QuerySet.of(Question.class).using("other").create(it -> it.text = "there");
                        assertThat(there.id).isEqualTo(here.id);
                        var choice = new Choice();
                        choice.question = Ref.to(there);

                        choice.save();

                        assertThat(site.main()
                                        .sql("select question_id from polls_choice")
                                        .one(Long.class))
                                .isEqualTo(there.id);
                        var back = new Choice();
                        back.question = Ref.to(here);
                        assertThatThrownBy(() -> QuerySet.of(Choice.class)
                                        .using("other")
                                        .create(it -> it.question = back.question))
                                .isInstanceOf(IllegalArgumentException.class)
                                .hasMessageContaining("refers to a Question of database \"main\"");
                    });
        });
    }

    private static List<String> texts() {
        return Question.objects.list().stream().map(it -> it.text).toList();
    }
}
