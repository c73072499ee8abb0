package nuages.data.model;

import static nuages.data.model.NoteBench.found;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.function.Function;
import nuages.data.connection.Kind;
import nuages.data.model.notes.Note;
import nuages.data.model.notes.Note_;
import nuages.data.query.Expression;
import nuages.data.query.Functions;
import nuages.data.query.NumberExpression;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DateTests {
    private static final List<ZoneId> ZONES = List.of(
            ZoneOffset.UTC,
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Asia/Kathmandu"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneOffset.ofHoursMinutes(-3, -30),
            ZoneId.of("UTC+2"));

    private static final List<Instant> MOMENTS = List.of(
            Instant.parse("2023-12-31T23:30:00.250001Z"),
            Instant.parse("2024-01-01T00:00:00Z"),
            Instant.parse("2024-03-31T00:59:59.999999Z"),
            Instant.parse("2024-03-31T01:00:00Z"),
            Instant.parse("2024-10-27T00:30:00Z"),
            Instant.parse("2024-10-27T01:30:00Z"),
            Instant.parse("2021-01-03T22:00:00Z"),
            Instant.parse("1969-07-20T20:17:40Z"),
            Instant.parse("2060-07-01T04:05:06Z"));

    private static void moments() {
        var folder = NoteBench.folder("moments");
        for (var moment : MOMENTS) {
            NoteBench.note(folder, moment.toString(), it -> {
                it.written = moment;
                it.day = LocalDate.ofInstant(moment, ZoneOffset.UTC);
                it.clock = LocalTime.ofInstant(moment, ZoneOffset.UTC);
            });
        }
    }

    private static List<Integer> numbers(NumberExpression<Note, Integer> part) {
        return Note.objects.orderBy(Note_.id.asc()).values(part);
    }

    /** What the database says of all moments is what Java says of them in that zone. */
    private static <T> void same(ZoneId zone, Expression<Note, T> expression, Function<LocalDateTime, T> meaning) {
        var expected = MOMENTS.stream()
                .map(it -> meaning.apply(LocalDateTime.ofInstant(it, zone)))
                .toList();
        assertThat(Note.objects.orderBy(Note_.id.asc()).values(expression))
                .as(zone.toString())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void parts_in_a_zone(Kind kind) {
        NoteBench.run(kind, () -> {
            moments();

            for (var zone : ZONES) {
                same(zone, Note_.written.year(zone), it -> it.getYear());
                same(zone, Note_.written.month(zone), it -> it.getMonthValue());
                same(zone, Note_.written.day(zone), it -> it.getDayOfMonth());
                same(zone, Note_.written.hour(zone), it -> it.getHour());
                same(zone, Note_.written.minute(zone), it -> it.getMinute());
                same(zone, Note_.written.second(zone), it -> it.getSecond());
                same(zone, Note_.written.quarter(zone), it -> it.get(IsoFields.QUARTER_OF_YEAR));
                same(zone, Note_.written.week(zone), it -> it.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
                same(zone, Note_.written.isoYear(zone), it -> it.get(IsoFields.WEEK_BASED_YEAR));
                same(
                        zone,
                        Note_.written.isoWeekDay(zone),
                        it -> it.getDayOfWeek().getValue());
                same(zone, Note_.written.weekDay(zone), it -> it.getDayOfWeek().getValue() % 7 + 1);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void dates_times_and_beginnings_in_a_zone(Kind kind) {
        NoteBench.run(kind, () -> {
            moments();

            for (var zone : ZONES) {
                same(zone, Note_.written.date(zone), it -> it.toLocalDate());
                same(zone, Note_.written.time(zone), it -> it.toLocalTime());
                same(
                        zone,
                        Note_.written.startOfYear(zone),
                        it -> it.toLocalDate().withDayOfYear(1));
                same(
                        zone,
                        Note_.written.startOfQuarter(zone),
                        it -> it.toLocalDate().with(IsoFields.DAY_OF_QUARTER, 1));
                same(
                        zone,
                        Note_.written.startOfMonth(zone),
                        it -> it.toLocalDate().withDayOfMonth(1));
                same(
                        zone,
                        Note_.written.startOfWeek(zone),
                        it -> it.toLocalDate().minusDays(it.getDayOfWeek().getValue() - 1L));
                same(zone, Note_.written.startOfHour(zone), it -> it.truncatedTo(ChronoUnit.HOURS));
                same(zone, Note_.written.startOfMinute(zone), it -> it.truncatedTo(ChronoUnit.MINUTES));
                same(zone, Note_.written.startOfSecond(zone), it -> it.truncatedTo(ChronoUnit.SECONDS));
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void years_are_ranges(Kind kind) {
        var berlin = ZoneId.of("Europe/Berlin");
        NoteBench.run(kind, () -> {
            moments();

            assertThat(found(Note_.written.year(berlin).is(2024))).hasSize(6);
            assertThat(found(Note_.written.year().is(2024))).hasSize(5);
            assertThat(found(Note_.written.year().isNot(2024))).hasSize(4);
            assertThat(found(Note_.written.year().lt(2021))).hasSize(1);
            assertThat(found(Note_.written.year().lte(2021))).hasSize(2);
            assertThat(found(Note_.written.year().gt(2024))).hasSize(1);
            assertThat(found(Note_.written.year().gte(2024))).hasSize(6);
            assertThat(found(Note_.day.year().between(2021, 2023))).hasSize(2);
            assertThat(Note.objects.filter(Note_.written.year().is(2024)).toString())
                    .doesNotContain("year")
                    .doesNotContain("part");
        });
    }

    @ParameterizedTest
    @EnumSource
    void dates_and_times_of_day_have_no_zone(Kind kind) {
        NoteBench.run(kind, () -> {
            moments();

            assertThat(numbers(Note_.day.month()).getFirst()).isEqualTo(12);
            assertThat(numbers(Note_.day.isoWeekDay()).getFirst()).isEqualTo(7);
            assertThat(numbers(Note_.clock.hour()).getFirst()).isEqualTo(23);
            assertThat(numbers(Note_.clock.minute()).getFirst()).isEqualTo(30);
            assertThat(Note.objects.dates(Note_.day.startOfYear()))
                    .containsExactly(
                            LocalDate.of(1969, 1, 1),
                            LocalDate.of(2021, 1, 1),
                            LocalDate.of(2023, 1, 1),
                            LocalDate.of(2024, 1, 1),
                            LocalDate.of(2060, 1, 1));
            assertThatThrownBy(() -> Note_.day.month(ZoneOffset.UTC))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("is in no zone");
        });
    }

    @ParameterizedTest
    @EnumSource
    void times_are_moved_and_measured(Kind kind) {
        NoteBench.run(kind, () -> {
            moments();
            var first = Note.objects.filter(Note_.title.is(MOMENTS.getFirst().toString()));
            var by = Duration.ofDays(400).plusNanos(1_000);

            assertThat(first.values(Note_.written.plus(by)))
                    .containsExactly(MOMENTS.getFirst().plus(by));
            assertThat(first.values(Note_.written.minus(by)))
                    .containsExactly(MOMENTS.getFirst().minus(by));
            assertThat(first.values(Note_.written.plus(by).since(Note_.written)))
                    .containsExactly(by);
            assertThat(found(Note_.written.plus(Duration.ofHours(1)).before(MOMENTS.get(6))))
                    .hasSize(1);
            assertThat(first.values(Functions.<Note>now()).getFirst())
                    .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
        });
    }
}
