package counter;

import java.util.List;
import nuages.data.model.KeyedModel;
import nuages.project.App;

/** The model of the pages; its migrations are beside it. */
public final class CounterApp implements App {
    @Override
    public String name() {
        return "counter";
    }

    @Override
    public List<Class<? extends KeyedModel<?>>> models() {
        return List.of(Counter.class);
    }
}
