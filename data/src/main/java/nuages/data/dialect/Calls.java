package nuages.data.dialect;

import java.util.Map;

/** What a name before a bracket is, as far as it is known. Whatever is not listed may do anything. */
enum Calls {
    /** A word of the language that may stand before a bracket. */
    KEYWORD,
    /** A function that leaves nothing behind. */
    HARMLESS,
    /** A function that writes, and leaves nothing behind in the session. */
    WRITING;

    private static final String KEYWORDS = """
        all and any array as asc between by case cast check collate conflict cross cube cycle default desc distinct
        div do duplicate else end escape except excluded exists explain fetch filter first following for force foreign from
        full glob group having ignore ilike in index inner intersect interval is isnull join key
        lateral like limit match materialized mode natural not notnull nothing nulls of offset on only or order
        outer over partition preceding primary range recursive references regexp returning rlike rollup row rows
        select set sets similar some symmetric table then ties to union unique unnest use using values when where
        window with within xor against ordinality\
        """;

    private static final String AGGREGATES = """
        count sum max min avg total group_concat string_agg array_agg json_agg jsonb_agg json_object_agg
        jsonb_object_agg json_arrayagg json_objectagg json_group_array json_group_object every bool_and bool_or
        bit_and bit_or bit_xor stddev stddev_pop stddev_samp variance var_pop var_samp std corr covar_pop covar_samp
        regr_avgx regr_avgy regr_count regr_intercept regr_r2 regr_slope regr_sxx regr_sxy regr_syy
        percentile_cont percentile_disc median any_value xmlagg range_agg grouping row_number rank dense_rank
        percent_rank cume_dist ntile lag lead first_value last_value nth_value\
        """;

    private static final String TEXTS = """
        lower upper length char_length character_length octet_length bit_length trim ltrim rtrim btrim substring
        substr left right lpad rpad repeat replace reverse concat concat_ws position strpos instr locate
        split_part initcap translate overlay ascii chr char unicode hex unhex quote quote_ident quote_literal
        quote_nullable format printf to_char to_number to_hex encode decode md5 sha1 sha2 sha224 sha256 sha384
        sha512 crc32 digest substring_index field elt find_in_set strcmp space soundex
        regexp_replace regexp_match regexp_matches regexp_split_to_table regexp_split_to_array regexp_like
        regexp_instr regexp_substr regexp_count starts_with string_to_array array_to_string string_to_table
        normalize convert convert_from convert_to unaccent similarity word_similarity to_base64 from_base64 bin oct
        ord weight_string to_tsvector to_tsquery plainto_tsquery phraseto_tsquery websearch_to_tsquery ts_rank
        ts_rank_cd ts_headline setweight tsvector_to_array ts_lexize numnode querytree snippet highlight bm25\
        """;

    private static final String NUMBERS = """
        abs ceil ceiling floor round trunc mod power pow sqrt cbrt exp ln log log2 log10 sign pi degrees
        radians sin cos tan asin acos atan atan2 cot sinh cosh tanh asinh acosh atanh random rand gen_random_uuid
        uuid uuidv4 uuidv7 uuid_generate_v4 randomblob zeroblob greatest least width_bucket factorial gcd lcm
        numeric decimal bigint integer int smallint float double real boolean text varchar bit_count\
        """;

    private static final String TIMES = """
        now current_timestamp current_date current_time localtime localtimestamp clock_timestamp
        statement_timestamp transaction_timestamp timeofday utc_timestamp utc_date utc_time sysdate curdate curtime
        unixepoch date time datetime timestamp timestamptz julianday strftime timediff date_trunc date_part
        date_bin extract age make_date make_time make_timestamp make_timestamptz make_interval to_timestamp to_date
        justify_days justify_hours justify_interval isfinite timezone convert_tz date_add date_sub adddate subdate
        addtime subtime datediff timestampadd timestampdiff date_format str_to_date from_unixtime unix_timestamp
        from_days to_days to_seconds sec_to_time time_to_sec time_format year month day hour minute second
        microsecond quarter week weekday weekofyear yearweek dayname dayofmonth dayofweek dayofyear monthname
        last_day makedate maketime period_add period_diff pg_sleep pg_sleep_for pg_sleep_until sleep benchmark\
        """;

    private static final String COLLECTIONS = """
        coalesce nullif ifnull nvl nvl2 if iif likelihood likely unlikely typeof pg_typeof
        json_extract json_extract_path json_extract_path_text jsonb_extract_path jsonb_extract_path_text json_value
        json_query json_exists json_valid json_type json_array json_object json_array_length jsonb_array_length
        json_each json_each_text jsonb_each jsonb_each_text json_tree json_keys json_length json_depth json_contains
        json_contains_path json_search json_set json_insert json_replace json_remove json_merge json_merge_patch
        json_merge_preserve json_quote json_unquote json_compact json_pretty json_table json_build_object
        json_build_array jsonb_build_object jsonb_build_array json_object_keys jsonb_object_keys json_typeof
        jsonb_typeof json_array_elements json_array_elements_text jsonb_array_elements jsonb_array_elements_text
        json_to_record json_to_recordset jsonb_to_record jsonb_to_recordset json_populate_record
        jsonb_populate_record json_strip_nulls jsonb_strip_nulls jsonb_set jsonb_insert jsonb_pretty
        jsonb_path_exists jsonb_path_match jsonb_path_query jsonb_path_query_array jsonb_path_query_first to_json
        to_jsonb row_to_json array_to_json jsonb array_length array_position array_positions array_append
        array_prepend array_cat array_remove array_replace array_dims array_ndims array_lower array_upper
        array_fill cardinality generate_series generate_subscripts lower_inc upper_inc lower_inf upper_inf isempty
        int4range int8range numrange tsrange tstzrange daterange host hostmask masklen netmask network broadcast
        inet_aton inet_ntoa inet6_aton inet6_ntoa uuid_to_bin bin_to_uuid is_uuid\
        """;

    private static final String ABOUT_THE_SERVER = """
        version sqlite_version sqlite_source_id database schema current_database current_schema current_schemas
        current_user session_user user current_setting pg_backend_pid connection_id inet_client_addr
        inet_server_addr pg_is_in_recovery last_insert_rowid last_insert_id changes total_changes row_count
        found_rows currval lastval pg_get_serial_sequence pg_get_constraintdef pg_get_indexdef pg_get_expr
        pg_get_viewdef pg_get_functiondef pg_table_is_visible pg_relation_size pg_table_size pg_indexes_size
        pg_total_relation_size pg_database_size pg_size_pretty obj_description col_description to_regclass
        to_regtype format_type has_table_privilege has_schema_privilege has_database_privilege
        pg_blocking_pids pg_postmaster_start_time pg_column_size txid_current_if_assigned
        pg_current_xact_id_if_assigned pragma_table_info pragma_table_xinfo pragma_index_list
        pragma_index_info pragma_foreign_key_list pragma_table_list\
        """;

    private static final String WRITERS = """
        nextval setval pg_notify pg_advisory_xact_lock pg_advisory_xact_lock_shared pg_try_advisory_xact_lock
        pg_try_advisory_xact_lock_shared pg_terminate_backend pg_cancel_backend txid_current pg_current_xact_id\
        """;

    static final Words<Calls> WORDS = new Words<>(Map.of(
            KEYWORD,
            KEYWORDS,
            HARMLESS,
            String.join(" ", AGGREGATES, TEXTS, NUMBERS, TIMES, COLLECTIONS, ABOUT_THE_SERVER),
            WRITING,
            WRITERS));
}
