package nuages.data.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nuages.data.error.RowNotFound;
import nuages.data.model.fields.Sample;
import nuages.data.model.fields.Sample.Color;
import nuages.data.model.fields.Sample.Grade;
import nuages.data.model.fields.Sample.Letter;
import nuages.data.model.fields.Sample_;
import nuages.data.model.notes.Folder;
import nuages.data.model.notes.Folder_;
import nuages.data.model.notes.Note;
import nuages.data.query.OrderedExpression;
import nuages.testing.servers.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Values of every type, written in each of the ways in which rows are, and put in order. */
class FieldWriteTests {
    private static Sample other(Sample row) {
        row.name = "other";
        row.mail = "bob@example.org";
        row.home = "https://example.com/";
        row.slug = "b-slug";
        row.text = "another text";
        row.address = "2001:db8::2";
        row.host = InetAddress.ofLiteral("192.0.2.9");
        row.small = 4;
        row.whole = 5;
        row.big = -6;
        row.stock = 7;
        row.serial = 8;
        row.price = new BigDecimal("-1.25");
        row.weight = -2.5;
        row.height = 1.5f;
        row.sold = false;
        row.moment = Instant.parse("1969-12-31T23:59:59.000001Z");
        row.day = LocalDate.of(2024, 2, 29);
        row.opens = LocalTime.of(23, 59, 59);
        row.lasts = Duration.ofMillis(-1500);
        row.code = new UUID(1, 2);
        row.image = new byte[] {9};
        row.grade = Grade.GOOD;
        row.letter = Letter.ALPHA;
        row.point = new Sample.Point(-1, "");
        row.way = List.of();
        row.groups = Map.of("odd", Set.of(1));
        row.raw = "[2]";
        row.kind = Color.GREEN;
        return row;
    }

    private static void samples(Kind kind, Runnable test) {
        Site.run(kind, test, Sample.class);
    }

    private static void assertSame(Sample read, Sample written) {
        assertThat(read)
                .usingRecursiveComparison()
                .ignoringFields("id", "peers", "fetched", "total")
                .ignoringFieldsMatchingRegexes(".*codec.*")
                .isEqualTo(written);
        assertThat(read.total).isEqualTo(written.stock + written.serial);
    }

    @ParameterizedTest
    @EnumSource
    void all_rows_are_given_a_value_of_every_type(Kind kind) {
        samples(kind, () -> {
            var row = Sample.objects.create(_ -> {});
            var to = other(new Sample());

            updateSome(to);
            updateOthers(to);

            assertSame(Sample.objects.get(row.id), to);
        });
    }

    private static void updateSome(Sample to) {
        Sample.objects.update(
                Sample_.name.to(to.name),
                Sample_.mail.to(to.mail),
                Sample_.home.to(to.home),
                Sample_.slug.to(to.slug),
                Sample_.text.to(to.text),
                Sample_.address.to(to.address),
                Sample_.host.to(to.host),
                Sample_.small.to(to.small),
                Sample_.whole.to(to.whole),
                Sample_.big.to(to.big),
                Sample_.stock.to(to.stock),
                Sample_.serial.to(to.serial),
                Sample_.price.to(to.price),
                Sample_.weight.to(to.weight),
                Sample_.height.to(to.height),
                Sample_.sold.to(to.sold));
    }

    private static void updateOthers(Sample to) {
        Sample.objects.update(
                Sample_.moment.to(to.moment),
                Sample_.day.to(to.day),
                Sample_.opens.to(to.opens),
                Sample_.lasts.to(to.lasts),
                Sample_.code.to(to.code),
                Sample_.image.to(to.image),
                Sample_.grade.to(to.grade),
                Sample_.letter.to(to.letter),
                Sample_.point.to(to.point),
                Sample_.way.to(to.way),
                Sample_.groups.to(to.groups),
                Sample_.raw.to(to.raw),
                Sample_.kind.to(to.kind));
    }

