package nuages.web.form.shelf;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import nuages.data.mapping.Json;
import nuages.data.model.Model;
import nuages.data.model.QuerySet;
import org.jspecify.annotations.Nullable;

/** What books are read with, as it describes itself. */
public class Device extends Model {
    public static final QuerySet<Device> objects = QuerySet.of(Device.class);

    /** Where it is on a page. */
    public record Mark(int page, String text) {}

    public @Nullable InetAddress address;

    @Json
    public String settings = "{}";

    @Json
    public Map<String, Integer> pages = Map.of();

    @Json
    public @Nullable List<Mark> marks;

    @Json
    public List<String> owners = List.of();
}
