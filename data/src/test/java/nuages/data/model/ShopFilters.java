package nuages.data.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nuages.data.model.ShopTests.Question;
import nuages.data.model.shop.Category_;
import nuages.data.model.shop.Customer;
import nuages.data.model.shop.Customer_;
import nuages.data.model.shop.Order;
import nuages.data.model.shop.Order_;
import nuages.data.model.shop.Product;
import nuages.data.model.shop.Product.State;
import nuages.data.model.shop.Product_;
import nuages.data.model.shop.Review;
import nuages.data.model.shop.Review_;
import nuages.data.model.shop.Stock;
import nuages.data.query.Condition;

/** Which rows there are. */
final class ShopFilters {
    private static final BigDecimal FOUR = new BigDecimal("4.00");

    private final List<Question> questions = new ArrayList<>();

    static List<Question> questions() {
        var all = new ShopFilters();
        all.texts();
        all.numbers();
        all.absent();
        all.joined();
        all.combined();
        all.ordered();
        all.orderedWithNull();
        all.counted();
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

    private void texts() {
        products("by name", Product_.name.is("Tea"), "Tea");
        products("by another name", Product_.name.isNot("Tea"), "Coffee", "100% Cola", "draft_beer", "Le \"Roman\"");
        products("by names", Product_.name.in("Tea", "Coffee", "Milk"), "Coffee", "Tea");
        products("by no names", Product_.name.in(List.of()));
        products("by name in any case", Product_.name.isAnyCase("tEA"), "Tea");
        products("that begin", Product_.name.startsWith("Te"), "Tea");
        products("that begin in any case", Product_.name.startsWithAnyCase("te"), "Tea");
        products("that end", Product_.name.endsWith("ee"), "Coffee");
        products("that end in any case", Product_.name.endsWithAnyCase("EE"), "Coffee");
        products("with a percent sign", Product_.name.contains("%"), "100% Cola");
        products("with an underscore", Product_.name.contains("_"), "draft_beer");
        products("with a quote", Product_.name.contains("\""), "Le \"Roman\"");
        products("with an apostrophe", Product_.name.contains("'"));
        products("with a backslash", Product_.name.contains("\\"));
        products("that would be injected", Product_.name.is("' or 1 = 1 --"));
        products("with letters in any case", Product_.name.containsAnyCase("ROMAN"), "Le \"Roman\"");
        products("in lower case", Product_.name.lower().is("coffee"), "Coffee");
        products("in upper case", Product_.name.upper().is("TEA"), "Tea");
        products("by length", Product_.name.length().is(3), "Tea");
        customers("with a letter beyond ASCII", Customer_.name.contains("é"), "Chloé");
        customers("of a city beyond ASCII", Customer_.city.is("Köln"), "Bob");
    }

    private void numbers() {
        products("at a price", Product_.price.is(new BigDecimal("3")), "Tea");
        products("that cost more", Product_.price.gt(FOUR), "Coffee", "draft_beer", "Le \"Roman\"");
        products("that cost as much or more", Product_.price.gte(new BigDecimal("5.00")), "draft_beer", "Le \"Roman\"");
        products("that cost less", Product_.price.lt(new BigDecimal("2.26")), "100% Cola");
        products("that cost as much or less", Product_.price.lte(new BigDecimal("2.25")), "100% Cola");
        products("between prices", Product_.price.between(new BigDecimal("2.25"), FOUR), "Tea", "100% Cola");
        products("in stock", Product_.stock.gt(0), "Coffee", "100% Cola", "draft_beer", "Le \"Roman\"");
        products("by weight", Product_.weight.is(2.5), "Coffee");
        products("by rank", Product_.rank.is((short) 9), "100% Cola");
        products("by state", Product_.state.is(State.DRAFT), "draft_beer");
        products("by states", Product_.state.in(State.DRAFT, State.GONE), "draft_beer", "Le \"Roman\"");
        products("by two fields", Product_.rank.gt((short) 3), "Coffee", "100% Cola", "draft_beer", "Le \"Roman\"");
        products("by arithmetic", Product_.stock.plus(1).is(100), "100% Cola");
        products("by a product", Product_.stock.times(2).is(20), "Coffee");
        products("by a difference", Product_.stock.minus(5).is(0), "draft_beer");
        products("by warranty", Product_.warranty.is(Duration.ofDays(30).plusMillis(1)), "Le \"Roman\"");
        products("by a longer warranty", Product_.warranty.gt(Duration.ofDays(30)), "Le \"Roman\"");
        customers("by birthday", Customer_.birthday.is(LocalDate.of(1984, 2, 29)), "Bob");
        customers("born before", Customer_.birthday.before(LocalDate.of(1990, 12, 10)), "Bob");
        customers("born after", Customer_.birthday.after(LocalDate.of(1990, 12, 10)), "Dan");
        customers(
                "born between",
                Customer_.birthday.between(LocalDate.of(1984, 2, 29), LocalDate.of(1990, 12, 10)),
                "Ada",
                "Bob");
        customers("that are active", Customer_.active.is(true), "Ada", "Bob", "Chloé", "Dan");
        customers("that are not active", Customer_.active.is(false));
    }

    private void absent() {
        products("without warranty", Product_.warranty.isNull(), "Coffee", "Tea", "100% Cola", "draft_beer");
        products("with warranty", Product_.warranty.isNotNull(), "Le \"Roman\"");
        products("with no such warranty", Product_.warranty.isNot(Duration.ofDays(1)), names());
        customers("without city", Customer_.city.isNull(), "Dan");
        customers("of another city", Customer_.city.isNot("Berlin"), "Bob", "Chloé", "Dan");
        customers("not of a city", Customer_.city.is("Berlin").not(), "Bob", "Chloé", "Dan");
        customers("not of cities", Customer_.city.in("Berlin", "Paris").not(), "Bob", "Dan");
        customers("that nobody invited", Customer_.invitedBy.isNull(), "Ada");
    }

    private static String[] names() {
        return new String[] {"Coffee", "Tea", "100% Cola", "draft_beer", "Le \"Roman\""};
    }

    private void joined() {
        products("of a category", Product_.category().slug.is("hot-drinks"), "Coffee", "Tea");
        products(
                "of a category's parent",
                Product_.category().parent().name.is("Drinks"),
                "Coffee",
                "Tea",
                "100% Cola",
                "draft_beer");
        products("of a category without parent", Product_.category().parent.isNull(), "Le \"Roman\"");
        products("of a parent without name", Product_.category().parent().name.isNull(), "Le \"Roman\"");
        customers("of a country", Customer_.country().name.is("France"), "Chloé", "Dan");
        customers("of a country by key", Customer_.country.is("FR"), "Chloé", "Dan");
        customers("invited by Ada", Customer_.invitedBy().name.is("Ada"), "Bob", "Chloé");
        customers("not invited by Ada", Customer_.invitedBy().name.isNot("Ada"), "Ada", "Dan");
        customers(
                "invited by whom Ada invited",
                Customer_.invitedBy().invitedBy().name.is("Ada"),
                "Dan");
        customers("invited by a German", Customer_.invitedBy().country().code.is("DE"), "Bob", "Chloé", "Dan");
        answer(
                "reviews of what is hot",
                _ -> Review.objects
                        .filter(Review_.product().category().name.startsWith("Hot"))
                        .count(),
                3L);
        answer(
                "orders to a country with a coupon",
                _ -> Order.objects
                        .filter(Order_.customer().country().code.is("DE"), Order_.coupon.is("WELCOME"))
                        .count(),
                1L);
    }

    private void combined() {
        var tea = Product_.name.is("Tea");
        var cheap = Product_.price.lt(FOUR);
        products("this and that", tea.and(cheap), "Tea");
        products("this or that", tea.or(Product_.name.is("Coffee")), "Coffee", "Tea");
        products("this or else that", tea.xor(cheap), "100% Cola");
        products("not this", tea.not(), "Coffee", "100% Cola", "draft_beer", "Le \"Roman\"");
        products("not not this", tea.not().not(), "Tea");
        products("neither", tea.or(cheap).not(), "Coffee", "draft_beer", "Le \"Roman\"");
        products("not both", tea.and(cheap).not(), "Coffee", "100% Cola", "draft_beer", "Le \"Roman\"");
        products("all of none", Condition.all(), names());
        products("one of none", Condition.any());
        products(
                "one of all of them",
                Condition.any(tea, cheap, Product_.stock.is(1)),
                "Tea",
                "100% Cola",
                "Le \"Roman\"");
    }

    private void ordered() {
        answer("the first by name", _ -> first(Product_.name.asc()), "100% Cola");
        answer("the dearest", _ -> first(Product_.price.desc()), "Le \"Roman\"");
        answer("the last of its key", _ -> Product.objects.last().orElseThrow().name, "Le \"Roman\"");
        answer(
                "the second page",
                _ -> Product.objects.orderBy(Product_.price.asc()).offset(2).limit(2).list().stream()
                        .map(it -> it.name)
                        .toList(),
                List.of("Coffee", "draft_beer"));
        answer(
                "from the fourth on",
                _ -> Product.objects
                        .orderBy(Product_.price.asc())
                        .offset(3)
                        .list()
                        .size(),
                2);
    }

    private void orderedWithNull() {
        answer(
                "nobody's city comes first",
                _ -> Customer.objects
                        .orderBy(Customer_.city.asc().nullsFirst(), Customer_.id.asc())
                        .first()
                        .orElseThrow()
                        .name,
                "Dan");
        answer(
                "nobody's city comes last",
                _ -> Customer.objects
                        .orderBy(Customer_.city.desc().nullsLast(), Customer_.id.asc())
                        .list()
                        .getLast()
                        .name,
                "Dan");
        answer(
                "by what is joined",
                _ -> Product.objects.orderBy(Product_.category().name.desc(), Product_.price.asc()).list().stream()
                        .map(it -> it.name)
                        .toList(),
                List.of("Tea", "Coffee", "100% Cola", "draft_beer", "Le \"Roman\""));
    }

    private void counted() {
        answer("how many", _ -> Product.objects.count(), 5L);
        answer("how many of a page", _ -> Product.objects.limit(3).count(), 3L);
        answer("whether there are some", _ -> Product.onSale().exists(), true);
        answer(
                "whether there are none",
                _ -> Product.objects.filter(Product_.id.is(-1L)).exists(),
                false);
        answer(
                "by keys",
                stock -> Product.objects.inBulk(List.of(stock.tea.id, -1L)).keySet(),
                java.util.Set.of(2L));
        answer(
                "categories by slug",
                _ -> nuages.data.model.shop.Category.objects
                        .filter(Category_.slug.is("books"))
                        .one()
                        .name,
                "Books");
    }

    private static String first(nuages.data.query.Order<Product> order) {
        return Product.objects.orderBy(order).first().orElseThrow().name;
    }
}
