package nuages.data.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nuages.data.model.fields.Ranked;
import nuages.testing.servers.Kind;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the database puts in, and when it is told a value instead. */
@NullUnmarked // what was left out has come back
class ZeroTests {
    @ParameterizedTest
    @EnumSource
    void a_zero_is_a_value_where_null_leaves_it_to_the_database(Kind kind) {
        Site.run(
                kind,
                () -> {
                    var zeros = zeros(new Ranked());
                    zeros.save();
                    var left = Ranked.objects.create(_ -> {});
                    var many = List.of(zeros(new Ranked()), new Ranked());
                    Ranked.objects.bulkCreate(many);

                    for (var each : List.of(zeros, many.getFirst())) {
                        var kept = Ranked.objects.get(each.id);
                        assertThat(List.of(kept.rank, kept.weight, kept.place)).isEqualTo(List.of(0, 0.0, 3));
                        assertThat(List.of(each.rank, each.weight, each.place)).isEqualTo(List.of(0, 0.0, 3));
                    }
                    for (var each : List.of(left, many.getLast())) {
                        assertThat(List.of(each.rank, each.weight, each.place)).isEqualTo(List.of(1, 2.5, 3));
                    }
                },
                Ranked.class);
    }

    private static Ranked zeros(Ranked row) {
        row.rank = 0;
        row.weight = 0.0;
        return row;
    }
}
