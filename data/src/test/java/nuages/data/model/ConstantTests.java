package nuages.data.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nuages.data.connection.Work;
import nuages.data.model.fields.Sample;
import nuages.data.model.fields.Sample.Color;
import nuages.data.model.fields.Sample.Grade;
import nuages.data.model.fields.Sample.Letter;
import nuages.data.model.fields.Sample_;
import nuages.data.query.Case;
import nuages.data.query.Expression;
import nuages.data.query.Functions;
import nuages.testing.servers.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Constants of enums in expressions are what their columns keep. */
class ConstantTests {
    private static final Functions.Template GRADE = Functions.sql("coalesce(?, ?)");

    /** What a statement of one's own gives. */
    record Kept(Grade grade, Letter letter, Color kind) {}

    private static void samples(Kind kind, Runnable test) {
        Site.run(
                kind,
                () -> {
                    Sample.objects.create(it -> it.kind = Color.RED);
                    Sample.objects.create(it -> {
                        it.kind = Color.GREEN;
                        it.grade = Grade.GOOD;
                        it.letter = Letter.ALPHA;
                    });
                    test.run();
                },
                Sample.class);
    }

    private static <T> List<T> values(Expression<Sample, T> of) {
        return Sample.objects.orderBy(Sample_.id.asc()).values(of);
    }

    private static List<Sample> samples() {
        return Sample.objects.orderBy(Sample_.id.asc()).list();
    }

    @ParameterizedTest
    @EnumSource
    void they_are_written_by_codes_if_they_have_some(Kind kind) {
        samples(kind, () -> {
            var red = Sample_.kind.is(Color.RED);

            Sample.objects.update(
                    Sample_.grade.to(Case.when(red, Grade.GOOD).otherwise(Grade.POOR)),
                    Sample_.letter.to(Case.when(red, Letter.ALPHA)
                            .or(Sample_.whole.gt(0), Letter.BETA)
                            .otherwise(Letter.BETA)));

            assertThat(samples()).extracting(it -> it.grade).containsExactly(Grade.GOOD, Grade.POOR);
            assertThat(samples()).extracting(it -> it.letter).containsExactly(Letter.ALPHA, Letter.BETA);
            Sample.objects.update(
                    Sample_.grade.to(Functions.value(Grade.GOOD)),
                    Sample_.kind.to(Functions.value(Color.GREEN)),
                    Sample_.letter.to(
                            Functions.coalesce(Sample_.letter.nullIf(Letter.BETA), Functions.value(Letter.ALPHA))));
            assertThat(samples()).extracting(it -> it.grade).containsOnly(Grade.GOOD);
            assertThat(samples()).extracting(it -> it.letter).containsOnly(Letter.ALPHA);
            assertThat(samples()).extracting(it -> it.kind).containsOnly(Color.GREEN);
        });
    }

    @ParameterizedTest
    @EnumSource
    void they_are_compared_and_read_by_codes_if_they_have_some(Kind kind) {
        samples(kind, () -> {
            var better = Case.<Sample, Grade>when(Sample_.kind.is(Color.RED), Grade.GOOD)
                    .otherwise(Sample_.grade);

            assertThat(values(better)).containsExactly(Grade.GOOD, Grade.GOOD);
            assertThat(values(Functions.<Sample, Letter>value(Letter.BETA))).containsOnly(Letter.BETA);
            assertThat(values(Functions.<Sample, Color>value(Color.RED))).containsOnly(Color.RED);
            assertThat(values(GRADE.of(Grade.class, Sample_.grade, Functions.value(Grade.GOOD))))
                    .containsExactly(Grade.POOR, Grade.GOOD);
            assertThat(Sample.objects.filter(Sample_.grade.is(better)).count()).isOne();
            assertThat(Sample.objects
                            .filter(Sample_.grade.is(Functions.value(Grade.POOR)))
                            .count())
                    .isOne();
        });
    }

    @ParameterizedTest
    @EnumSource
    void so_they_are_in_statements_of_ones_own(Kind kind) {
        samples(kind, () -> {
            var database = Work.current().database();
            assertThat(database.sql("select grade, letter, kind from fields_sample where grade = ?", Grade.POOR)
                            .list(Kept.class))
                    .containsExactly(new Kept(Grade.POOR, Letter.BETA, Color.RED));
            database.sql("update fields_sample set grade = ?, letter = ?", Grade.GOOD, Letter.ALPHA)
                    .update();
            assertThat(database.sql("select distinct grade from fields_sample").one(Grade.class))
                    .isEqualTo(Grade.GOOD);
        });
    }
}
