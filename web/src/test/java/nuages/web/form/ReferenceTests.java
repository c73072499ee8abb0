package nuages.web.form;

import static nuages.web.form.Sending.form;
import static nuages.web.form.ShelfBench.author;
import static nuages.web.form.ShelfBench.genre;
import static nuages.web.form.ShelfBench.queries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import nuages.data.model.KeyedRef;
import nuages.data.model.QuerySet;
import nuages.data.model.Ref;
import nuages.testing.servers.Kind;
import nuages.web.form.shelf.Author;
import nuages.web.form.shelf.Author_;
import nuages.web.form.shelf.Genre;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTests {
    record Ballot(Ref<Author> choice) {}

    record Order(@Nullable KeyedRef<Genre, String> first, List<Ref<Author>> others, Set<KeyedRef<Genre, String>> all) {}

    private static final Form<Ballot> BALLOT =
            Form.of(Ballot.class).choices("choice", Author.objects.filter(Author_.secret.is(false)));

    @ParameterizedTest
    @EnumSource
    void a_row_is_chosen_by_its_key_in_one_query_and_comes_along(Kind kind) {
        ShelfBench.on(kind, () -> {
            var ada = author("Ada");
            var queries = queries(() -> {
                switch (BALLOT.bind(form("choice", " " + ada.id))) {
                    case Valid(Ballot(var choice)) ->
                        assertThat(choice.get().name).isEqualTo("Ada");
                    case Invalid<Ballot> it -> throw new AssertionError(it);
                }
            });
            assertThat(queries).hasSize(1);
        });
    }

    @ParameterizedTest
    @EnumSource
    void what_is_not_among_the_rows_cannot_be_chosen(Kind kind) {
        ShelfBench.on(kind, () -> {
            var hidden = Author.objects.create(it -> {
                it.name = "Nemo";
                it.secret = true;
            });
            author("Ada");
            author("Bob & Co");
            for (var sent : List.of(
                    "" + hidden.id, "-1", "99", "x", "9223372036854775808", "1 or 1=1", "'", "1.0", "\0", "1e3")) {
                var bound = (Invalid<Ballot>) BALLOT.bind(form("choice", sent.replace("\0", "\uFFFD")));
                assertThat(bound.field("choice").errors()).as(sent).containsExactly("is not one of the choices");
                assertThat(bound.html()).contains("Bob &amp; Co</option>").doesNotContain("Nemo");
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void many_rows_are_looked_up_by_one_query_for_each_field(Kind kind) {
        ShelfBench.on(kind, () -> {
            var crime = genre("crime");
            genre("poems");
            var people = IntStream.range(0, 20).mapToObj(it -> author("a" + it)).toList();
            var sent = new String[people.size() * 2 + 8];
            for (int i = 0; i < people.size(); i++) {
                sent[i * 2] = "others";
                sent[i * 2 + 1] = "" + people.get(i).id;
            }
            System.arraycopy(
                    new String[] {"first", "crime", "all", "poems", "all", "crime", "all", "crime"},
                    0,
                    sent,
                    people.size() * 2,
                    8);

            var queries = queries(() -> {
                var bound = (Valid<Order>) Form.bind(Order.class, form(sent));
                assertThat(bound.value().first()).isEqualTo(KeyedRef.of(crime));
                assertThat(bound.value().others())
                        .extracting(it -> it.get().name)
                        .startsWith("a0", "a1")
                        .hasSize(20);
                assertThat(bound.value().all()).extracting(KeyedRef::key).containsExactly("poems", "crime");
            });

            assertThat(queries).hasSize(3);
            var shouted = Form.bind(Order.class, form("first", "CRIME")); // the very row to MariaDB, and none elsewhere
            assertThat(shouted instanceof Valid<Order>(var order) ? order.first() : null)
                    .isEqualTo(kind == Kind.MARIADB ? KeyedRef.of(crime) : null);
            assertThat(Form.bind(Order.class, form())).isEqualTo(new Valid<>(new Order(null, List.of(), Set.of())));
        });
    }

    @Test
    void showing_a_form_asks_for_its_choices_and_its_markup_for_nothing() {
        ShelfBench.on(Kind.SQLITE, () -> {
            var ada = author("Ada");
            author("Bob");
            var view = new FormView[1];

            assertThat(queries(() ->
                            view[0] = BALLOT.initial(new Ballot(Ref.to(ada))).show()))
                    .hasSize(1);
            assertThat(queries(() -> view[0].html())).isEmpty();
            assertThat(view[0].field("choice").control())
                    .isEqualTo("<select name=\"choice\" id=\"id_choice\" required><option value=\"1\""
                            + " selected>Ada</option><option value=\"2\">Bob</option></select>");
        });
    }

    @Test
    void of_too_many_rows_the_key_is_typed() {
        ShelfBench.on(Kind.SQLITE, () -> {
            Author.objects.bulkCreate(IntStream.range(0, 1001)
                    .mapToObj(it -> {
                        var author = new Author();
                        author.name = "a" + it;
                        return author;
                    })
                    .toList());

            assertThat(BALLOT.show().field("choice").control())
                    .isEqualTo("<input type=\"text\" name=\"choice\" id=\"id_choice\" required>");
            assertThat(BALLOT.bind(form("choice", "1001"))).isInstanceOf(Valid.class);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {10_000})
    void ten_thousand_values_are_looked_up_by_a_few_queries(int many) {
        ShelfBench.on(Kind.SQLITE, () -> {
            var body = new StringBuilder();
            for (int i = 0; i < many; i++) {
                body.append("others=").append(i).append("&all=x").append(i).append('&');
            }
            var queries = queries(() -> assertThat(Form.bind(Order.class, Sending.encoded(body.toString())))
                    .isInstanceOf(Invalid.class));
            assertThat(queries).hasSizeLessThan(60);
        });
    }

    @Test
    void rows_are_choices_for_references_alone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BALLOT.choices("choice", List.of(Choice.of("1", "One"))))
                .withMessage("Ballot.choice holds references, whose choices are rows: give a queryset of them");
        record Plain(String text) {}
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Form.of(Plain.class).choices("text", QuerySet.of(Author.class)))
                .withMessage(
                        "Plain.text holds no reference, so that rows are no choices for it: let it be a Ref, or give "
                                + "a list of choices");
    }
}
