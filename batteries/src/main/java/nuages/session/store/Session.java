package nuages.session.store;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import nuages.data.mapping.Index;
import nuages.data.mapping.Key;
import nuages.data.mapping.Table;
import nuages.data.model.KeyedModel;
import nuages.data.model.QuerySet;

/** A session as a row of Django's table: its values are signed JSON. Views use {@link nuages.session.Session}. */
@Table(name = "django_session")
public class Session extends KeyedModel<String> {
    /** All sessions, expired ones too. */
    public static final QuerySet<Session> objects = QuerySet.of(Session.class);

    /** What the visitor's cookie holds. */
    @Key
    @Size(max = 40)
    public String sessionKey = "";

    /** The values, as {@link Encoding} writes them. */
    public String sessionData = "";

    /** From when on the session is none. */
    @Index
    public Instant expireDate = Instant.EPOCH;
}
