package nuages.data.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The expected names were seen in databases that Django created, or worked out in Python by the same algorithm. */
class NamesTests {
    private final Names postgres = Names.POSTGRESQL;

    @Test
    void a_table_is_called_by_its_app_and_model() {
        assertThat(postgres.table("auth", "Permission")).isEqualTo("auth_permission");
        assertThat(postgres.manyToMany("auth_user", "groups")).isEqualTo("auth_user_groups");
    }

    @Test
    void a_long_table_is_cut_to_the_limit_with_four_digits_of_its_hash() {
        String model = "A".repeat(70);

        assertThat(postgres.table("library", model)).isEqualTo("library_" + "a".repeat(51) + "e9de");
        assertThat(Names.MARIADB.table("library", model)).isEqualTo("library_" + "a".repeat(52) + "e9de");
        assertThat(Names.SQLITE.table("library", model)).isEqualTo("library_" + "a".repeat(70));
        assertThat(postgres.manyToMany("ünï", "ß".repeat(70))).isEqualTo("ünï_" + "ß".repeat(55) + "dc69");
    }

    @Test
    void the_table_between_two_models_has_a_column_for_each() {
        assertThat(Names.manyToManyColumns("User", "Group")).containsExactly("user_id", "group_id");
        assertThat(Names.manyToManyColumns("Product", "Product")).containsExactly("from_product_id", "to_product_id");
        assertThat(Names.foreignKeyColumn("content_type")).isEqualTo("content_type_id");
    }

    @Test
    void constraints_of_columns_are_those_of_djangos_own_tables() {
        assertThat(postgres.unique("auth_permission", List.of("content_type_id", "codename")))
                .isEqualTo("auth_permission_content_type_id_codename_01ab375a_uniq");
        assertThat(postgres.unique("auth_user_user_permissions", List.of("user_id", "permission_id")))
                .isEqualTo("auth_user_user_permissions_user_id_permission_id_14a6b632_uniq");
        assertThat(postgres.unique("auth_user_groups", List.of("user_id", "group_id")))
                .isEqualTo("auth_user_groups_user_id_group_id_94350c0c_uniq");
    }

    @Test
    void a_name_that_is_too_long_is_cut_in_all_its_parts() {
        var columns = List.of("from_product_id", "to_product_id");

        assertThat(postgres.unique("shop_product_related", columns))
                .isEqualTo("shop_product_related_from_product_id_to_produ_f2ed32da_uniq");
        assertThat(Names.MARIADB.unique("shop_product_related", columns))
                .isEqualTo("shop_product_related_from_product_id_to_product_id_f2ed32da_uniq");
        assertThat(postgres.foreignKey("9" + "t".repeat(80), "c".repeat(80), "z".repeat(48), "z"))
                .isEqualTo("D9ttttttttttttttttttt_cccccccccccccccccccc_18406b39_fk_zzzzzzzz");
    }

    @Test
    void foreign_keys_name_the_table_they_lead_to() {
        assertThat(postgres.foreignKey("auth_permission", "content_type_id", "django_content_type", "id"))
                .isEqualTo("auth_permission_content_type_id_2f476e4b_fk_django_co");
        assertThat(Names.MARIADB.foreignKey("auth_permission", "content_type_id", "django_content_type", "id"))
                .isEqualTo("auth_permission_content_type_id_2f476e4b_fk_django_co");
        assertThat(Names.SQLITE.foreignKey("auth_permission", "content_type_id", "django_content_type", "id"))
                .isEqualTo("auth_permission_content_type_id_2f476e4b_fk_django_content_type_id");
        assertThat(postgres.foreignKey("auth_user_user_permissions", "user_id", "auth_user", "id"))
                .isEqualTo("auth_user_user_permissions_user_id_a95ead1b_fk_auth_user_id");
    }

    @Test
    void lengths_are_counted_in_characters_and_hashes_are_of_bytes() {
        assertThat(postgres.foreignKey("größe_übung", "straße_id", "ß".repeat(60), "id"))
                .isEqualTo("größe_übung_straße_id_199476df_fk_ßßßßßßßßß");
    }

    @Test
    void indexes_of_single_columns() {
        assertThat(postgres.index("django_session", "expire_date")).isEqualTo("django_session_expire_date_a5c62663");
        assertThat(postgres.like("auth_user", "username")).isEqualTo("auth_user_username_6821ab7c_like");
        assertThat(postgres.like("django_session", "session_key"))
                .isEqualTo("django_session_session_key_c0390e0f_like");
        assertThat(postgres.index("9t", "c")).as("short names are left alone").isEqualTo("9t_c_bea647c3");
    }

    @Test
    void listed_indexes_are_short_everywhere() {
        assertThat(Names.listedIndex("shop_product", List.of("dt"))).isEqualTo("shop_produc_dt_1eb139_idx");
        assertThat(Names.listedIndex("shop_product", List.of("-dt", "name"))).isEqualTo("shop_produc_dt_43cf28_idx");
        assertThat(Names.listedIndex("library_bookinstance", List.of("-published_at")))
                .isEqualTo("library_boo_publish_95cd20_idx");
        assertThat(Names.listedIndex("_x", List.of("y"))).isEqualTo("Dx_y_07cb79_idx");
        assertThat(Names.listedIndex("1shop", List.of("y"))).isEqualTo("Dshop_y_c69888_idx");
    }

    @Test
    void a_schema_is_no_part_of_other_names() {
        assertThat(postgres.index("other\".\"django_session", "expire_date"))
                .isEqualTo("django_session_expire_date_a5c62663");
    }

    @Test
    void a_limit_without_room_for_a_hash_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Names(8)).withMessageContaining("at least 30");
    }
}
