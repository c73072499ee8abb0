package nuages.data.model;

import java.math.BigDecimal;
import java.util.List;
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
import nuages.data.model.shop.Tag_;

/** What belongs to what. */
final class ShopRelations {
    private final ShopQuestions ask = new ShopQuestions();

    static List<Question> questions() {
        var all = new ShopRelations();
        all.backwards();
        all.customersBackwards();
        all.acrossMany();
        all.fetched();
        all.fetchedMany();
        return all.ask.all();
    }

    private void backwards() {
        ask.products("with reviews", Review_.product.any(), "Coffee", "Tea", "Le \"Roman\"");
        ask.products("without reviews", Review_.product.none(), "100% Cola", "draft_beer");
        ask.products("with a good review", Review_.product.any(Review_.stars.gte(4)), "Coffee", "Tea");
        ask.products("with no bad review", Review_.product.none(Review_.stars.lt(4)), "Tea", "100% Cola", "draft_beer");
        ask.products(
                "with good reviews only", Review_.product.all(Review_.stars.gte(4)), "Tea", "100% Cola", "draft_beer");
        ask.products(
                "that Ada likes", Review_.product.any(Review_.author().name.is("Ada"), Review_.stars.gt(4)), "Coffee");
        ask.products(
                "that both reviewed",
                Review_.product
                        .any(Review_.author().name.is("Ada"))
                        .and(Review_.product.any(Review_.author().name.is("Bob"))),
                "Coffee");
        ask.products("reviewed twice", Review_.product.count().is(2L), "Coffee");
        ask.products("never reviewed", Review_.product.count().is(0L), "100% Cola", "draft_beer");
        ask.products(
                "reviewed well once", Review_.product.count(Review_.stars.gt(3)).is(1L), "Coffee", "Tea");
        ask.products("that were ordered", Line_.product.any(), "Coffee", "Tea", "100% Cola", "Le \"Roman\"");
        ask.products(
                "that Bob ordered",
                Line_.product.any(Line_.order().customer().name.is("Bob")),
                "Coffee",
                "Le \"Roman\"");
    }

    private void customersBackwards() {
        ask.customers("with orders", Order_.customer.any(), "Ada", "Bob");
        ask.customers("without orders", Order_.customer.none(), "Chloé", "Dan");
        ask.customers("with two orders", Order_.customer.count().gt(1L), "Ada");
        ask.customers(
                "who ordered tea",
                Order_.customer.any(Line_.order.any(Line_.product().name.is("Tea"))),
                "Ada");
        ask.customers("who invited somebody", Customer_.invitedBy.any(), "Ada", "Bob");
        ask.customers("who invited a Frenchman", Customer_.invitedBy.any(Customer_.country.is("FR")), "Ada", "Bob");
        ask.customers("who invited nobody", Customer_.invitedBy.none(), "Chloé", "Dan");
        ask.answer(
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
        ask.products("that are sweet", Product_.tags.any(Tag_.word.is("sweet")), "Tea", "100% Cola");
        ask.products(
                "that are not sweet",
                Product_.tags.none(Tag_.word.is("sweet")),
                "Coffee",
                "draft_beer",
                "Le \"Roman\"");
        ask.products("without tags", Product_.tags.none(), "draft_beer");
        ask.products("with two tags", Product_.tags.count().is(2L), "Tea");
        ask.answer("tags of tea", stock -> stock.tea.tags().count(), 2L);
        ask.answer(
                "what goes with coffee", stock -> stock.coffee.related().all().list(), List.of(tea()));
    }

    private static Product tea() {
        var tea = new Product();
        tea.id = 2;
        return tea;
    }

    private void fetched() {
        ask.answer(
                "categories of products",
                _ -> Product.objects.with(Product_.category).orderBy(Product_.id.asc()).list().stream()
                        .map(it -> it.category.get().name)
                        .toList(),
                List.of("Hot drinks", "Hot drinks", "Cold drinks", "Cold drinks", "Books"));
        ask.answer(
                "parents of categories of products",
                _ -> Product.objects.with(Product_.category().parent).orderBy(Product_.id.asc()).list().stream()
                        .map(it -> it.category.get().parent == null
                                ? "none"
                                : it.category.get().parent.get().name)
                        .toList(),
                List.of("Drinks", "Drinks", "Drinks", "Drinks", "none"));
    }

    private void fetchedMany() {
        ask.answer(
                "lines of orders",
                _ -> Order.objects.withMany(Line_.order).orderBy(Order_.id.asc()).list().stream()
                        .map(it -> it.lines().get().size())
                        .toList(),
                List.of(2, 1, 2));
        ask.answer(
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
        ask.answer(
                "fetched by one for all",
                _ -> {
                    var lines = Line.objects.orderBy(Line_.id.asc()).list();
                    lines.getFirst().product.fetch();
                    return lines.stream().map(it -> it.product.get().name).toList();
                },
                List.of("Coffee", "Tea", "100% Cola", "Coffee", "Le \"Roman\""));
    }
}
