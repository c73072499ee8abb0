package nuages.data.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nuages.data.model.ShopTests.Question;
import nuages.data.model.shop.Category;
import nuages.data.model.shop.Category_;
import nuages.data.model.shop.Customer;
import nuages.data.model.shop.Customer_;
import nuages.data.model.shop.Line;
import nuages.data.model.shop.Line_;
import nuages.data.model.shop.Order;
import nuages.data.model.shop.Order_;
import nuages.data.model.shop.Product;
import nuages.data.model.shop.Product_;
import nuages.data.model.shop.Review_;
import nuages.data.model.shop.Stock;
import nuages.data.model.shop.Tag_;
import nuages.data.query.Condition;

/** What belongs to what. */
final class ShopRelations {
    private final List<Question> questions = new ArrayList<>();

    static List<Question> questions() {
        var all = new ShopRelations();
        all.backwards();
        all.customersBackwards();
        all.acrossMany();
        all.fetched();
        all.fetchedMany();
        return all.questions;
    }

    private void products(String text, Condition<Product> condition, String... names) {
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

    private void customers(String text, Condition<Customer> condition, String... names) {
        questions.add(new Question(
                "customers " + text,
                _ -> assertThat(Customer.objects
                                .filter(condition)
                                .orderBy(Customer_.id.asc())
                                .list())
                        .extracting(it -> it.name)
                        .containsExactly(names)));
    }

    private void answer(String text, Function<Stock, Object> ask, Object expected) {
        questions.add(new Question(text, stock -> assertThat(ask.apply(stock)).isEqualTo(expected)));
    }

    private void backwards() {
        products("with reviews", Review_.product.any(), "Coffee", "Tea", "Le \"Roman\"");
        products("without reviews", Review_.product.none(), "100% Cola", "draft_beer");
        products("with a good review", Review_.product.any(Review_.stars.gte(4)), "Coffee", "Tea");
        products("with no bad review", Review_.product.none(Review_.stars.lt(4)), "Tea", "100% Cola", "draft_beer");
        products("with good reviews only", Review_.product.all(Review_.stars.gte(4)), "Tea", "100% Cola", "draft_beer");
        products("that Ada likes", Review_.product.any(Review_.author().name.is("Ada"), Review_.stars.gt(4)), "Coffee");
        products(
                "that both reviewed",
                Review_.product
                        .any(Review_.author().name.is("Ada"))
                        .and(Review_.product.any(Review_.author().name.is("Bob"))),
                "Coffee");
        products("reviewed twice", Review_.product.count().is(2L), "Coffee");
        products("never reviewed", Review_.product.count().is(0L), "100% Cola", "draft_beer");
        products(
                "reviewed well once", Review_.product.count(Review_.stars.gt(3)).is(1L), "Coffee", "Tea");
        products("that were ordered", Line_.product.any(), "Coffee", "Tea", "100% Cola", "Le \"Roman\"");
        products(
                "that Bob ordered",
                Line_.product.any(Line_.order().customer().name.is("Bob")),
                "Coffee",
                "Le \"Roman\"");
    }

    private void customersBackwards() {
        customers("with orders", Order_.customer.any(), "Ada", "Bob");
        customers("without orders", Order_.customer.none(), "Chloé", "Dan");
        customers("with two orders", Order_.customer.count().gt(1L), "Ada");
        customers(
                "who ordered tea",
                Order_.customer.any(Line_.order.any(Line_.product().name.is("Tea"))),
                "Ada");
        customers("who invited somebody", Customer_.invitedBy.any(), "Ada", "Bob");
        customers("who invited a Frenchman", Customer_.invitedBy.any(Customer_.country.is("FR")), "Ada", "Bob");
        customers("who invited nobody", Customer_.invitedBy.none(), "Chloé", "Dan");
        answer(
                "categories with dear products",
                _ -> Category.objects
                        .filter(Product_.category.any(Product_.price.gt(new BigDecimal("4.75"))))
                        .orderBy(Category_.id.asc())
                        .list()
                        .stream()
                        .map(it -> it.name)
                        .toList(),
                List.of("Cold drinks", "Books"));
    }

    private void acrossMany() {
        products("that are sweet", Product_.tags.any(Tag_.word.is("sweet")), "Tea", "100% Cola");
        products(
                "that are not sweet",
                Product_.tags.none(Tag_.word.is("sweet")),
                "Coffee",
                "draft_beer",
                "Le \"Roman\"");
        products("without tags", Product_.tags.none(), "draft_beer");
        products("with two tags", Product_.tags.count().is(2L), "Tea");
        answer("tags of tea", stock -> stock.tea.tags().count(), 2L);
        answer("what goes with coffee", stock -> stock.coffee.related().all().list(), List.of(tea()));
    }

    private static Product tea() {
        var tea = new Product();
        tea.id = 2;
        return tea;
    }

    private void fetched() {
        answer(
                "categories of products",
                _ -> Product.objects.with(Product_.category).orderBy(Product_.id.asc()).list().stream()
                        .map(it -> it.category.get().name)
                        .toList(),
                List.of("Hot drinks", "Hot drinks", "Cold drinks", "Cold drinks", "Books"));
        answer(
                "parents of categories of products",
                _ -> Product.objects.with(Product_.category().parent).orderBy(Product_.id.asc()).list().stream()
                        .map(it -> it.category.get().parent == null
                                ? "none"
                                : it.category.get().parent.get().name)
                        .toList(),
                List.of("Drinks", "Drinks", "Drinks", "Drinks", "none"));
    }

    private void fetchedMany() {
        answer(
                "lines of orders",
                _ -> Order.objects.withMany(Line_.order).orderBy(Order_.id.asc()).list().stream()
                        .map(it -> it.lines().get().size())
                        .toList(),
                List.of(2, 1, 2));
        answer(
                "products of lines of orders of customers",
                _ -> Customer.objects
                        .withMany(
                                Order_.customer, Order.objects.withMany(Line_.order, Line.objects.with(Line_.product)))
                        .orderBy(Customer_.id.asc())
                        .list()
                        .stream()
                        .flatMap(it -> it.orders().get().stream())
                        .flatMap(it -> it.lines().get().stream())
                        .map(it -> it.product.get().name)
                        .toList(),
                List.of("Coffee", "Tea", "100% Cola", "Coffee", "Le \"Roman\""));
        answer(
                "fetched by one for all",
                _ -> {
                    var lines = Line.objects.orderBy(Line_.id.asc()).list();
                    lines.getFirst().product.fetch();
                    return lines.stream().map(it -> it.product.get().name).toList();
                },
                List.of("Coffee", "Tea", "100% Cola", "Coffee", "Le \"Roman\""));
    }
}
