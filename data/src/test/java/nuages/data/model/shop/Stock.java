package nuages.data.model.shop;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import nuages.data.model.KeyedModel;
import nuages.data.model.KeyedRef;
import nuages.data.model.Ref;
import nuages.data.model.shop.Product.State;
import org.jspecify.annotations.Nullable;

/** A small shop with something of everything, saved to the database of the current work. */
public final class Stock {
    /** Every model of the shop, those that others refer to first. */
    public static final List<Class<? extends KeyedModel<?>>> MODELS = List.of(
            Country.class,
            Customer.class,
            Profile.class,
            Category.class,
            Tag.class,
            Product.class,
            Supplier.class,
            Supply.class,
            Coupon.class,
            Order.class,
            Line.class,
            Shipment.class,
            Review.class,
            Warehouse.class,
            Shelf.class);

    private static final Instant NOON = Instant.parse("2024-03-31T12:00:00Z");

    public final Country germany = country("DE", "Germany");
    public final Country france = country("FR", "France");
    public final Country norway = country("NO", "Norway");

    public final Customer ada = customer("Ada", germany, "Berlin", LocalDate.of(1990, 12, 10), null);
    public final Customer bob = customer("Bob", germany, "Köln", LocalDate.of(1984, 2, 29), ada);
    public final Customer chloe = customer("Chloé", france, "Paris", null, ada);
    public final Customer dan = customer("Dan", france, null, LocalDate.of(2001, 1, 1), bob);

    public final Category drinks = category("Drinks", null);
    public final Category hot = category("Hot drinks", drinks);
    public final Category cold = category("Cold drinks", drinks);
    public final Category books = category("Books", null);

    public final Tag bitter = tag("bitter");
    public final Tag sweet = tag("sweet");
    public final Tag paper = tag("paper");

    public final Product coffee = product("Coffee", hot, "4.50", State.ON_SALE, 10, bitter);
    public final Product tea = product("Tea", hot, "3.00", State.ON_SALE, 0, bitter, sweet);
    public final Product cola = product("100% Cola", cold, "2.25", State.ON_SALE, 99, sweet);
    public final Product draft = product("draft_beer", cold, "5.00", State.DRAFT, 5);
    public final Product novel = product("Le \"Roman\"", books, "19.90", State.GONE, 1, paper);

    public final Order first = order(ada, 0, "WELCOME", coffee, 2, tea, 1);
    public final Order second = order(ada, 30, null, cola, 12);
    public final Order third = order(bob, 60, null, coffee, 1, novel, 1);

    /** Saves all of it. */
    public Stock() {
        coffee.related().add(tea);
        review(coffee, ada, 5, "Wakes the dead.");
        review(coffee, bob, 3, "");
        review(tea, ada, 4, "Fine");
        review(novel, null, 1, "Who wrote this?");
        var shipment = new Shipment();
        shipment.order = Ref.to(first);
        shipment.carrier = "Post";
        shipment.arrived = NOON.plus(Duration.ofDays(2));
        shipment.save();
    }

    private static Country country(String code, String name) {
        return Country.objects.create(it -> {
            it.code = code;
            it.name = name;
        });
    }

    private static Customer customer(
            String name, Country country, @Nullable String city, @Nullable LocalDate birthday, @Nullable Customer by) {
        return Customer.objects.create(it -> {
            it.name = name;
            it.email = name.toLowerCase(java.util.Locale.ROOT).replace('é', 'e') + "@example.org";
            it.country = KeyedRef.of(country);
            it.city = city;
            it.birthday = birthday;
            it.invitedBy = by == null ? null : Ref.to(by);
        });
    }

    private static Category category(String name, @Nullable Category parent) {
        return Category.objects.create(it -> {
            it.name = name;
            it.slug = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
            it.parent = parent == null ? null : Ref.to(parent);
        });
    }

    private static Tag tag(String word) {
        return Tag.objects.create(it -> it.word = word);
    }

    private static Product product(String name, Category in, String price, State state, int stock, Tag... tags) {
        var product = Product.objects.create(it -> {
            it.name = name;
            it.number = "N-" + Product.objects.count();
            it.category = Ref.to(in);
            it.price = new BigDecimal(price);
            it.state = state;
            it.stock = stock;
            it.weight = stock / 4.0;
            it.rank = (short) name.length();
            it.warranty = state == State.GONE ? Duration.ofDays(30).plusMillis(1) : null;
        });
        product.tags().add(tags);
        return product;
    }

    private static Order order(Customer customer, int days, @Nullable String coupon, Object... productsAndCounts) {
        var order = Order.objects.create(it -> {
            it.customer = Ref.to(customer);
            it.placed = NOON.plus(Duration.ofDays(days));
            it.deliverAt = days == 0 ? LocalTime.of(18, 30) : null;
            it.coupon = coupon == null ? null : KeyedRef.of(coupon(coupon));
        });
        for (int i = 0; i < productsAndCounts.length; i += 2) {
            var product = (Product) productsAndCounts[i];
            int count = (int) productsAndCounts[i + 1];
            order.lines().create(it -> {
                it.product = Ref.to(product);
                it.quantity = count;
                it.price = product.price;
            });
        }
        return order;
    }

    private static Coupon coupon(String code) {
        return Coupon.objects.create(it -> {
            it.code = code;
            it.percent = 10;
        });
    }

    private static void review(Product product, @Nullable Customer author, int stars, String text) {
        Review.objects.create(it -> {
            it.product = Ref.to(product);
            it.author = author == null ? null : Ref.to(author);
            it.stars = stars;
            it.text = text;
            it.written = NOON.plus(Duration.ofHours(stars));
        });
    }
}
