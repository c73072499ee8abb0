package nuages.data.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

import java.math.BigDecimal;
import java.time.Duration;
import nuages.data.connection.Database;
import nuages.data.connection.Databases;
import nuages.data.connection.Work;
import nuages.data.ddl.SchemaWriter;
import nuages.data.ddl.UnsupportedSchema;
import nuages.data.error.DatabaseException;
import nuages.data.model.fields.Gaps;
import nuages.data.model.fields.Keyed.Counter;
import nuages.data.model.fields.Keyed.Country;
import nuages.data.model.fields.Keyed.Ticket;
import nuages.data.model.fields.Lists;
import nuages.data.model.fields.Sample;
import nuages.data.model.fields.Sample_;
import nuages.testing.servers.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FieldTypeTests {
    @SafeVarargs
    @SuppressWarnings("varargs")
    private static void with(Kind kind, Runnable test, Class<? extends KeyedModel<?>>... models) {
        var database = Database.open("default", kind.newDatabase());
        try {
            Work.of("test", Databases.of(database)).run(() -> {
                SchemaWriter.of(database.dialect())
                        .create(Tables.of(database.dialect(), models))
                        .forEach(it -> database.sql(it).update());
                test.run();
            });
            assertThat(database.snapshot().leased()).isZero();
        } finally {
            database.shutdown(Duration.ZERO);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_value_of_every_type_comes_back_as_it_went(Kind kind) {
        with(
                kind,
                () -> {
                    var written = Sample.objects.create(it -> it.kind = Sample.Color.GREEN);

                    var read = Sample.objects.get(written.id);

                    assertThat(read)
                            .usingRecursiveComparison()
                            .ignoringFields("peers", "fetched", "total")
                            .ignoringFieldsMatchingRegexes(".*codec.*")
                            .isEqualTo(written);
                    assertThat(read.total).isEqualTo(10);
                },
                Sample.class);
    }

    @ParameterizedTest
    @EnumSource
    void nothing_of_every_type_comes_back_as_nothing(Kind kind) {
        with(
                kind,
                () -> {
                    var written = Gaps.objects.create(_ -> {});

                    var read = Gaps.objects.get(written.id);

                    assertThat(read)
                            .usingRecursiveComparison()
                            .ignoringFields("peers", "fetched")
                            .isEqualTo(written);
                },
                Gaps.class);
    }

    @ParameterizedTest
    @EnumSource
    void every_type_can_be_looked_for(Kind kind) {
        with(
                kind,
                () -> {
                    var sample = Sample.objects.create(it -> it.kind = Sample.Color.RED);

                    assertThat(Sample.objects
                                    .filter(
                                            Sample_.kind.is(Sample.Color.RED),
                                            Sample_.grade.in(Sample.Grade.POOR, Sample.Grade.GOOD),
                                            Sample_.letter.isNot(Sample.Letter.ALPHA),
                                            Sample_.address.is("192.0.2.7"),
                                            Sample_.host.is(sample.host),
                                            Sample_.small.lt((short) 0),
                                            Sample_.price.gt(sample.price.subtract(BigDecimal.ONE)),
                                            Sample_.height.is(0.5f),
                                            Sample_.sold.is(true),
                                            Sample_.moment.is(sample.moment),
                                            Sample_.day.before(sample.day.plusDays(1)),
                                            Sample_.opens.is(sample.opens),
                                            Sample_.lasts.gte(Duration.ofDays(40)),
                                            Sample_.code.is(sample.code),
                                            Sample_.total.is(10L))
                                    .list())
                            .containsExactly(sample);
                },
                Sample.class);
    }

    @ParameterizedTest
    @EnumSource
    void a_constant_that_is_unknown_is_told_with_its_field(Kind kind) {
        with(
                kind,
                () -> {
                    var sample = Sample.objects.create(it -> it.kind = Sample.Color.RED);
                    var database = Work.current().database();
                    database.sql("update fields_sample set grade = 5").update();

                    assertThatThrownBy(() -> Sample.objects.get(sample.id))
                            .isInstanceOf(DatabaseException.class)
                            .hasMessageContaining("Sample.grade cannot be read from column \"grade\"")
                            .hasMessageContaining("none of its constants has the code 5, only -20, 10");
                },
                Sample.class);
    }

    @ParameterizedTest
    @EnumSource(names = "POSTGRESQL")
    void lists_are_arrays_if_they_say_so(Kind kind) {
        with(
                kind,
                () -> {
                    var written = Lists.objects.create(_ -> {});

                    var read = Lists.objects.get(written.id);

                    assertThat(read)
                            .usingRecursiveComparison()
                            .ignoringFields("peers", "fetched")
                            .isEqualTo(written);
                },
                Lists.class);
    }

    @ParameterizedTest
    @EnumSource(names = "POSTGRESQL", mode = EXCLUDE)
    void arrays_are_refused_where_there_are_none(Kind kind) {
        assertThatThrownBy(() -> with(kind, () -> {}, Lists.class)).isInstanceOf(UnsupportedSchema.class);
    }

    @ParameterizedTest
    @EnumSource
    void keys_are_of_any_type(Kind kind) {
        with(
                kind,
                () -> {
                    var country = Country.objects.create(it -> it.code = "pt");
                    var ticket = Ticket.objects.create(it -> it.country = KeyedRef.of(country));
                    var counter = Counter.objects.create(it -> it.value = 7);

                    assertThat(Ticket.objects.get(ticket.id).country.key()).isEqualTo("pt");
                    assertThat(counter.id).isPositive();
                    assertThat(Counter.objects.get(counter.id).value).isEqualTo(7);
                },
                Country.class,
                Ticket.class,
                Counter.class);
    }
}
