package nuages.benchmarks.models;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nuages.data.model.Model;
import nuages.data.model.QuerySet;

/** A row of eight columns. */
public class Person extends Model {
    /** All rows. */
    public static final QuerySet<Person> objects = QuerySet.of(Person.class);

    /** A text. */
    @Size(max = 100)
    public String name = "";

    /** Another text. */
    @Size(max = 100)
    public String email = "";

    /** A number. */
    public int age;

    /** A number with a point. */
    public double score;

    /** True or false. */
    public boolean active;

    /** A time. */
    public Instant joined = Instant.EPOCH;

    /** An exact number. */
    @Digits(integer = 8, fraction = 2)
    public BigDecimal balance = BigDecimal.ZERO;

    /** New ones, all different. */
    static List<Person> crowd(int size) {
        var crowd = new ArrayList<Person>(size);
        for (int i = 0; i < size; i++) {
            var person = new Person();
            person.name = "Name of person " + i;
            person.email = "person" + i + "@site.org";
            person.age = i % 90;
            person.score = i / 3.0;
            person.active = i % 2 == 0;
            person.joined = Instant.ofEpochSecond(1_700_000_000L + i, 123_456_000);
            person.balance = BigDecimal.valueOf(i, 2);
            crowd.add(person);
        }
        return crowd;
    }
}
