package nuages.data.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nuages.data.model.ShopTests.Question;
import nuages.data.model.shop.Customer;
import nuages.data.model.shop.Customer_;
import nuages.data.model.shop.Product;
import nuages.data.model.shop.Product_;
import nuages.data.model.shop.Stock;
import nuages.data.query.Condition;

/** Gathers questions. */
final class ShopQuestions {
    private final List<Question> questions = new ArrayList<>();

    List<Question> all() {
        return questions;
    }

    void products(String text, Condition<Product> condition, String... names) {
        questions.add(new Question(
                "products " + text,
                _ -> assertThat(Product.objects
                                .filter(condition)
                                .orderBy(Product_.id.asc())
                                .list())
                        .extracting(it -> it.name)
                        .containsExactly(names)));
        questions.add(new Question(
                "no products " + text,
                _ -> assertThat(Product.objects.exclude(condition).count()).isEqualTo(5 - names.length)));
    }

    void customers(String text, Condition<Customer> condition, String... names) {
        questions.add(new Question(
                "customers " + text,
                _ -> assertThat(Customer.objects
                                .filter(condition)
                                .orderBy(Customer_.id.asc())
                                .list())
                        .extracting(it -> it.name)
                        .containsExactly(names)));
    }

    void answer(String text, Function<Stock, Object> ask, Object expected) {
        questions.add(new Question(text, stock -> assertThat(ask.apply(stock)).isEqualTo(expected)));
    }
}
