package nuages.data.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nuages.data.connection.Work;
import nuages.data.ddl.UnsupportedSchema;
import nuages.data.error.ConstraintViolated;
import nuages.data.model.estate.Grave;
import nuages.data.model.estate.Heir;
import nuages.data.model.estate.House;
import nuages.data.model.estate.Letter;
import nuages.testing.servers.Kind;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What becomes of references when nobody deletes the rows that have them. */
@NullUnmarked // what was created is there
class LeftBehindTests {
    @SafeVarargs
    @SuppressWarnings("varargs")
    private static void on(Kind kind, Runnable test, Class<? extends KeyedModel<?>>... models) {
        Site.run(kind, ModelSettings.standard().models(models), _ -> test.run(), models);
    }

    private static Heir heir(String name) {
        return Heir.objects.create(it -> it.name = name);
    }

    private static House house(Heir owner, Heir tenant) {
        return House.objects.create(it -> {
            it.owner = Ref.to(owner);
            it.tenant = Ref.to(tenant);
        });
    }

    private static Letter letter(Heir writer, Heir reader) {
        return Letter.objects.create(it -> {
            it.writer = Ref.to(writer);
            it.reader = Ref.to(reader);
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_reference_becomes_what_that_of_a_new_object_is(Kind kind) {
        on(
                kind,
                () -> {
                    var state = heir("State");
                    var ann = heir("Ann");
                    var bob = heir("Bob");
                    var house = house(ann, bob);

                    ann.delete();

                    assertThat(state.id).isEqualTo(House.STATE);
                    assertThat(House.objects.get(house.id).owner.id()).isEqualTo(House.STATE);
                    assertThat(House.objects.get(house.id).tenant.id()).isEqualTo(bob.id);
                },
                Heir.class,
                House.class);
    }

    @ParameterizedTest
    @EnumSource
    void a_reference_to_a_default_that_is_deleted_itself_is_refused_and_nothing_is_lost(Kind kind) {
        on(
                kind,
                () -> {
                    var state = heir("State");
                    var house = house(state, state);

                    assertThatThrownBy(() -> Work.atomic(state::delete)).isInstanceOf(ConstraintViolated.class);

                    assertThat(Heir.objects.count()).isEqualTo(1);
                    assertThat(House.objects.get(house.id).tenant.id()).isEqualTo(state.id);
                },
                Heir.class,
                House.class);
    }

    @ParameterizedTest
    @EnumSource
    void the_database_deletes_rows_and_empties_references_by_itself(Kind kind) {
        on(
                kind,
                () -> {
                    heir("State");
                    var ann = heir("Ann");
                    var bob = heir("Bob");
                    var house = house(bob, ann);
                    letter(ann, bob);
                    var kept = letter(bob, ann);
                    long gone = ann.id;

                    long statements = Work.current().statements().count();
                    ann.delete();

                    assertThat(Work.current().statements().count() - statements).isLessThanOrEqualTo(4);
                    assertThat(House.objects.get(house.id).tenant).isNull();
                    assertThat(Letter.objects.one().id).isEqualTo(kept.id);
                    assertThat(Letter.objects.one().reader.id()).isEqualTo(gone);
                },
                Heir.class,
                House.class,
                Letter.class);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "MARIADB")
    void the_database_sets_references_to_the_default_of_their_column(Kind kind) {
        on(
                kind,
                () -> {
                    heir("State");
                    var ann = heir("Ann");
                    var grave = Grave.objects.create(it -> it.carer = Ref.to(ann));

                    ann.delete();

                    assertThat(Grave.objects.get(grave.id).carer.id()).isEqualTo(1);
                },
                Heir.class,
                Grave.class);
    }

    @Test
    void mariadb_says_that_it_cannot_do_that() {
        assertThatThrownBy(() -> on(Kind.MARIADB, () -> {}, Heir.class, Grave.class))
                .isInstanceOf(UnsupportedSchema.class)
                .hasMessageContaining("sets columns to their default, which MariaDB cannot do");
    }
}
