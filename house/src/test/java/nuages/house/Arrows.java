package nuages.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Who may know whom. */
final class Arrows {
    /** The batteries from top to bottom: each is an app of its own, and may know those below it. */
    private static final List<String> BATTERIES = List.of("nuages.message", "nuages.session");

    /** The modules below the batteries, from top to bottom: each may know those below it. */
    private static final List<String> MODULES = List.of("nuages.project", "nuages.server", "nuages.web", "nuages.data");

    private Arrows() {}

    /** No packages below this one depend on each other in a circle. */
    static ArchRule noCycles(String root) {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    /** No module knows one above it, and none knows what is made for tests, examples and measurements. */
    static List<ArchRule> modulesPointDown() {
        List<ArchRule> rules = new ArrayList<>();
        List<String> above = new ArrayList<>(List.of(
                "nuages.testing..",
                "nuages.examples..",
                "nuages.benchmarks..",
                "nuages.house..",
                "counter..",
                "org.junit.."));
        BATTERIES.forEach(battery -> above.add(battery + ".."));
        for (String module : MODULES) {
            rules.add(noClasses()
                    .that()
                    .resideInAPackage(module + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(above.toArray(String[]::new))
                    .allowEmptyShould(true));
            above.add(module + "..");
        }
        return rules;
    }

    /** The servers for tests know nothing of what is tested with them. */
    static ArchRule testingServersKnowNobody() {
        return classes().that().resideInAPackage("nuages.testing.servers..").should(knowOnly("nuages.testing.servers"));
    }

    /** A package of {@code nuages.data} knows only these others of Nuages. */
    static ArchRule dataKnows(String name, String... others) {
        String[] known = Stream.concat(Stream.of(name), Stream.of(others))
                .map(each -> "nuages.data." + each)
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage("nuages.data." + name + "..")
                .should(knowOnly(known))
                .allowEmptyShould(true);
    }

    /** These classes are used by nobody outside this package. */
    static ArchRule onlyIn(String home, String why, String... packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .because(why);
    }

    /** Connections are seen in one package alone. */
    static ArchRule connectionsStayIn(String home) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat(belongToAnyOf(java.sql.Connection.class, javax.sql.DataSource.class))
                .because("what is never handed out cannot be kept");
    }

    /** The data layer serves commands and tasks as well as requests. */
    static ArchRule dataKnowsNoHttp() {
        return noClasses()
                .that()
                .resideInAPackage("nuages.data..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "nuages.web..", "java.net.http..", "com.sun.net.httpserver..", "io.vertx..", "io.netty..");
    }

    /** Of the data layer, the words of HTTP know its errors, who a connection is for, and what values may be. */
    static ArchRule webKnowsOnlyWorkAndErrors() {
        DescribedPredicate<JavaClass> work = DescribedPredicate.describe(
                "Work or Databases",
                type -> type.getName().matches("nuages\\.data\\.connection\\.(Work|Databases)(\\$.*)?"));
        return noClasses()
                .that()
                .resideInAnyPackage(
                        "nuages.web.http..", "nuages.web.routing..", "nuages.web.middleware..", "nuages.web.template..")
                .should()
                .dependOnClassesThat(resideInAPackage("nuages.data..")
                        .and(DescribedPredicate.not(
                                resideInAnyPackage("nuages.data.error..", "nuages.data.validation..")))
                        .and(DescribedPredicate.not(work)));
    }

    /** Each middleware can be left out without another noticing. */
    static ArchRule middlewareIsAlone(String middleware) {
        return classes()
                .that()
                .implement(middleware)
                .should(new ArchCondition<>("not know another middleware") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getDirectDependenciesFromSelf().stream()
                                .filter(dependency -> {
                                    JavaClass other = dependency.getTargetClass();
                                    return !outermost(other).equals(outermost(type))
                                            && !other.isInterface()
                                            && other.isAssignableTo(middleware);
                                })
                                .forEach(dependency ->
                                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
                    }
                })
                .allowEmptyShould(true);
    }

    /** Each battery knows only those below it in the declared order, and each has its place there. */
    static List<ArchRule> batteriesPointDown() {
        List<ArchRule> rules = new ArrayList<>();
        List<String> placed = new ArrayList<>(List.of("nuages.processor..", "nuages.testing.."));
        MODULES.forEach(module -> placed.add(module + ".."));
        BATTERIES.forEach(battery -> placed.add(battery + ".."));
        rules.add(classes()
                .that()
                .resideInAPackage("nuages..")
                .should()
                .resideInAnyPackage(placed.toArray(String[]::new))
                .as("every module and every battery has its place in the order"));
        List<String> above = new ArrayList<>(List.of("nuages.testing..", "org.junit.."));
        for (String battery : BATTERIES) {
            rules.add(noClasses()
                    .that()
                    .resideInAPackage(battery + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(above.toArray(String[]::new)));
            above.add(battery + "..");
        }
        return rules;
    }

    private static JavaClass outermost(JavaClass type) {
        JavaClass outer = type;
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer;
    }

    private static ArchCondition<JavaClass> knowOnly(String... packages) {
        List<String> known = List.of(packages);
        return new ArchCondition<>("know of Nuages only " + known) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> {
                            String target = dependency
                                    .getTargetClass()
                                    .getBaseComponentType()
                                    .getPackageName();
                            return target.startsWith("nuages")
                                    && known.stream().noneMatch(each -> (target + ".").startsWith(each + "."));
                        })
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
            }
        };
    }
}
