package nuages.data.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nuages.data.connection.Database;
import nuages.data.connection.Databases;
import nuages.data.connection.Work;
import nuages.data.ddl.SchemaWriter;
import nuages.data.error.NotFetched;
import nuages.data.error.RowNotFound;
import nuages.data.model.polls.Choice;
import nuages.data.model.polls.Choice_;
import nuages.data.model.polls.Question;
import nuages.testing.servers.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PollsTests {
    private static void with(Kind kind, Runnable test) {
        var database = Database.open("default", kind.newDatabase());
        try {
            Work.of("test", Databases.of(database)).run(() -> {
                SchemaWriter.of(database.dialect())
                        .create(Tables.of(database.dialect(), Question.class, Choice.class))
                        .forEach(it -> database.sql(it).update());
                test.run();
            });
            assertThat(database.snapshot().leased()).isZero();
        } finally {
            database.shutdown(java.time.Duration.ZERO);
        }
    }

    @ParameterizedTest
    @EnumSource
    void questions_are_found_by_their_choices(Kind kind) {
        with(kind, () -> {
            var question = tea();

            assertThat(Question.open().list()).containsExactly(question);
            assertThat(Question.objects
                            .filter(Choice_.question.any(Choice_.text.contains("%")))
                            .count())
                    .isOne();
            assertThat(Question.objects
                            .filter(Choice_.question.any(Choice_.votes.gt(0)))
                            .list())
                    .isEmpty();
            assertThat(Choice.objects
                            .filter(Choice_.question().text.startsWith("Tea"))
                            .orderBy(Choice_.id.asc())
                            .list())
                    .extracting(it -> it.text)
                    .containsExactly("Tea", "100% coffee");
        });
    }

    @ParameterizedTest
    @EnumSource
    void votes_are_counted_in_the_database(Kind kind) {
        with(kind, () -> {
            var question = tea();
            var tea = Choice.objects.filter(Choice_.text.is("Tea")).one();

            long changed = Choice.objects
                    .filter(Choice_.id.is(tea.id), Choice_.question().id.is(question.id))
                    .update(Choice_.votes.to(Choice_.votes.plus(1)));
            tea.refresh();

            assertThat(changed).isOne();
            assertThat(tea.votes).isOne();
        });
    }

    @ParameterizedTest
    @EnumSource
    void what_a_choice_refers_to_is_fetched_on_purpose(Kind kind) {
        with(kind, () -> {
            var question = tea();
            var choice = Choice.objects.first().orElseThrow();

            assertThat(choice.question.id()).isEqualTo(question.id);
            assertThatThrownBy(() -> choice.question.get())
                    .isInstanceOf(NotFetched.class)
                    .hasMessageContaining("Choice_.question");
            assertThat(choice.question.fetch()).isEqualTo(question);
            assertThat(Choice.objects
                            .with(Choice_.question)
                            .get(choice.id)
                            .question
                            .get()
                            .text)
                    .isEqualTo("Tea or coffee?");
            var fetched =
                    Question.objects.withMany(Choice_.question, Choice.objects).one();
            assertThat(fetched.choices().get()).hasSize(2);
            assertThat(fetched.choices().get().getFirst().question.get()).isSameAs(fetched);
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_choice_is_changed_and_deleted(Kind kind) {
        with(kind, () -> {
            tea();
            var tea = Choice.objects.filter(Choice_.text.is("Tea")).one();

            tea.text = "Green tea";
            tea.save();
            assertThat(Choice.objects.get(tea.id).text).isEqualTo("Green tea");
            tea.delete();

            assertThat(Choice.objects.count()).isOne();
            assertThatThrownBy(() -> Choice.objects.get(tea.id)).isInstanceOf(RowNotFound.class);
        });
    }

    private static Question tea() {
        var question = Question.objects.create(it -> it.text = "Tea or coffee?");
        question.choices().create(it -> it.text = "Tea");
        question.choices().create(it -> it.text = "100% coffee");
        return question;
    }
}
