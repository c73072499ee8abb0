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
import nuages.data.model.notes.Note;
import nuages.data.model.notes.Note_;
import nuages.data.query.Functions;
import nuages.data.query.NumberExpression;
import nuages.testing.servers.Kind;
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

    private static List<LocalDateTime> local(ZoneId zone) {
        return MOMENTS.stream().map(it -> LocalDateTime.ofInstant(it, zone)).toList();
    }

    @ParameterizedTest
    @EnumSource
    void parts_in_a_zone(Kind kind) {
        NoteBench.run(kind, () -> {
            moments();

            for (var zone : ZONES) {
                var local = local(zone);
                assertThat(numbers(Note_.written.year(zone)))
                        .isEqualTo(local.stream().map(it -> it.getYear()).toList());
                assertThat(numbers(Note_.written.month(zone)))
                        .isEqualTo(local.stream().map(it -> it.getMonthValue()).toList());
                assertThat(numbers(Note_.written.day(zone)))
                        .isEqualTo(local.stream().map(it -> it.getDayOfMonth()).toList());
                assertThat(numbers(Note_.written.hour(zone)))
                        .isEqualTo(local.stream().map(it -> it.getHour()).toList());
                assertThat(numbers(Note_.written.minute(zone)))
                        .isEqualTo(local.stream().map(it -> it.getMinute()).toList());
                assertThat(numbers(Note_.written.second(zone)))
                        .isEqualTo(local.stream().map(it -> it.getSecond()).toList());
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void weeks_and_quarters_in_a_zone(Kind kind) {
        NoteBench.run(kind, () -> {
            moments();

            for (var zone : ZONES) {
                var local = local(zone);
                assertThat(numbers(Note_.written.quarter(zone)))
                        .isEqualTo(local.stream()
                                .map(it -> it.get(IsoFields.QUARTER_OF_YEAR))
                                .toList());
                assertThat(numbers(Note_.written.week(zone)))
                        .isEqualTo(local.stream()
                                .map(it -> it.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR))
                                .toList());
                assertThat(numbers(Note_.written.isoYear(zone)))
                        .isEqualTo(local.stream()
                                .map(it -> it.get(IsoFields.WEEK_BASED_YEAR))
                                .toList());
                assertThat(numbers(Note_.written.isoWeekDay(zone)))
                        .isEqualTo(local.stream()
                                .map(it -> it.getDayOfWeek().getValue())
                                .toList());
                assertThat(numbers(Note_.written.weekDay(zone)))
                        .isEqualTo(local.stream()
                                .map(it -> it.getDayOfWeek().getValue() % 7 + 1)
                                .toList());
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void dates_times_and_beginnings_in_a_zone(Kind kind) {
        NoteBench.run(kind, () -> {
            moments();
            var all = Note.objects.orderBy(Note_.id.asc());

            for (var zone : ZONES) {
                var local = local(zone);
                var dates = local.stream().map(it -> it.toLocalDate()).toList();
                assertThat(all.values(Note_.written.date(zone))).isEqualTo(dates);
                assertThat(all.values(Note_.written.time(zone)))
                        .isEqualTo(local.stream().map(it -> it.toLocalTime()).toList());
                assertThat(all.values(Note_.written.startOfYear(zone)))
                        .isEqualTo(dates.stream().map(it -> it.withDayOfYear(1)).toList());
                assertThat(all.values(Note_.written.startOfQuarter(zone)))
                        .isEqualTo(dates.stream()
                                .map(it -> it.with(IsoFields.DAY_OF_QUARTER, 1))
                                .toList());
                assertThat(all.values(Note_.written.startOfMonth(zone)))
                        .isEqualTo(
                                dates.stream().map(it -> it.withDayOfMonth(1)).toList());
                assertThat(all.values(Note_.written.startOfWeek(zone)))
                        .isEqualTo(dates.stream()
                                .map(it -> it.minusDays(it.getDayOfWeek().getValue() - 1L))
                                .toList());
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void beginnings_of_hours_minutes_and_seconds_in_a_zone(Kind kind) {
        NoteBench.run(kind, () -> {
            moments();
            var all = Note.objects.orderBy(Note_.id.asc());

            for (var zone : ZONES) {
                var local = local(zone);
                assertThat(all.values(Note_.written.startOfHour(zone)))
                        .isEqualTo(local.stream()
                                .map(it -> it.truncatedTo(ChronoUnit.HOURS))
                                .toList());
                assertThat(all.values(Note_.written.startOfMinute(zone)))
                        .isEqualTo(local.stream()
                                .map(it -> it.truncatedTo(ChronoUnit.MINUTES))
                                .toList());
                assertThat(all.values(Note_.written.startOfSecond(zone)))
                        .isEqualTo(local.stream()
                                .map(it -> it.truncatedTo(ChronoUnit.SECONDS))
                                .toList());
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
