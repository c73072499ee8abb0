package nuages.data.query;

import java.util.List;
import nuages.data.row.ValueKind;
import nuages.data.syntax.Function;
import nuages.data.syntax.JsonType;
import nuages.data.syntax.Node;
import nuages.data.syntax.Worded;

/** Values as parts of JSON, which not every database knows by their types. */
final class JsonParts {
    private JsonParts() {}

    static Node of(Expression<?, ?> value) {
        var type = value.codec().type();
        if (type == Boolean.class || type == boolean.class) {
            return new Node.Call(Function.JSON_TRUTH, List.of(value.node()));
        }
        boolean json = value instanceof JsonExpression || value.codec().kind() == ValueKind.JSON;
        return json && !(value.node() instanceof Node.JsonPath)
                ? new Worded.Steps(List.of()).in(value.node(), JsonType.JSON)
                : value.node();
    }
}
