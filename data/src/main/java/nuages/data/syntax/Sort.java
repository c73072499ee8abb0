package nuages.data.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that rows are ordered by.
 *
 * @param nullsFirst where NULL goes; null leaves it to the database
 */
public record Sort(
        Node operand, boolean descending, @Nullable Boolean nullsFirst) {
    static void shape(List<Sort> sorts, Shape shape) {
        shape.token(sorts.size());
        for (var sort : sorts) {
            shape.part(sort.operand).token(sort.descending).token(sort.nullsFirst);
        }
    }

    /** The same the other way round. */
    public Sort reversed() {
        return new Sort(operand, !descending, nullsFirst == null ? null : !nullsFirst);
    }
}