    @ParameterizedTest
    @EnumSource
    void many_rows_with_values_of_every_type_are_created_and_updated(Kind kind) {
        samples(kind, () -> {
            var first = new Sample();
            var second = other(new Sample());
            Sample.objects.bulkCreate(List.of(first, second));

            assertSame(Sample.objects.get(first.id), new Sample());
            assertSame(Sample.objects.get(second.id), other(new Sample()));
            other(first);
            bulkUpdateSome(first);
            bulkUpdateOthers(first);
            assertSame(Sample.objects.get(first.id), other(new Sample()));
        });
    }

    private static void bulkUpdateSome(Sample row) {
        Sample.objects.bulkUpdate(
                List.of(row),
                Sample_.name,
                Sample_.mail,
                Sample_.home,
                Sample_.slug,
                Sample_.text,
                Sample_.address,
                Sample_.host,
                Sample_.small,
                Sample_.whole,
                Sample_.big,
                Sample_.stock,
                Sample_.serial,
                Sample_.price,
                Sample_.weight,
                Sample_.height,
                Sample_.sold);
    }

    private static void bulkUpdateOthers(Sample row) {
        Sample.objects.bulkUpdate(
                List.of(row),
                Sample_.moment,
                Sample_.day,
                Sample_.opens,
                Sample_.lasts,
                Sample_.code,
                Sample_.image,
                Sample_.grade,
                Sample_.letter,
                Sample_.point,
                Sample_.way,
                Sample_.groups,
                Sample_.raw,
                Sample_.kind);
    }

    private static final List<OrderedExpression<Sample, ?>> ORDERED = List.of(
            Sample_.mail,
            Sample_.home,
            Sample_.slug,
            Sample_.text,
            Sample_.small,
            Sample_.whole,
            Sample_.big,
            Sample_.stock,
            Sample_.serial,
            Sample_.price,
            Sample_.weight,
            Sample_.height,
            Sample_.moment,
            Sample_.day,
            Sample_.opens,
            Sample_.lasts);

    @ParameterizedTest
    @EnumSource
    void rows_are_ordered_by_values_as_java_orders_them(Kind kind) {
        samples(kind, () -> {
            Sample.objects.bulkCreate(List.of(new Sample(), other(new Sample())));

            for (var field : ORDERED) {
                assertThat(Sample.objects.orderBy(field.asc()).values(field))
                        .as(field.toString())
                        .isSortedAccordingTo(FieldWriteTests::compare);
                assertThat(Sample.objects.orderBy(field.desc()).values(field))
                        .as(field.toString())
                        .isSortedAccordingTo(Comparator.comparing(it -> it, FieldWriteTests::compare)
                                .reversed());
            }
            assertThat(Sample.objects.orderBy(Sample_.sold.asc()).values(Sample_.sold))
                    .containsExactly(false, true);
            assertThat(Sample.objects.orderBy(Sample_.grade.asc()).values(Sample_.grade))
                    .containsExactly(Grade.POOR, Grade.GOOD);
            assertThat(Sample.objects.orderBy(Sample_.kind.desc()).values(Sample_.kind))
                    .containsExactly(Color.RED, Color.GREEN);
            assertThat(Sample.objects.orderBy(Sample_.code.desc()).first().orElseThrow().code)
                    .isEqualTo(new Sample().code);
        });
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object one, Object other) {
        return ((Comparable<Object>) one).compareTo(other);
    }

    @ParameterizedTest
    @EnumSource
    void of_many_rows_none_is_updated_if_one_is_gone(Kind kind) {
        Site.run(
                kind,
                () -> {
                    var rows = List.of(NoteBench.folder("a"), NoteBench.folder("b"), NoteBench.folder("c"));
                    Folder.objects.filter(Folder_.name.is("b")).delete();
                    rows.forEach(it -> it.name += "!");

                    assertThatThrownBy(() -> Folder.objects.bulkUpdate(rows, Folder_.name))
                            .isInstanceOf(RowNotFound.class)
                            .hasMessageStartingWith("Folder " + rows.get(1).id
                                    + " could not be updated, and none of the others was: its row is no longer there.");
                    assertThat(Folder.objects.orderBy(Folder_.id.asc()).values(Folder_.name))
                            .containsExactly("a", "c");
                },
                Folder.class,
                Note.class);
    }
}
