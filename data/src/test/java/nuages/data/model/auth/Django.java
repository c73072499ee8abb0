package nuages.data.model.auth;

import static nuages.data.mapping.OnDelete.CASCADE;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import nuages.data.mapping.ForeignKey;
import nuages.data.mapping.Index;
import nuages.data.mapping.Key;
import nuages.data.mapping.Managed;
import nuages.data.mapping.ManyToMany;
import nuages.data.mapping.Table;
import nuages.data.mapping.Text;
import nuages.data.mapping.Unique;
import nuages.data.model.KeyedModel;
import nuages.data.model.KeyedRef;
import nuages.data.model.Many;
import nuages.data.model.Model;
import org.jspecify.annotations.Nullable;

/** Models of tables that Django has as well; its own have keys of 32 bits. */
public final class Django {
    private Django() {}

    /** A key of 32 bits. */
    public abstract static class Numbered extends KeyedModel<Integer> {
        @Key(identity = true)
        public int id;
    }

    /** The name of a model. */
    @Table(name = "django_content_type")
    @Unique(fields = {"appLabel", "model"})
    public static class ContentType extends Numbered {
        @Size(max = 100)
        public String appLabel = "";

        @Size(max = 100)
        public String model = "";
    }

    /** What a user may do. */
    @Unique(fields = {"contentType", "codename"})
    public static class Permission extends Numbered {
        @Size(max = 255)
        public String name = "";

        @ForeignKey(onDelete = CASCADE)
        public KeyedRef<ContentType, Integer> contentType;

        @Size(max = 100)
        public String codename = "";
    }

    /** Several users. */
    public static class Group extends Numbered {
        @Unique
        @Size(max = 150)
        public String name = "";

        @ManyToMany
        public Many<Permission> permissions() {
            return many(Django_Group_.permissions);
        }
    }

    /** That a user has read something; nobody asks who has. */
    public static class Reading extends Numbered {
        @ForeignKey(onDelete = CASCADE)
        public KeyedRef<User, Integer> reader;

        @ForeignKey(onDelete = CASCADE, index = false)
        public KeyedRef<ContentType, Integer> what;
    }

    /** Who logs in. */
    public static class User extends Numbered {
        @Size(max = 128)
        public String password = "";

        public @Nullable Instant lastLogin;
        public boolean isSuperuser;

        @Unique
        @Size(max = 150)
        public String username = "";

        @Email
        public String email = "";
    }

    /** What a visitor left. */
    @Table(name = "django_session")
    public static class Session extends KeyedModel<String> {
        @Key
        @Size(max = 40)
        public String sessionKey = "";

        public String sessionData = "";

        @Index
        public Instant expireDate = Instant.EPOCH;
    }

    /** What was done. */
    @Table(name = "log")
    public static class Log extends Model {
        @PositiveOrZero
        public short actionFlag;

        public @Nullable String objectId;

        @Unique
        @Size(max = 80)
        public String name = "";

        public Map<String, Object> data = Map.of();
        public UUID key = UUID.randomUUID();

        @Text.Slug
        public String slug = "";
    }

    /** Somebody else's. */
    @Managed(false)
    public static class Legacy extends Model {}
}
