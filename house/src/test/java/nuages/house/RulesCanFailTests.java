package nuages.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import nuages.house.fixtures.BadHabits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RulesCanFailTests {
    private final JavaClasses fixtures = new ClassFileImporter().importPackagesOf(BadHabits.class);

    @ParameterizedTest
    @MethodSource("rules")
    void each_rule_finds_the_code_that_breaks_it(ArchRule rule) {
        assertThat(rule.evaluate(fixtures).hasViolation())
                .as(rule.getDescription())
                .isTrue();
    }

    static Stream<ArchRule> rules() {
        String fixtures = "nuages.house.fixtures..";
        return Stream.of(
                Arrows.noCycles("nuages.house.fixtures"),
                Arrows.connectionsStayIn("nuages.data.connection.."),
                Arrows.onlyIn("nuages.elsewhere..", "of this test", "org.jspecify.."),
                Habits.nothingToClose(fixtures, "nuages.data.socket.."),
                Habits.noThreadLocals(),
                Habits.scopedValuesOnlyIn("nuages.data.connection.."),
                Habits.staticFieldsAreFinal(),
                Habits.errorsAreOurs(),
                Habits.errorsSaySomething(),
                Habits.noPrintingOutside("nuages.project.command.."),
                Habits.noSleeping(),
                Habits.timeComesFromClocks());
    }
}
