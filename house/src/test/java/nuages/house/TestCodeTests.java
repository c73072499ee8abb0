package nuages.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;

final class TestCodeTests {
    @Test
    void test_classes_are_seen_by_their_package_alone() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Tests")
                .should()
                .bePackagePrivate()
                .check(Repository.tests());
    }

    @Test
    void test_methods_are_seen_by_their_package_alone() {
        methods()
                .that()
                .areMetaAnnotatedWith(Testable.class)
                .should()
                .bePackagePrivate()
                .check(Repository.tests());
    }

    @Test
    void tests_stand_where_the_build_finds_them() {
        methods()
                .that()
                .areMetaAnnotatedWith(Testable.class)
                .should()
                .beDeclaredInClassesThat()
                .haveNameMatching(".*(Tests|Contract)(\\$.*)?")
                .check(Repository.tests());
    }

    @Test
    void no_test_is_switched_off() {
        noClasses().should().beAnnotatedWith(Disabled.class).check(Repository.tests());
        noMethods().should().beAnnotatedWith(Disabled.class).check(Repository.tests());
    }

    @Test
    void nothing_is_mocked() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.mockito..", "org.easymock..", "mockit..", "io.mockk..", "org.jmock..")
                .check(Repository.tests());
    }
}
