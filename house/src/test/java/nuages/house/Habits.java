package nuages.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** What code does not do, wherever it stands. */
final class Habits {
    private static final String ROOT_OF_ERRORS = "nuages.data.error.NuagesException";
    private static final Set<String> BARE =
            Set.of("java.lang.Throwable", "java.lang.Exception", "java.lang.RuntimeException", "java.lang.Error");
    private static final Set<String> NOW_OF = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalTime",
            "java.time.LocalDateTime",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime",
            "java.time.Year");

    private Habits() {}

    /** What is lent to a lambda needs no closing; what is returned does. The sockets of drivers are seen by nobody. */
    static ArchRule nothingToClose(String packages, String socketsOfDrivers) {
        return methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat(resideInAPackage(packages)
                        .and(not(resideInAPackage(socketsOfDrivers)))
                        .and(describe("are public all the way out", Habits::publicAllTheWayOut)))
                .should()
                .notHaveRawReturnType(assignableTo(AutoCloseable.class))
                .because("nobody can forget to close what was never handed out");
    }

    /** A thread is not what a value belongs to. */
    static ArchRule noThreadLocals() {
        return noClasses()
                .should()
                .dependOnClassesThat(assignableTo(ThreadLocal.class))
                .because("values that belong to a thread outlive the work they were set for");
    }

    /** Scoped values are bound where works and requests are. */
    static ArchRule scopedValuesOnlyIn(String... packages) {
        return noClasses()
                .that(not(resideInAnyPackage(packages)))
                .should()
                .dependOnClassesThat(assignableTo(ScopedValue.class))
                .because("what is not passed as an argument should be easy to find");
    }

    /** Static fields never change. */
    static ArchRule staticFieldsAreFinal() {
        return fields().that().areStatic().should().beFinal();
    }

    /** Errors have a name of ours, or one that says the caller is wrong. */
    static ArchRule errorsAreOurs() {
        return classes().that().areAssignableTo(Throwable.class).should(new ArchCondition<>("extend NuagesException") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.isAssignableTo(ROOT_OF_ERRORS)) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " does not"));
                }
            }
        });
    }

    /** Nobody throws an error that says nothing. */
    static ArchRule errorsSaySomething() {
        return noClasses()
                .should()
                .callConstructorWhere(
                        describe("it makes a bare or foreign exception", Habits::makesAnErrorThatSaysNothing));
    }

    /** What a program says goes to its log, or to the console of its commands. */
    static ArchRule noPrintingOutside(String packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(packages)
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace");
    }

    /** Waiting is waiting for something. */
    static ArchRule noSleeping() {
        return noClasses()
                .should()
                .callMethodWhere(describe("it is Thread.sleep", call -> is(call, Thread.class, "sleep")));
    }

    /** Time comes from a clock that a test can set. */
    static ArchRule timeComesFromClocks() {
        return noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Clock")
                .should()
                .callMethodWhere(describe("it asks for the time", Habits::asksForTheTime));
    }

    private static boolean asksForTheTime(JavaCall<?> call) {
        boolean ofTheSystem = call.getTarget().getRawParameterTypes().isEmpty();
        boolean now = call.getName().equals("now")
                && NOW_OF.contains(call.getTargetOwner().getName());
        return (now && ofTheSystem) || is(call, System.class, "currentTimeMillis");
    }

    private static boolean makesAnErrorThatSaysNothing(JavaConstructorCall call) {
        JavaClass made = call.getTargetOwner();
        boolean asSuper = call.getOrigin().isConstructor()
                && call.getOriginOwner().getRawSuperclass().filter(made::equals).isPresent();
        boolean foreign = !made.getName().startsWith("java.") && !made.isAssignableTo(ROOT_OF_ERRORS);
        return made.isAssignableTo(Throwable.class) && !asSuper && (foreign || BARE.contains(made.getName()));
    }

    private static boolean is(JavaCall<?> call, Class<?> owner, String name) {
        return call.getTargetOwner().isEquivalentTo(owner) && call.getName().equals(name);
    }

    private static boolean publicAllTheWayOut(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(Habits::publicAllTheWayOut).orElse(true);
    }
}
