package nuages.data.model.shop;

import static nuages.data.mapping.OnDelete.CASCADE;

import java.util.List;
import nuages.data.mapping.Json;
import nuages.data.mapping.OneToOne;
import nuages.data.mapping.Text;
import nuages.data.model.Model;
import nuages.data.model.QuerySet;
import nuages.data.model.Ref;
import org.jspecify.annotations.Nullable;

/** What a customer tells of himself. */
public class Profile extends Model {
    public static final QuerySet<Profile> objects = QuerySet.of(Profile.class);

    /** How somebody likes it. */
    public record Taste(String colour, List<String> likes, int shoeSize) {}

    @OneToOne(onDelete = CASCADE)
    public Ref<Customer> customer;

    @Text
    public String about = "";

    @Json
    public @Nullable Taste taste;

    @Text.Url
    public @Nullable String homepage;

    @Text.IpAddress
    public @Nullable String lastSeenAt;
}
