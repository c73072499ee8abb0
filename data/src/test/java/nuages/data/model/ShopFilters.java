package nuages.data.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
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
import nuages.data.query.Condition;

/** Which rows there are. */
final class ShopFilters {
    private static final BigDecimal FOUR = new BigDecimal("4.00");

    private final ShopQuestions ask = new ShopQuestions();

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
        return all.ask.all();
    }

    private void texts() {
        ask.products("by name", Product_.name.is("Tea"), "Tea");
        ask.products(
                "by another name", Product_.name.isNot("Tea"), "Coffee", "100% Cola", "draft_beer", "Le \"Roman\"");
        ask.products("by names", Product_.name.in("Tea", "Coffee", "Milk"), "Coffee", "Tea");
        ask.products("by no names", Product_.name.in(List.of()));
        ask.products("by name in any case", Product_.name.isAnyCase("tEA"), "Tea");
        ask.products("that begin", Product_.name.startsWith("Te"), "Tea");
        ask.products("that begin in any case", Product_.name.startsWithAnyCase("te"), "Tea");
        ask.products("that end", Product_.name.endsWith("ee"), "Coffee");
        ask.products("that end in any case", Product_.name.endsWithAnyCase("EE"), "Coffee");
        ask.products("with a percent sign", Product_.name.contains("%"), "100% Cola");
        ask.products("with an underscore", Product_.name.contains("_"), "draft_beer");
        ask.products("with a quote", Product_.name.contains("\""), "Le \"Roman\"");
        ask.products("with an apostrophe", Product_.name.contains("'"));
        ask.products("with a backslash", Product_.name.contains("\\"));
        ask.products("that would be injected", Product_.name.is("' or 1 = 1 --"));
        ask.products("with letters in any case", Product_.name.containsAnyCase("ROMAN"), "Le \"Roman\"");
        ask.products("in lower case", Product_.name.lower().is("coffee"), "Coffee");
        ask.products("in upper case", Product_.name.upper().is("TEA"), "Tea");
        ask.products("by length", Product_.name.length().is(3), "Tea");
        ask.customers("with a letter beyond ASCII", Customer_.name.contains("é"), "Chloé");
        ask.customers("of a city beyond ASCII", Customer_.city.is("Köln"), "Bob");
    }

    private void numbers() {
        ask.products("at a price", Product_.price.is(new BigDecimal("3")), "Tea");
        ask.products("that cost more", Product_.price.gt(FOUR), "Coffee", "draft_beer", "Le \"Roman\"");
        ask.products(
                "that cost as much or more", Product_.price.gte(new BigDecimal("5.00")), "draft_beer", "Le \"Roman\"");
        ask.products("that cost less", Product_.price.lt(new BigDecimal("2.26")), "100% Cola");
        ask.products("that cost as much or less", Product_.price.lte(new BigDecimal("2.25")), "100% Cola");
        ask.products("between prices", Product_.price.between(new BigDecimal("2.25"), FOUR), "Tea", "100% Cola");
        ask.products("in stock", Product_.stock.gt(0), "Coffee", "100% Cola", "draft_beer", "Le \"Roman\"");
        ask.products("by weight", Product_.weight.is(2.5), "Coffee");
        ask.products("by rank", Product_.rank.is((short) 9), "100% Cola");
        ask.products("by state", Product_.state.is(State.DRAFT), "draft_beer");
        ask.products("by states", Product_.state.in(State.DRAFT, State.GONE), "draft_beer", "Le \"Roman\"");
        ask.products("by two fields", Product_.rank.gt((short) 3), "Coffee", "100% Cola", "draft_beer", "Le \"Roman\"");
        ask.products("by arithmetic", Product_.stock.plus(1).is(100), "100% Cola");
        ask.products("by a product", Product_.stock.times(2).is(20), "Coffee");
        ask.products("by a difference", Product_.stock.minus(5).is(0), "draft_beer");
        ask.products("by warranty", Product_.warranty.is(Duration.ofDays(30).plusMillis(1)), "Le \"Roman\"");
        ask.products("by a longer warranty", Product_.warranty.gt(Duration.ofDays(30)), "Le \"Roman\"");
        ask.customers("by birthday", Customer_.birthday.is(LocalDate.of(1984, 2, 29)), "Bob");
        ask.customers("born before", Customer_.birthday.before(LocalDate.of(1990, 12, 10)), "Bob");
        ask.customers("born after", Customer_.birthday.after(LocalDate.of(1990, 12, 10)), "Dan");
        ask.customers(
                "born between",
                Customer_.birthday.between(LocalDate.of(1984, 2, 29), LocalDate.of(1990, 12, 10)),
                "Ada",
                "Bob");
        ask.customers("that are active", Customer_.active.is(true), "Ada", "Bob", "Chloé", "Dan");
        ask.customers("that are not active", Customer_.active.is(false));
    }

    private void absent() {
        ask.products("without warranty", Product_.warranty.isNull(), "Coffee", "Tea", "100% Cola", "draft_beer");
        ask.products("with warranty", Product_.warranty.isNotNull(), "Le \"Roman\"");
        ask.products("with no such warranty", Product_.warranty.isNot(Duration.ofDays(1)), names());
        ask.customers("without city", Customer_.city.isNull(), "Dan");
        ask.customers("of another city", Customer_.city.isNot("Berlin"), "Bob", "Chloé", "Dan");
        ask.customers("not of a city", Customer_.city.is("Berlin").not(), "Bob", "Chloé", "Dan");
        ask.customers("not of cities", Customer_.city.in("Berlin", "Paris").not(), "Bob", "Dan");
        ask.customers("that nobody invited", Customer_.invitedBy.isNull(), "Ada");
    }

    private static String[] names() {
        return new String[] {"Coffee", "Tea", "100% Cola", "draft_beer", "Le \"Roman\""};
    }

    private void joined() {
        ask.products("of a category", Product_.category().slug.is("hot-drinks"), "Coffee", "Tea");
        ask.products(
                "of a category's parent",
                Product_.category().parent().name.is("Drinks"),
                "Coffee",
                "Tea",
                "100% Cola",
                "draft_beer");
        ask.products("of a category without parent", Product_.category().parent.isNull(), "Le \"Roman\"");
        ask.products(
                "of a parent without name", Product_.category().parent().name.isNull(), "Le \"Roman\"");
        ask.customers("of a country", Customer_.country().name.is("France"), "Chloé", "Dan");
        ask.customers("of a country by key", Customer_.country.is("FR"), "Chloé", "Dan");
        ask.customers("invited by Ada", Customer_.invitedBy().name.is("Ada"), "Bob", "Chloé");
        ask.customers("not invited by Ada", Customer_.invitedBy().name.isNot("Ada"), "Ada", "Dan");
        ask.customers(
                "invited by whom Ada invited",
                Customer_.invitedBy().invitedBy().name.is("Ada"),
                "Dan");
        ask.customers(
                "invited by a German", Customer_.invitedBy().country().code.is("DE"), "Bob", "Chloé", "Dan");
        ask.answer(
                "reviews of what is hot",
                _ -> Review.objects
                        .filter(Review_.product().category().name.startsWith("Hot"))
                        .count(),
                3L);
        ask.answer(
                "orders to a country with a coupon",
                _ -> Order.objects
                        .filter(Order_.customer().country().code.is("DE"), Order_.coupon.is("WELCOME"))
                        .count(),
                1L);
    }

    private void combined() {
        var tea = Product_.name.is("Tea");
        var cheap = Product_.price.lt(FOUR);
        ask.products("this and that", tea.and(cheap), "Tea");
        ask.products("this or that", tea.or(Product_.name.is("Coffee")), "Coffee", "Tea");
        ask.products("this or else that", tea.xor(cheap), "100% Cola");
        ask.products("not this", tea.not(), "Coffee", "100% Cola", "draft_beer", "Le \"Roman\"");
        ask.products("not not this", tea.not().not(), "Tea");
        ask.products("neither", tea.or(cheap).not(), "Coffee", "draft_beer", "Le \"Roman\"");
        ask.products("not both", tea.and(cheap).not(), "Coffee", "100% Cola", "draft_beer", "Le \"Roman\"");
        ask.products("all of none", Condition.all(), names());
        ask.products("one of none", Condition.any());
        ask.products(
                "one of all of them",
                Condition.any(tea, cheap, Product_.stock.is(1)),
                "Tea",
                "100% Cola",
                "Le \"Roman\"");
    }

    private void ordered() {
        ask.answer("the first by name", _ -> first(Product_.name.asc()), "100% Cola");
        ask.answer("the dearest", _ -> first(Product_.price.desc()), "Le \"Roman\"");
        ask.answer("the last of its key", _ -> Product.objects.last().orElseThrow().name, "Le \"Roman\"");
        ask.answer(
                "the second page",
                _ -> Product.objects.orderBy(Product_.price.asc()).offset(2).limit(2).list().stream()
                        .map(it -> it.name)
                        .toList(),
                List.of("Coffee", "draft_beer"));
        ask.answer(
                "from the fourth on",
                _ -> Product.objects
                        .orderBy(Product_.price.asc())
                        .offset(3)
                        .list()
                        .size(),
                2);
    }

    private void orderedWithNull() {
        ask.answer(
                "nobody's city comes first",
                _ -> Customer.objects
                        .orderBy(Customer_.city.asc().nullsFirst(), Customer_.id.asc())
                        .first()
                        .orElseThrow()
                        .name,
                "Dan");
        ask.answer(
                "nobody's city comes last",
                _ -> Customer.objects
                        .orderBy(Customer_.city.desc().nullsLast(), Customer_.id.asc())
                        .list()
                        .getLast()
                        .name,
                "Dan");
        ask.answer(
                "by what is joined",
                _ -> Product.objects.orderBy(Product_.category().name.desc(), Product_.price.asc()).list().stream()
                        .map(it -> it.name)
                        .toList(),
                List.of("Tea", "Coffee", "100% Cola", "draft_beer", "Le \"Roman\""));
    }

    private void counted() {
        ask.answer("how many", _ -> Product.objects.count(), 5L);
        ask.answer("how many of a page", _ -> Product.objects.limit(3).count(), 3L);
        ask.answer("whether there are some", _ -> Product.onSale().exists(), true);
        ask.answer(
                "whether there are none",
                _ -> Product.objects.filter(Product_.id.is(-1L)).exists(),
                false);
        ask.answer(
                "by keys",
                stock -> Product.objects.inBulk(List.of(stock.tea.id, -1L)).keySet(),
                java.util.Set.of(2L));
        ask.answer(
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
