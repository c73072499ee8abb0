package nuages.data.syntax;

/**
 * Functions that every database has, by whatever name: in their text, {@code $1} is the first argument and {@code $*} are all
 * of them.
 */
public enum Function {
    /** In lower case. */
    LOWER("lower($*)"),
    /** In upper case. */
    UPPER("upper($*)"),
    /** The number of characters. */
    LENGTH("length($*)"),
    /** Without white space at both ends. */
    TRIM("trim($*)"),
    /** Without white space at the beginning. */
    TRIM_LEFT("ltrim($*)"),
    /** Without white space at the end. */
    TRIM_RIGHT("rtrim($*)"),
    /** The first that is not NULL. */
    COALESCE("coalesce($*)"),
    /** NULL if both are equal, else the first. */
    NULL_IF("nullif($*)"),
    /** All texts in a row, where NULL is an empty text. */
    CONCAT("concat($*)"),
    /** With one text in the place of another. */
    REPLACE("replace($*)"),
    /** From a place, from 1, and so many characters. */
    SUBSTRING("substr($*)"),
    /** So many characters of its beginning. */
    LEFT("left($*)"),
    /** So many characters of its end. */
    RIGHT("right($*)"),
    /** Filled up at the beginning to a length. */
    LEFT_PAD("lpad($*)"),
    /** Filled up at the end to a length. */
    RIGHT_PAD("rpad($*)"),
    /** Where the second begins in the first, from 1, or 0. */
    POSITION("strpos($*)"),
    /** From the end to the beginning. */
    REVERSE("reverse($*)"),
    /** So many times. */
    REPEAT("repeat($*)"),
    /** A digest in hexadecimal digits. */
    MD5("md5($*)"),
    /** A digest in hexadecimal digits. */
    SHA1("sha1($*)"),
    /** A digest in hexadecimal digits. */
    SHA224("encode(sha224(convert_to($1, 'UTF8')), 'hex')"),
    /** A digest in hexadecimal digits. */
    SHA384("encode(sha384(convert_to($1, 'UTF8')), 'hex')"),
    /** The character with a number in Unicode. */
    CHARACTER("chr(cast($1 as integer))"),
    /** The number of the first character in Unicode, or NULL. */
    CODE_POINT("nullif(ascii($1), 0)"),
    /** A digest in hexadecimal digits. */
    SHA256("encode(sha256(convert_to($1, 'UTF8')), 'hex')"),
    /** A digest in hexadecimal digits. */
    SHA512("encode(sha512(convert_to($1, 'UTF8')), 'hex')"),
    /** The greatest, or NULL if one is NULL. */
    GREATEST("greatest($*)"),
    /** The least, or NULL if one is NULL. */
    LEAST("least($*)"),
    /** The absolute value. */
    ABS("abs($*)"),
    /** The negative. */
    NEGATE("(- $1)"),
    /** Rounded to some places. */
    ROUND("round($*)"),
    /** The next whole number above. */
    CEILING("ceil($*)"),
    /** The next whole number below. */
    FLOOR("floor($*)"),
    /** -1, 0 or 1. */
    SIGN("sign($*)"),
    /** The first to the power of the second. */
    POWER("power($*)"),
    /** The square root. */
    SQRT("sqrt($*)"),
    /** E to the power of it. */
    EXP("exp($*)"),
    /** The natural logarithm. */
    LN("ln($*)"),
    /** The logarithm of the second to the base of the first. */
    LOG("(ln($2) / ln($1))"),
    /** The sine. */
    SIN("sin($*)"),
    /** The cosine. */
    COS("cos($*)"),
    /** The tangent. */
    TAN("tan($*)"),
    /** The cotangent. */
    COT("(1 / tan($1))"),
    /** The arc sine. */
    ASIN("asin($*)"),
    /** The arc cosine. */
    ACOS("acos($*)"),
    /** The arc tangent. */
    ATAN("atan($*)"),
    /** The angle of a point. */
    ATAN2("atan2($*)"),
    /** From radians to degrees. */
    DEGREES("degrees($*)"),
    /** From degrees to radians. */
    RADIANS("radians($*)"),
    /** The number of the circle. */
    PI("pi()"),
    /** At least 0, less than 1. */
    RANDOM("random()"),
    /** A random UUID. */
    UUID4("gen_random_uuid()"),
    /** A UUID that begins with the time. */
    UUID7("cast(encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid()) placing "
            + "substring(int8send(cast(extract(epoch from clock_timestamp()) * 1000 as bigint)) from 3) "
            + "from 1 for 6), 52, 1), 53, 1), 'hex') as uuid)"),
    /** The time at the start of the statement. */
    NOW("statement_timestamp()"),
    /** A point in time and a duration. */
    LATER("($1 + $2)"),
    /** The duration between two points in time. */
    BETWEEN("($2 - $1)"),
    /** Whether JSON holds other JSON. */
    JSON_CONTAINS("($1 @> $2)"),
    /** An object of names and values in turn. */
    JSON_OBJECT("jsonb_build_object($*)"),
    /** A list. */
    JSON_ARRAY("jsonb_build_array($*)"),
    /** True or false as JSON. */
    JSON_TRUTH("to_jsonb($1)"),
    /** How many rows, or how many values that are not NULL. */
    COUNT("count($*)"),
    /** The sum. */
    SUM("sum($*)"),
    /** The average. */
    AVG("avg(cast($1 as double precision))"),
    /** The least. */
    MIN("min($*)"),
    /** The greatest. */
    MAX("max($*)"),
    /** The standard deviation of all. */
    STD_DEV("stddev_pop(cast($1 as double precision))"),
    /** The standard deviation, estimated from a sample. */
    STD_DEV_SAMPLE("stddev_samp(cast($1 as double precision))"),
    /** The variance of all. */
    VARIANCE("var_pop(cast($1 as double precision))"),
    /** The variance, estimated from a sample. */
    VARIANCE_SAMPLE("var_samp(cast($1 as double precision))"),
    /** The texts, with another between them. */
    STRING_AGG("string_agg($*)"),
    /** The bits that all have. */
    BIT_AND("bit_and($*)"),
    /** The bits that one has. */
    BIT_OR("bit_or($*)"),
    /** The bits that an odd number has. */
    BIT_XOR("bit_xor($*)"),
    /** Whether all are true. */
    BOOL_AND("bool_and($*)"),
    /** Whether one is true. */
    BOOL_OR("bool_or($*)"),
    /** One of the values. */
    ANY_VALUE("min($*)"),
    /** The number of the row, from 1. */
    ROW_NUMBER("row_number()"),
    /** The number of the first row that is equal. */
    RANK("rank()"),
    /** The number of the group of equal rows. */
    DENSE_RANK("dense_rank()"),
    /** How many rows are before it, from 0 to 1. */
    PERCENT_RANK("percent_rank()"),
    /** How many rows are before it or equal, up to 1. */
    CUME_DIST("cume_dist()"),
    /** The number of the part of about equal size. */
    NTILE("ntile($*)"),
    /** The value some rows before. */
    LAG("lag($*)"),
    /** The value some rows after. */
    LEAD("lead($*)"),
    /** The value of the first row. */
    FIRST_VALUE("first_value($*)"),
    /** The value of the last row. */
    LAST_VALUE("last_value($*)"),
    /** The value of a row by its number. */
    NTH_VALUE("nth_value($*)");

    private final String sql;

    Function(String sql) {
        this.sql = sql;
    }

    /** As PostgreSQL has it, and many have it like that. */
    String sql() {
        return sql;
    }
}
