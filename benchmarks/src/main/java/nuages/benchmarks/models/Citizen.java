package nuages.benchmarks.models;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** The same row for Hibernate. */
@Entity
@Table(name = "models_person")
@NullUnmarked // Hibernate sets the fields
public class Citizen {
    /** The key. */
    @Id
    public long id;

    /** A text. */
    public String name;

    /** Another text. */
    public String email;

    /** A number. */
    public int age;

    /** A number with a point. */
    public double score;

    /** True or false. */
    public boolean active;

    /** A time. */
    public Instant joined;

    /** An exact number. */
    public BigDecimal balance;
}
